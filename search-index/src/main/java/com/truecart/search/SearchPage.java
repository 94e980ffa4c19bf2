package com.truecart.search;

import java.util.List;
import java.util.Optional;

/**
 * One page of an answer.
 *
 * @param total how many products match, exactly
 * @param next where the page after this one begins; empty where there is none
 * @param loosely whether these are found although no product at all has the words as they were
 *     typed: one letter of each may be wrong, and a model number missing
 */
public record SearchPage(
        long total, List<Hit> hits, Facets facets, Optional<Cursor> next, boolean loosely) {
    public SearchPage {
        hits = List.copyOf(hits);
    }

    /** One whose words were read as they were typed. */
    public SearchPage(long total, List<Hit> hits, Facets facets, Optional<Cursor> next) {
        this(total, hits, facets, next, false);
    }

    /** The same, its words having been read less strictly. */
    public SearchPage readLoosely() {
        return new SearchPage(total, hits, facets, next, total > 0);
    }

    /**
     * A product that matches.
     *
     * @param offerIds its offers that fulfil the filters, cheapest first (by currency where there
     *     are several)
     * @param score how well it answers the words, where they were what it was sorted by, else 0;
     *     comparable within one answer only, and to six digits
     */
    public record Hit(String productId, List<String> offerIds, float score) {
        public Hit {
            offerIds = List.copyOf(offerIds);
        }

        /** One that was not found by words. */
        public Hit(String productId, List<String> offerIds) {
            this(productId, offerIds, 0);
        }
    }
}
