package com.truecart.search.analysis;

/**
 * One form of characters that mean the same, place by place: full-width ones ordinary, letters
 * small, traditional ones simplified. What {@link ProductAnalyzer} does to tokens, for those who
 * look at the text before it becomes tokens.
 */
final class Folding {

    private static final char FIRST_WIDE = '\uff01';
    private static final char LAST_WIDE = '\uff5e';
    private static final int WIDE_TO_ORDINARY = FIRST_WIDE - '!';
    private static final char WIDE_BLANK = '\u3000';

    private Folding() {}

    static String of(String text) {
        char[] folded = text.toCharArray();
        for (int i = 0; i < folded.length; i++) {
            char c = folded[i];
            if (c >= FIRST_WIDE && c <= LAST_WIDE) {
                c = (char) (c - WIDE_TO_ORDINARY);
            } else if (c == WIDE_BLANK) {
                c = ' ';
            }
            folded[i] = HanFoldFilter.folded(Character.toLowerCase(c));
        }
        return new String(folded);
    }
}
