package com.truecart.search;

import java.util.List;

/**
 * One page of an answer.
 *
 * @param total how many products match, exactly
 */
public record SearchPage(long total, List<Hit> hits, Facets facets) {
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
