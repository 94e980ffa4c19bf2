package com.truecart.app.basket;

import com.truecart.app.catalog.ProductId;
import java.util.List;
import java.util.Set;

/**
 * What a shopper wants and the coupon codes they have.
 *
 * @param wants in the order they were added, one per product
 */
public record BasketContents(List<Wanted> wants, Set<String> codes) {
    public BasketContents {
        wants = List.copyOf(wants);
        codes = Set.copyOf(codes);
    }

    /** So many units of a product, whoever sells it. */
    public record Wanted(ProductId product, int quantity) {}
}
