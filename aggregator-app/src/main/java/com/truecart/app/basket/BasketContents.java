package com.truecart.app.basket;

import com.truecart.app.catalog.ProductId;
import com.truecart.model.Money;
import java.util.List;
import java.util.Optional;
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

    /** What is wanted of this product; empty where it is not wanted. */
    public Optional<Wanted> of(ProductId product) {
        return wants.stream().filter(want -> want.product().equals(product)).findFirst();
    }

    /**
     * So many units of a product, whoever sells it.
     *
     * @param worth where it is only nice to have: what it may add to the whole at most
     * @param or what would do instead, and how much dearer that may be
     */
    public record Wanted(
            ProductId product, int quantity, Optional<Money> worth, Optional<Instead> or) {

        /** A product that must be had, and no other. */
        public Wanted(ProductId product, int quantity) {
            this(product, quantity, Optional.empty(), Optional.empty());
        }
    }

    /**
     * Other products that would do.
     *
     * @param products at most {@link #MOST}
     * @param tolerancePercent how much dearer than the cheapest offer of the wanted product one of
     *     theirs may be, from 0 to 100; where nobody offers the wanted product, any price will do
     */
    public record Instead(List<ProductId> products, int tolerancePercent) {
        /** More would be another search. */
        public static final int MOST = 10;

        public Instead {
            products = List.copyOf(products);
        }
    }
}
