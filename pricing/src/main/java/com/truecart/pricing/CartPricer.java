package com.truecart.pricing;

import java.time.Instant;

/** Works out what a store's cart costs. */
@SuppressWarnings("DoNotCallSuggester")
public final class CartPricer {

    /** The price of this cart for this shopper at this moment. */
    public PricedCart price(StoreCart cart, Shopper shopper, Instant now) {
        throw new UnsupportedOperationException();
    }
}
