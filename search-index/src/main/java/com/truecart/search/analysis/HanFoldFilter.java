package com.truecart.search.analysis;

import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Turns traditional Chinese characters into simplified ones, character by character.
 *
 * <p>For finding, one form on both sides is all that matters, so no phrases are looked at. The
 * table is taken from ICU once, because its transliterator is slow and not made for several
 * threads.
 */
final class HanFoldFilter extends TokenFilter {

    private static final char FIRST = '\u3400';
    private static final char LAST = '\u9fff';
    private static final char[] SIMPLIFIED = table();

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    HanFoldFilter(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        char[] buffer = term.buffer();
        for (int i = 0; i < term.length(); i++) {
            buffer[i] = folded(buffer[i]);
        }
        return true;
    }

    /** The simplified form of a traditional character; any other character as it is. */
    static char folded(char c) {
        return c >= FIRST && c <= LAST ? SIMPLIFIED[c - FIRST] : c;
    }

    private static char[] table() {
        Transliterator toSimplified = Transliterator.getInstance("Traditional-Simplified");
        char[] table = new char[LAST - FIRST + 1];
        for (int i = 0; i < table.length; i++) {
            char traditional = (char) (FIRST + i);
            String simplified = toSimplified.transliterate(String.valueOf(traditional));
            table[i] = simplified.length() == 1 ? simplified.charAt(0) : traditional;
        }
        return table;
    }
}
