package com.truecart.search.analysis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The further forms in which parts of a text may be looked for, kept in a field of their own beside
 * its words: sizes in their one spelling, and words that stand side by side as one ("wh1000xm4" of
 * "WH-1000XM4" and of "WH 1000 XM4").
 */
public final class Forms {

    /** Words that stand side by side, as one. */
    record Joined(int from, int to, String text) {}

    /** A model number seldom has more pieces than "MN 314 IX H". */
    private static final int MOST_PIECES = 4;

    private static final int LONGEST_LETTERS = 5;
    private static final int SHORTEST = 3;
    private static final int LONGEST = 24;
    private static final Pattern LATIN = Pattern.compile("[a-z0-9]+");

    private Forms() {}

    /** For the index: all further forms in a text, each once. */
    public static List<String> of(String text) {
        Set<String> forms = new LinkedHashSet<>();
        List<Word> words = Word.all(text);
        for (Word word : words) {
            if (word.isSize()) {
                forms.add(word.whole());
            }
        }
        for (Joined joined : joined(words)) {
            forms.add(joined.text());
        }
        return List.copyOf(forms);
    }

    /**
     * What words may be when written as one: two words of letters, or up to four pieces of a model
     * number, one of which has a digit.
     */
    static List<Joined> joined(List<Word> words) {
        List<Joined> all = new ArrayList<>();
        for (int from = 0; from < words.size(); from++) {
            StringBuilder text = new StringBuilder();
            boolean shortLetters = true;
            for (int to = from; to < Math.min(words.size(), from + MOST_PIECES); to++) {
                Word word = words.get(to);
                if (word.isSize() || !LATIN.matcher(word.whole()).matches()) {
                    break;
                }
                text.append(word.whole());
                shortLetters &= hasDigit(word.whole()) || word.whole().length() <= LONGEST_LETTERS;
                String joined = text.toString();
                boolean number = hasDigit(joined);
                if (to > from
                        && joined.length() >= SHORTEST
                        && joined.length() <= LONGEST
                        && (number
                                ? hasLetter(joined) && (shortLetters || to == from + 1)
                                : to == from + 1)) {
                    all.add(new Joined(from, to + 1, joined));
                }
            }
        }
        return all;
    }

    private static boolean hasDigit(String text) {
        return text.chars().anyMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean hasLetter(String text) {
        return text.chars().anyMatch(c -> c >= 'a' && c <= 'z');
    }
}
