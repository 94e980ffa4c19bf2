package com.truecart.pricing.plan;

import com.truecart.model.Promotion;
import com.truecart.pricing.Shopper;
import java.util.List;
import java.util.Set;

/**
 * Several stores bought from in one order, with promotions over all of them (跨店满减, 平台券).
 *
 * @param storeIds at least one; all run the same engine
 * @param shopper what the shopper has confirmed on the platform, for its own promotions; each store
 *     has its own besides
 */
public record Platform(
        String id, Set<String> storeIds, List<Promotion> promotions, Shopper shopper) {
    public Platform {
        if (storeIds.isEmpty()) {
            throw new IllegalArgumentException("storeIds: platform " + id + " has no store");
        }
        storeIds = Set.copyOf(storeIds);
        promotions = List.copyOf(promotions);
    }
}
