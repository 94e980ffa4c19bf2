package com.truecart.pricing.plan;

import com.truecart.model.Promotion;
import com.truecart.pricing.Shopper;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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

    /** The same platform with those of its stores that are still there; empty where none is. */
    Optional<Platform> onlyWith(Set<String> left) {
        Set<String> both =
                storeIds.stream().filter(left::contains).collect(Collectors.toUnmodifiableSet());
        return both.isEmpty()
                ? Optional.empty()
                : Optional.of(new Platform(id, both, promotions, shopper));
    }
}
