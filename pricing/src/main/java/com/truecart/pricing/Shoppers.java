package com.truecart.pricing;

import java.util.Map;

/**
 * The shopper of one order at several stores of one platform: a member of one store is not one of
 * the next, and a new customer of the platform may be known to a store.
 *
 * @param atStores what the shopper has confirmed at each store, by its id; nothing where absent
 * @param onPlatform what they have confirmed on the platform, for its own promotions
 */
public record Shoppers(Map<String, Shopper> atStores, Shopper onPlatform) {

    /** Somebody of whom nothing is known anywhere. */
    public static final Shoppers ANYONE = new Shoppers(Map.of(), Shopper.ANYONE);

    public Shoppers {
        atStores = Map.copyOf(atStores);
    }

    /** What has been confirmed at one store. */
    Shopper at(String store) {
        return atStores.getOrDefault(store, Shopper.ANYONE);
    }
}
