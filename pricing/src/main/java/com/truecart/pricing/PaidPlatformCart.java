package com.truecart.pricing;

import java.util.Map;

/**
 * An order at several stores of one platform that was paid as it was priced.
 *
 * @param cart what was bought
 * @param shoppers for whom it was priced
 * @param priced what was paid, store by store; refused where its stores or lines are not those of
 *     the cart
 */
public record PaidPlatformCart(PlatformCart cart, Shoppers shoppers, PricedPlatformCart priced) {

    public PaidPlatformCart {
        if (!priced.stores().keySet().equals(cart.stores().keySet())) {
            throw new IllegalArgumentException("priced: its stores are not those of the cart");
        }
        for (Map.Entry<String, StoreCart> each : cart.stores().entrySet()) {
            PricedCart ofStore = priced.stores().get(each.getKey());
            if (ofStore != null) {
                PaidCart.requireLinesOf(each.getValue(), ofStore);
            }
        }
    }

    /** What a line of one store is called in a refund of the whole order. */
    public static String lineId(String store, String lineId) {
        return store + "/" + lineId;
    }
}
