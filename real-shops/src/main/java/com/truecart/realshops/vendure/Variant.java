package com.truecart.realshops.vendure;

import java.math.BigDecimal;
import java.util.List;

/**
 * A variant of the shop.
 *
 * @param id the shop's number for it; a basket's lines come in this order
 * @param sku as created
 * @param listPrice cents, with or without tax as the shop's prices are at the time of a quote
 * @param taxRate percent
 * @param facetValueIds the facet values that conditions see
 */
public record Variant(
        long id, String sku, long listPrice, BigDecimal taxRate, List<Long> facetValueIds) {

    /** Copies the list. */
    public Variant {
        facetValueIds = List.copyOf(facetValueIds);
    }
}
