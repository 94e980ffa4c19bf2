package com.truecart.realshops.vendure;

import java.math.BigDecimal;
import java.util.List;

/**
 * A product with one variant, to be created.
 *
 * @param sku its number, unique in the shop; the product's name too
 * @param listPrice cents, with or without tax as the shop's prices are at the time of a quote
 * @param taxRate percent, at most two decimals
 * @param facetValueIds the product's facet values
 */
public record NewVariant(String sku, long listPrice, BigDecimal taxRate, List<Long> facetValueIds) {

    /** Copies the list. */
    public NewVariant {
        facetValueIds = List.copyOf(facetValueIds);
    }
}
