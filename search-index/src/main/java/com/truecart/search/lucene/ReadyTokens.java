package com.truecart.search.lucene;

import com.truecart.search.layout.IndexedProduct;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;

/** Cuts ready-made tokens apart at their blanks. */
final class ReadyTokens extends Analyzer {

    @Override
    protected TokenStreamComponents createComponents(String field) {
        return new TokenStreamComponents(new WhitespaceTokenizer());
    }

    @Override
    public int getPositionIncrementGap(String field) {
        return IndexedProduct.GAP;
    }
}
