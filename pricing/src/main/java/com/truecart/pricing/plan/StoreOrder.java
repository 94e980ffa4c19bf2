package com.truecart.pricing.plan;

import com.truecart.pricing.PricedCart;
import java.util.List;

/**
 * What a plan buys at one store.
 *
 * @param cart its lines bear the ids of the wants they fulfil
 * @param wants the ids of those wants
 */
public record StoreOrder(String storeId, PricedCart cart, List<String> wants) {
    public StoreOrder {
        wants = List.copyOf(wants);
    }
}
