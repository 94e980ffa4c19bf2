package com.truecart.app.basket;

import com.truecart.app.catalog.StoreId;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Limits a shopper sets to every plan.
 *
 * @param maxStores at how many stores to buy at most
 * @param arrivesWithinDays when every parcel must have arrived; stores that do not say are left out
 * @param without stores not to buy from
 * @param newOnly whether used and refurbished offers are left out
 * @param search how long to search at most for each number of stores
 */
public record PlanWishes(
        OptionalInt maxStores,
        OptionalInt arrivesWithinDays,
        Set<StoreId> without,
        boolean newOnly,
        Duration search) {

    /** Most lists of one household take far less. */
    public static final Duration USUAL = Duration.ofMillis(500);

    /** No limit. */
    public static final PlanWishes NONE =
            new PlanWishes(OptionalInt.empty(), OptionalInt.empty(), Set.of(), false, USUAL);

    public PlanWishes {
        without = Set.copyOf(without);
    }

    /** The same wishes without these stores. */
    public PlanWishes without(Set<StoreId> stores) {
        return new PlanWishes(maxStores, arrivesWithinDays, stores, newOnly, search);
    }
}
