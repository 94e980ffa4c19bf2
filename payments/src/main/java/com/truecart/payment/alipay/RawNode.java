package com.truecart.payment.alipay;

import com.truecart.spi.UpstreamException.Drifted;

/**
 * Cuts an object out of a JSON text as it stands there: a signature covers each blank and each
 * escape, which parsing and writing again would change.
 */
final class RawNode {
    private RawNode() {}

    /** The object in this field of the outermost object. */
    static String of(String json, String name) {
        String key = "\"" + name + "\"";
        int depth = 0;
        int i = 0;
        while (i < json.length()) {
            char c = json.charAt(i);
            if (c == '"') {
                int end = endOfText(json, i);
                if (depth == 1 && json.startsWith(key, i) && end == i + key.length()) {
                    int start = skip(json, end, ':');
                    return start < 0 ? missing(name) : object(json, start, name);
                }
                i = end;
            } else {
                depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
                i++;
            }
        }
        return missing(name);
    }

    private static String object(String json, int start, String name) {
        int depth = 0;
        int i = start;
        while (i < json.length()) {
            char c = json.charAt(i);
            if (c == '"') {
                i = endOfText(json, i);
                continue;
            }
            depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
            i++;
            if (depth == 0) {
                return json.substring(start, i);
            }
        }
        return missing(name);
    }

    /** Behind this sign and the blanks around it; -1 where it is not there. */
    private static int skip(String json, int from, char sign) {
        int i = from;
        while (i < json.length() && Character.isWhitespace(json.charAt(i))) {
            i++;
        }
        if (i >= json.length() || json.charAt(i) != sign) {
            return -1;
        }
        i++;
        while (i < json.length() && Character.isWhitespace(json.charAt(i))) {
            i++;
        }
        return i;
    }

    /** Behind the text that begins here. */
    private static int endOfText(String json, int start) {
        int i = start + 1;
        while (i < json.length() && json.charAt(i) != '"') {
            i += json.charAt(i) == '\\' ? 2 : 1;
        }
        return Math.min(i + 1, json.length());
    }

    private static String missing(String name) {
        throw new Drifted("no whole " + name + " in Alipay's answer");
    }
}
