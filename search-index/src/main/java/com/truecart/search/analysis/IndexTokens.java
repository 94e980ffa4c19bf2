package com.truecart.search.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * The tokens a text is found by, ready-made: engines only cut them apart at blanks, so that none of
 * them needs to know a language.
 */
public final class IndexTokens {

    private static final Analyzer ANALYZER = ProductAnalyzer.forIndex();

    private IndexTokens() {}

    /**
     * A token with where it stands in the text.
     *
     * @param end the place behind its last character
     */
    record Placed(String token, int start, int end) {}

    /** All tokens of a text in its order, wholes and parts; none holds a blank. */
    public static List<String> in(String text) {
        return placed(text).stream().map(Placed::token).toList();
    }

    static List<Placed> placed(String text) {
        List<Placed> tokens = new ArrayList<>();
        try (TokenStream stream = ANALYZER.tokenStream("index", text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                tokens.add(new Placed(term.toString(), offset.startOffset(), offset.endOffset()));
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
        return tokens;
    }
}
