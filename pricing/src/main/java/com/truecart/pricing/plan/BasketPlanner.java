package com.truecart.pricing.plan;

import java.time.Instant;

/** Chooses the stores to buy a basket from. */
@SuppressWarnings("DoNotCallSuggester")
public final class BasketPlanner {

    /** Each want at the store where it alone costs least, goods promotions considered; then each store's lines priced together. */
    public PurchasePlan cheapestPerWant(Basket basket, Instant now) {
        throw new UnsupportedOperationException();
    }

    /** Everything at one store: the one that misses fewest wants, among those the one that costs least. */
    public PurchasePlan cheapestSingleStore(Basket basket, Instant now) {
        throw new UnsupportedOperationException();
    }
}
