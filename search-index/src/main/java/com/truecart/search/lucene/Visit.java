package com.truecart.search.lucene;

import com.truecart.search.SearchQuery;
import com.truecart.search.Sort;
import com.truecart.search.layout.Standing;
import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;

/**
 * Goes once over all products the words find: which filters each fulfils decides in which counts it
 * is, and whether it is a hit. One pass is exact, and its cost grows with what is found and not
 * with how often it is counted.
 */
final class Visit implements Collector {

    private final SearchQuery question;
    private final boolean byScore;
    private final Best best;
    private final FacetCounts counts = new FacetCounts();
    private long total;

    Visit(SearchQuery question, Best best) {
        this.question = question;
        this.byScore = question.sort() == Sort.RELEVANCE && !question.text().isBlank();
        this.best = best;
    }

    long total() {
        return total;
    }

    FacetCounts counts() {
        return counts;
    }

    @Override
    public ScoreMode scoreMode() {
        return byScore ? ScoreMode.COMPLETE : ScoreMode.COMPLETE_NO_SCORES;
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
        Segment segment = new Segment(context.reader(), question.filters());
        return new OfSegment(context, segment, counts.of(context.reader(), segment.stores()));
    }

    private final class OfSegment implements LeafCollector {
        private final LeafReaderContext context;
        private final Segment segment;
        private final FacetCounts.OfSegment facets;
        private Scorable scores =
                new Scorable() {
                    @Override
                    public float score() {
                        return 0;
                    }
                };

        /** Of the wanted offers of the product that is looked at. */
        private long lowestPrice;

        private long largestDiscount;

        private OfSegment(
                LeafReaderContext context, Segment segment, FacetCounts.OfSegment facets) {
            this.context = context;
            this.segment = segment;
            this.facets = facets;
        }

        @Override
        public void setScorer(Scorable scorer) {
            scores = scorer;
        }

        @Override
        public void collect(int product) throws IOException {
            boolean isOfBrand = segment.isOfWantedBrand(product);
            boolean isInCategory = segment.isInWantedCategory(product);
            if (!isOfBrand && !isInCategory) {
                return;
            }
            if (!hasWantedOffer(product, isOfBrand && isInCategory)) {
                return;
            }
            if (isInCategory) {
                facets.brandOf(product);
            }
            if (isOfBrand) {
                facets.categoriesOf(product);
            }
            if (isOfBrand && isInCategory) {
                hit(product);
            }
        }

        /**
         * Counts the stores of wanted offers, too, where the product is one to be counted there.
         */
        private boolean hasWantedOffer(int product, boolean isCounted) throws IOException {
            lowestPrice = Long.MAX_VALUE;
            largestDiscount = Long.MIN_VALUE;
            boolean found = false;
            for (int offer = segment.firstOffer(product); offer < product; offer++) {
                if (!segment.isWantedAnywhere(offer)) {
                    continue;
                }
                int store = segment.store(offer);
                if (isCounted) {
                    facets.at(store, product);
                }
                if (segment.isWantedStore(store)) {
                    found = true;
                    if (question.sort() == Sort.PRICE) {
                        lowestPrice = Math.min(lowestPrice, segment.price(offer));
                    } else if (question.sort() == Sort.DISCOUNT) {
                        largestDiscount = Math.max(largestDiscount, segment.discount(offer));
                    }
                }
            }
            return found;
        }

        private void hit(int product) throws IOException {
            total++;
            long order = Found.order(question.sort(), key(product));
            long rank = segment.salesRank(product);
            if (!best.isFullBefore(order, rank)) {
                best.offer(new Found(context, product, order, rank));
            }
        }

        private long key(int product) throws IOException {
            return switch (question.sort()) {
                case RELEVANCE -> byScore ? bits(scores.score(), segment.standing(product)) : 0;
                case PRICE -> lowestPrice;
                case DISCOUNT -> largestDiscount;
                case SALES_RANK -> segment.salesRank(product);
            };
        }

        @Override
        public void finish() throws IOException {
            facets.finish();
        }
    }

    /** Of positive numbers the bits are in the order of the numbers. */
    private static long bits(float words, long standing) {
        return Float.floatToIntBits((float) (words + standing * (double) Standing.POINT));
    }
}
