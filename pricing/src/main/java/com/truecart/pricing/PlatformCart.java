package com.truecart.pricing;

import com.truecart.model.Promotion;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What would be bought in one order at several stores of one platform, in one currency.
 *
 * @param stores the stores' carts by the store's id, at least one; all in the same currency and
 *     worked out by the same engine. Stores are worked through by id, so where an engine gives the
 *     odd cent to the last sub-order that is the one with the highest id
 * @param promotions those of the platform over all its stores (跨店满减, 平台券); each cart carries those
 *     of its store besides. A scope of listings means these ids at every store
 */
public record PlatformCart(SortedMap<String, StoreCart> stores, List<Promotion> promotions) {

    /** The carts by their store's id, in whatever order. */
    public PlatformCart(Map<String, StoreCart> stores, List<Promotion> promotions) {
        this(new TreeMap<>(stores), promotions);
    }

    public PlatformCart {
        if (stores.isEmpty()) {
            throw new IllegalArgumentException("stores: at least one is needed");
        }
        stores = Collections.unmodifiableSortedMap(new TreeMap<>(stores));
        promotions = List.copyOf(promotions);
        StoreCart first = stores.firstEntry().getValue();
        long most = 0;
        long stated = promotions.size();
        for (Map.Entry<String, StoreCart> each : stores.entrySet()) {
            StoreCart cart = each.getValue();
            if (each.getKey().isBlank()) {
                throw new IllegalArgumentException("stores: an id must not be blank");
            }
            if (!cart.currency().equals(first.currency())) {
                throw new IllegalArgumentException(
                        "store "
                                + each.getKey()
                                + ": is in "
                                + cart.currency()
                                + ", the platform's cart in "
                                + first.currency());
            }
            if (!cart.profile().equals(first.profile())) {
                throw new IllegalArgumentException(
                        "store "
                                + each.getKey()
                                + ": is worked out as "
                                + cart.profile().name()
                                + ", the platform's cart as "
                                + first.profile().name());
            }
            most += cart.mostMinor();
            if (most > StoreCart.MOST_MINOR) {
                throw new IllegalArgumentException(
                        "store "
                                + each.getKey()
                                + ": takes the platform's cart above what is priced");
            }
            stated += cart.promotions();
            if (stated > StoreCart.MOST_PROMOTIONS) {
                throw new IllegalArgumentException(
                        "store "
                                + each.getKey()
                                + ": takes the platform's cart to "
                                + stated
                                + " promotions, at most "
                                + StoreCart.MOST_PROMOTIONS
                                + " are priced");
            }
        }
    }
}
