package com.truecart.model;

import java.util.List;
import java.util.Optional;

/**
 * One seller's price for a listing, as the upstream stated it.
 *
 * @param seller who sells
 * @param price what one unit costs now, before any promotion that needs a condition; in the
 *     currency of the seller
 * @param listPrice the struck-through price, where the upstream shows one; never below {@code
 *     price}
 * @param availability whether it can be bought now
 * @param condition new, used, …
 * @param promotions the promotions stated on this very offer; store-wide ones come from the
 *     promotion source
 */
public record Offer(
        Seller seller,
        Money price,
        Optional<Money> listPrice,
        Availability availability,
        ItemCondition condition,
        List<Promotion> promotions) {

    public Offer {
        if (price.isNegative()) {
            throw new IllegalArgumentException("price: must not be negative, is " + price);
        }
        if (listPrice.isPresent() && listPrice.get().compareTo(price) < 0) {
            throw new IllegalArgumentException(
                    "listPrice: " + listPrice.get() + " is below the price " + price);
        }
        promotions = List.copyOf(promotions);
    }
}
