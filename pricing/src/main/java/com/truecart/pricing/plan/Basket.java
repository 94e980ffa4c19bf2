package com.truecart.pricing.plan;

import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What is wanted, where it may be bought, and in which currency the plan is made.
 *
 * @param wants with unique ids, in the shopper's order, at most {@link #MOST_WANTS}
 * @param stores with unique ids, at most {@link #MOST_STORES}; candidates at other stores are not
 *     considered
 * @param platforms stores that are bought from in one order; no store is on two of them
 * @param currency offers in other currencies are reported, never summed
 * @param maxStores at how many stores the shopper would buy at most; at least 1
 */
public record Basket(
        List<Want> wants,
        List<Store> stores,
        List<Platform> platforms,
        Currency currency,
        OptionalInt maxStores) {

    /** A longer list is refused: no search that ends in time would be worth its name. */
    public static final int MOST_WANTS = 200;

    /** More stores than this are refused, likewise. */
    public static final int MOST_STORES = 100;

    public Basket {
        wants = List.copyOf(wants);
        stores = List.copyOf(stores);
        platforms = List.copyOf(platforms);
        if (wants.size() > MOST_WANTS) {
            throw new IllegalArgumentException(
                    "wants: at most "
                            + MOST_WANTS
                            + " are planned at once, there are "
                            + wants.size()
                            + "; split the list from want "
                            + wants.get(MOST_WANTS).id()
                            + " on");
        }
        if (stores.size() > MOST_STORES) {
            throw new IllegalArgumentException(
                    "stores: at most "
                            + MOST_STORES
                            + " are compared at once, there are "
                            + stores.size());
        }
        if (maxStores.isPresent() && maxStores.getAsInt() < 1) {
            throw new IllegalArgumentException(
                    "maxStores: must be at least 1, is " + maxStores.getAsInt());
        }
        for (Want want : wants) {
            if (want.worth().isPresent() && !want.worth().get().currency().equals(currency)) {
                throw new IllegalArgumentException(
                        "want "
                                + want.id()
                                + ": worth: "
                                + want.worth().get()
                                + " is not in "
                                + currency);
            }
        }
        requireUnique("wants", wants.stream().map(Want::id).toList());
        requireUnique("stores", stores.stream().map(Store::id).toList());
        requireUnique(
                "stores of platforms",
                platforms.stream().flatMap(each -> each.storeIds().stream()).toList());
    }

    /** A basket for stores each on its own, as many as it takes. */
    public Basket(List<Want> wants, List<Store> stores, Currency currency) {
        this(wants, stores, List.of(), currency, OptionalInt.empty());
    }

    /** The same basket bought at no more than so many stores. */
    public Basket atMost(int storeCount) {
        return new Basket(wants, stores, platforms, currency, OptionalInt.of(storeCount));
    }

    /** The same basket when these wants have been bought. */
    public Basket without(Set<String> wantIds) {
        return new Basket(
                wants.stream().filter(want -> !wantIds.contains(want.id())).toList(),
                stores,
                platforms,
                currency,
                maxStores);
    }

    /** The same basket bought at other stores than these. */
    public Basket withoutStores(Set<String> storeIds) {
        return onlyAt(store -> !storeIds.contains(store.id()));
    }

    /** The same basket bought where every parcel arrives within so many days of the order. */
    public Basket arrivingWithin(int days) {
        return onlyAt(store -> store.terms().arrivesWithinDays().orElse(Integer.MAX_VALUE) <= days);
    }

    private Basket onlyAt(Predicate<Store> isUsed) {
        List<Store> left = stores.stream().filter(isUsed).toList();
        Set<String> ids = left.stream().map(Store::id).collect(Collectors.toSet());
        List<Platform> platformsLeft =
                platforms.stream().flatMap(platform -> platform.onlyWith(ids).stream()).toList();
        return new Basket(wants, left, platformsLeft, currency, maxStores);
    }

    private static void requireUnique(String what, List<String> ids) {
        Set<String> seen = new HashSet<>();
        for (String id : ids) {
            if (!seen.add(id)) {
                throw new IllegalArgumentException("two " + what + " are called " + id);
            }
        }
    }
}
