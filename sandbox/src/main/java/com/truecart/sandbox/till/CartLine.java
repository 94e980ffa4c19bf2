package com.truecart.sandbox.till;

import com.truecart.sandbox.store.Offer;

/**
 * So many of one product at the price it had when it was rung up.
 *
 * @param offer the product with that price
 */
public record CartLine(Offer offer, int quantity) {

    /** Refuses a line of nothing. */
    public CartLine {
        if (quantity < 1) {
            throw new IllegalArgumentException("A line holds at least one");
        }
    }

    /** Price times quantity, in cents. */
    public long subtotal() {
        return offer.price() * quantity;
    }
}
