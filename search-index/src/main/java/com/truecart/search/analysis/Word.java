package com.truecart.search.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionLengthAttribute;

/**
 * One word of a query: it is there where the whole is, where all parts are, or where an alternative
 * is.
 *
 * @param whole the token as typed ("cola"), a pair of Chinese characters, or the one spelling of a
 *     size ("1500ml"); sizes are looked for among {@link Forms#of(String)} too
 * @param parts what it splits into (330, ml); empty where it does not split
 * @param isSize whether it is a measure or a number of pieces
 * @param alternatives what else it may stand in a product as
 */
public record Word(
        String whole, List<String> parts, boolean isSize, List<Alternative> alternatives) {

    /**
     * Words beyond this many are not looked at: a query's cost is bounded, and nobody types so
     * many.
     */
    static final int MOST_WORDS = 20;

    private static final int MOST_PARTS = 6;

    private static final Pattern MODEL_NUMBER =
            Pattern.compile("(?=.*[a-z])(?=.*[0-9])[a-z0-9]{4,}");

    private static final Pattern MISTAKABLE = Pattern.compile("[a-z]{4,}");

    private static final Analyzer ANALYZER = ProductAnalyzer.forQuery();

    public Word {
        parts = List.copyOf(parts);
        alternatives = List.copyOf(alternatives);
    }

    /** A word that is no size and has no alternatives. */
    public Word(String whole, List<String> parts) {
        this(whole, parts, false, List.of());
    }

    /**
     * Whether one letter may be wrong, missing, too many or changed places with the next: words of
     * four Latin letters or more. Never where there is a digit: WH-1000XM4 is not WH-1000XM5.
     */
    public boolean mayBeMistyped() {
        return !isSize && MISTAKABLE.matcher(whole).matches();
    }

    /**
     * What stands for one product whatever else is typed: four letters and digits or more, be it
     * the word itself or joined to those beside it. A size never is.
     */
    public List<String> modelNumbers() {
        return isSize
                ? List.of()
                : Stream.concat(
                                Stream.of(whole),
                                alternatives.stream()
                                        .filter(each -> each.kind() == Alternative.Kind.JOINED)
                                        .flatMap(each -> each.tokens().stream()))
                        .filter(token -> MODEL_NUMBER.matcher(token).matches())
                        .toList();
    }

    /** The words of a question, in its order; those beyond a bound are left out. */
    public static List<Word> in(String text) {
        return Alternatives.added(first(all(text)));
    }

    /** The words of a text of any length as they stand there, in its order. */
    public static List<String> wholes(String text) {
        return all(text).stream().map(Word::whole).toList();
    }

    /** The text in the form in which equal names are equal: its words with single blanks. */
    public static String normal(String text) {
        return String.join(" ", first(all(text)).stream().map(Word::whole).toList());
    }

    private static List<Word> first(List<Word> words) {
        return words.size() > MOST_WORDS ? List.copyOf(words.subList(0, MOST_WORDS)) : words;
    }

    /** All words of a text without alternatives. */
    static List<Word> all(String text) {
        String folded = Folding.of(text);
        List<Word> words = new ArrayList<>();
        int from = 0;
        for (Size size : Size.in(folded)) {
            read(folded.substring(from, size.start()), words);
            words.add(of(size, folded));
            from = size.end();
        }
        read(folded.substring(from), words);
        return words;
    }

    private static Word of(Size size, String folded) {
        List<Word> typed = new ArrayList<>();
        read(folded.substring(size.start(), size.end()), typed);
        List<String> parts =
                typed.size() == 1 && typed.getFirst().whole().equals(size.form())
                        ? typed.getFirst().parts()
                        : typed.stream().map(Word::whole).toList();
        return new Word(size.form(), parts, true, List.of());
    }

    /** Reads what has no sizes in it. */
    static void read(String text, List<Word> words) {
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
    }

    private static void add(List<Word> words, String whole, List<String> parts) {
        if (!whole.isEmpty()) {
            words.add(new Word(whole, parts.size() > MOST_PARTS ? List.of() : parts));
        }
    }
}
