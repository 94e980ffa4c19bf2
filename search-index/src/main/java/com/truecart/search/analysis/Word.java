package com.truecart.search.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionLengthAttribute;

/**
 * One word of a query: it is there where the whole is, or where all parts are.
 *
 * @param whole the token as typed ("330ml"), or a pair of Chinese characters
 * @param parts what it splits into (330, ml); empty where it does not split
 */
public record Word(String whole, List<String> parts) {

    /**
     * Words beyond this many are not looked at: a query's cost is bounded, and nobody types so
     * many.
     */
    static final int MOST_WORDS = 20;

    private static final int MOST_PARTS = 6;

    private static final Analyzer ANALYZER = ProductAnalyzer.forQuery();

    public Word {
        parts = List.copyOf(parts);
    }

    /** The words of a question, in its order; those beyond a bound are left out. */
    public static List<Word> in(String text) {
        List<Word> words = all(text);
        return words.size() > MOST_WORDS ? List.copyOf(words.subList(0, MOST_WORDS)) : words;
    }

    /** The words of a text of any length as they stand there, in its order. */
    public static List<String> wholes(String text) {
        return all(text).stream().map(Word::whole).toList();
    }

    private static List<Word> all(String text) {
        List<Word> words = new ArrayList<>();
        try (TokenStream tokens = ANALYZER.tokenStream("query", text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            PositionIncrementAttribute increment =
                    tokens.addAttribute(PositionIncrementAttribute.class);
            PositionLengthAttribute length = tokens.addAttribute(PositionLengthAttribute.class);
            tokens.reset();
            int position = -1;
            int end = 0;
            String whole = "";
            List<String> parts = new ArrayList<>();
            while (tokens.incrementToken()) {
                position += increment.getPositionIncrement();
                if (position >= end && increment.getPositionIncrement() > 0) {
                    add(words, whole, parts);
                    whole = term.toString();
                    parts = new ArrayList<>();
                    end = position + length.getPositionLength();
                } else {
                    parts.add(term.toString());
                }
            }
            add(words, whole, parts);
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
        return words;
    }

    /** The text in the form in which equal names are equal: its words with single blanks. */
    public static String normal(String text) {
        return String.join(" ", in(text).stream().map(Word::whole).toList());
    }

    private static void add(List<Word> words, String whole, List<String> parts) {
        if (!whole.isEmpty()) {
            words.add(new Word(whole, parts.size() > MOST_PARTS ? List.of() : parts));
        }
    }
}
