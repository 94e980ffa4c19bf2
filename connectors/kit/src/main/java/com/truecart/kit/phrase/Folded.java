package com.truecart.kit.phrase;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A text made alike for reading, with the way back to the words as they were written.
 *
 * @param original as the upstream wrote it
 * @param text as phrases read it
 * @param at where each character of the text stands in the original
 */
record Folded(String original, String text, List<Integer> at) {

    /** Traditional to simplified, for the characters of promotions alone. */
    private static final Map<Character, Character> SIMPLIFIED =
            pairs(
                    "滿满減减買买贈赠兩两費费運运優优後后價价會会員员團团訂定订定現现積积購购選选個个單单鋪铺達达領领"
                            + "塊块額额幣币無无門门檻槛專专僅仅總总計计禮礼點点戶户級级郵邮預预貳贰圓元圆元聯联動动銷销時时"
                            + "於于與与還还軍军寶宝體体驗验終终節节雙双圍围縮缩滿满壹一揀拣");

    /** Whatever separates parts of a Chinese sentence becomes this one. */
    private static final char COMMA = '、';

    private static final Pattern LAST_STOPS = Pattern.compile("[、!]+$");

    /** For languages that put spaces between words. */
    static Folded spaced(String original) {
        StringBuilder text = new StringBuilder();
        List<Integer> at = new ArrayList<>();
        for (int i = 0; i < original.length(); i++) {
            at.add(i);
            char c = original.charAt(i);
            text.append(
                    switch (c) {
                        case '\u3000', '\u00a0' -> ' ';
                        case '’' -> '\'';
                        default -> narrow(c);
                    });
        }
        return new Folded(original, text.toString(), at);
    }

    /**
     * For Chinese: spaces mean nothing except between two digits, commas and stops are one, and
     * characters are simplified. A comma in a number of thousands stays.
     */
    static Folded unspaced(String original) {
        StringBuilder text = new StringBuilder();
        List<Integer> at = new ArrayList<>();
        for (int i = 0; i < original.length(); i++) {
            char c = original.charAt(i);
            char folded = c == ',' ? comma(original, i) : unspaced(c);
            if (folded != ' ' || isBetweenDigits(original, text, i)) {
                at.add(i);
                text.append(folded);
            }
        }
        return new Folded(original, LAST_STOPS.matcher(text).replaceFirst(""), at);
    }

    /** The original words behind a part of the text. */
    String original(int start, int end) {
        return start >= end ? "" : original.substring(at.get(start), at.get(end - 1) + 1).strip();
    }

    private static char unspaced(char c) {
        return switch (c) {
            case '，', '；', ';', '。', COMMA -> COMMA;
            default ->
                    Character.isWhitespace(c) || c == '\u00a0'
                            ? ' '
                            : SIMPLIFIED.getOrDefault(narrow(c), narrow(c));
        };
    }

    private static char comma(String text, int i) {
        boolean isThousands =
                i > 0
                        && isDigit(text, i - 1)
                        && isDigit(text, i + 1)
                        && isDigit(text, i + 2)
                        && isDigit(text, i + 3)
                        && !isDigit(text, i + 4);
        return isThousands ? ',' : COMMA;
    }

    /** "3 00" is not 300. */
    private static boolean isBetweenDigits(String original, StringBuilder before, int i) {
        int next = i;
        while (next < original.length() && unspaced(original.charAt(next)) == ' ') {
            next++;
        }
        return !before.isEmpty()
                && isNumeral(before.charAt(before.length() - 1))
                && next < original.length()
                && isNumeral(narrow(original.charAt(next)));
    }

    private static boolean isNumeral(char c) {
        return (c >= '0' && c <= '9') || c == '.' || c == ',';
    }

    private static boolean isDigit(String text, int i) {
        return i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }

    /** Full-width forms become the usual ones. */
    private static char narrow(char c) {
        if (c >= '\uff01' && c <= '\uff5e') {
            return (char) (c - 0xfee0);
        }
        return c == '\uffe5' ? '¥' : c;
    }

    private static Map<Character, Character> pairs(String text) {
        Map<Character, Character> pairs = new HashMap<>();
        for (int i = 0; i < text.length(); i += 2) {
            pairs.put(text.charAt(i), text.charAt(i + 1));
        }
        return Map.copyOf(pairs);
    }
}
