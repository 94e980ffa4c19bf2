package com.truecart.connector.ucp;

import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dictionaries of structured fields (RFC 8941), as far as signatures need them: members that are
 * one value or a list in parentheses, both with parameters.
 */
final class StructuredFields {
    private static final Pattern KEY = Pattern.compile("[a-z*][a-z0-9_.*-]*");
    private static final Pattern BARE =
            Pattern.compile(
                    "\"(?:[^\"\\\\]|\\\\[\"\\\\])*+\""
                            + "|:[A-Za-z0-9+/=]*+:"
                            + "|\\?[01]"
                            + "|-?\\d{1,15}(?:\\.\\d{1,3})?"
                            + "|[A-Za-z*][A-Za-z0-9!#$%&'*+.^_`|~:/-]*+");

    private final String text;
    private int at;

    private StructuredFields(String text) {
        this.text = text;
    }

    /**
     * A value as it was written, quotes and colons included, and what hangs on it.
     *
     * @param parameters as written; one that only stands there is "?1"
     */
    record Item(String written, Map<String, String> parameters) {
        /** The text between the quotes. */
        Optional<String> quoted() {
            return StructuredFields.quoted(written);
        }

        /** The bytes between the colons. */
        Optional<String> base64() {
            return written.length() >= 2 && written.startsWith(":") && written.endsWith(":")
                    ? Optional.of(written.substring(1, written.length() - 1))
                    : Optional.empty();
        }
    }

    /**
     * One member of a dictionary.
     *
     * @param written its whole value as it was written
     * @param items those in the parentheses, else the one value
     * @param parameters of the parentheses, else of the one value
     */
    record Member(String written, List<Item> items, Map<String, String> parameters) {
        /** The bytes between the colons, of the one value. */
        Optional<String> base64() {
            return items.stream().findFirst().flatMap(Item::base64);
        }
    }

    /** The members by their names; empty where the text is no dictionary. */
    static Optional<Map<String, Member>> dictionary(String text) {
        try {
            return Optional.of(new StructuredFields(text.strip()).members());
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    /** The text between quotes, its escapes undone. */
    static Optional<String> quoted(String written) {
        return written.length() >= 2 && written.startsWith("\"")
                ? Optional.of(
                        written.substring(1, written.length() - 1).replaceAll("\\\\(.)", "$1"))
                : Optional.empty();
    }

    /** Bytes as a dictionary writes them. */
    static String bytes(byte[] bytes) {
        return ":" + Base64.getEncoder().encodeToString(bytes) + ":";
    }

    private Map<String, Member> members() {
        Map<String, Member> members = new LinkedHashMap<>();
        while (at < text.length()) {
            String key = take(KEY);
            if (!skip('=')) {
                throw unreadable();
            }
            members.put(key, member());
            skipBlanks();
            if (at < text.length()) {
                if (!skip(',')) {
                    throw unreadable();
                }
                skipBlanks();
                if (at == text.length()) {
                    throw unreadable();
                }
            }
        }
        return members;
    }

    private Member member() {
        int start = at;
        if (!skip('(')) {
            Item item = item();
            return new Member(text.substring(start, at), List.of(item), item.parameters());
        }
        List<Item> items = new ArrayList<>();
        skipBlanks();
        while (!skip(')')) {
            items.add(item());
            skipBlanks();
        }
        Map<String, String> parameters = parameters();
        return new Member(text.substring(start, at), List.copyOf(items), parameters);
    }

    private Item item() {
        return new Item(take(BARE), parameters());
    }

    private Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        while (skip(';')) {
            skipBlanks();
            String key = take(KEY);
            parameters.put(key, skip('=') ? take(BARE) : "?1");
        }
        return parameters;
    }

    private String take(Pattern pattern) {
        Matcher matcher = pattern.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            throw unreadable();
        }
        at = matcher.end();
        return matcher.group();
    }

    private boolean skip(char wanted) {
        boolean found = at < text.length() && text.charAt(at) == wanted;
        at += found ? 1 : 0;
        return found;
    }

    private void skipBlanks() {
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
    }

    private IllegalArgumentException unreadable() {
        return new IllegalArgumentException("no dictionary at " + at);
    }
}
