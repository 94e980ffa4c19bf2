package com.truecart.sandbox.store;

import com.truecart.sandbox.world.Product;

/**
 * A product as one shop sells it at this moment.
 *
 * @param itemId what the shop's protocol calls it when it is ordered; promotions name it too
 * @param regularPrice before a sale, in cents
 * @param price what one costs now, in cents
 */
public record Offer(
        String sku, String itemId, Product product, long regularPrice, long price, int stock) {

    /** Whether the price is a reduced one. */
    public boolean onSale() {
        return price < regularPrice;
    }
}
