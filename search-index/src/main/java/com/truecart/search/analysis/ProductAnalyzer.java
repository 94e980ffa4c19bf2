package com.truecart.search.analysis;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.core.FlattenGraphFilter;
import org.apache.lucene.analysis.en.EnglishMinimalStemFilter;
import org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * Makes tokens of a product's words in any language, since one title often mixes several ("Vita 維他
 * 檸檬茶 250ml").
 *
 * <p>Full-width forms become ordinary ones, letters small, traditional characters simplified;
 * "330ml" is kept and split into 330 and ml; English plurals lose their ending; Chinese becomes
 * pairs of characters, in the index also single ones.
 */
public final class ProductAnalyzer extends Analyzer {

    private static final int SPLITTING =
            WordDelimiterGraphFilter.GENERATE_WORD_PARTS
                    | WordDelimiterGraphFilter.GENERATE_NUMBER_PARTS
                    | WordDelimiterGraphFilter.SPLIT_ON_NUMERICS
                    | WordDelimiterGraphFilter.PRESERVE_ORIGINAL
                    | WordDelimiterGraphFilter.STEM_ENGLISH_POSSESSIVE;

    private final boolean forIndex;

    private ProductAnalyzer(boolean forIndex) {
        this.forIndex = forIndex;
    }

    /** For what is found. */
    public static ProductAnalyzer forIndex() {
        return new ProductAnalyzer(true);
    }

    /**
     * For what is looked for: without single characters of longer words, which would find too much.
     */
    public static ProductAnalyzer forQuery() {
        return new ProductAnalyzer(false);
    }

    @Override
    protected TokenStreamComponents createComponents(String fieldName) {
        Tokenizer tokenizer = new StandardTokenizer();
        TokenStream tokens = new CJKWidthFilter(tokenizer);
        tokens = new LowerCaseFilter(tokens);
        tokens = new HanFoldFilter(tokens);
        tokens = new WordDelimiterGraphFilter(tokens, SPLITTING, null);
        if (forIndex) {
            tokens = new FlattenGraphFilter(tokens);
        }
        tokens = new EnglishMinimalStemFilter(tokens);
        tokens = new CJKBigramFilter(tokens, CJKBigramFilter.HAN, forIndex);
        return new TokenStreamComponents(tokenizer, tokens);
    }
}
