package com.truecart.search;

import java.util.List;
import java.util.Optional;

/**
 * One page of an answer.
 *
 * @param total how many products match, exactly
 * @param next where the page after this one begins; empty where there is none
 */
public record SearchPage(long total, List<Hit> hits, Facets facets, Optional<Cursor> next) {
    public SearchPage {
        hits = List.copyOf(hits);
    }

    /**
     * A product that matches.
     *
     * @param offerIds its offers that fulfil the filters, cheapest first (by currency where there
     *     are several)
     */
    public record Hit(String productId, List<String> offerIds) {
        public Hit {
            offerIds = List.copyOf(offerIds);
        }
    }
}
