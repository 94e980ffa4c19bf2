package com.truecart.search.lucene;

import org.apache.lucene.index.FieldInvertState;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;

/**
 * BM25 with the factor {@code k1 + 1} that Elasticsearch has kept and Lucene has dropped, so that
 * both engines add the same words up to the same scores.
 */
final class Ranking extends Similarity {

    /**
     * A title that says "milk" three times is hardly more about milk than one that says it once, so
     * repetition counts little.
     */
    private static final float REPETITION = 0.3f;

    /** Long titles name what comes with a product and what it fits; short ones name the product. */
    private static final float LENGTH = 0.6f;

    private final BM25Similarity words = new BM25Similarity(REPETITION, LENGTH);

    @Override
    public long computeNorm(FieldInvertState state) {
        return words.computeNorm(state);
    }

    @Override
    public SimScorer scorer(float boost, CollectionStatistics collection, TermStatistics... terms) {
        return words.scorer(boost * (1 + REPETITION), collection, terms);
    }
}
