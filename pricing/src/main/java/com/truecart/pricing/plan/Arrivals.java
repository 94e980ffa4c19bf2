package com.truecart.pricing.plan;

import java.util.stream.IntStream;

/** By when what can be had of a basket arrives. */
final class Arrivals {
    private Arrivals() {}

    /** The days stores state, each once, soonest first. */
    static IntStream days(Basket basket) {
        return basket.stores().stream()
                .flatMapToInt(store -> store.terms().arrivesWithinDays().stream())
                .sorted()
                .distinct();
    }

    /** How many wants some store can fulfil. */
    static int mostWants(Basket basket) {
        return (int)
                basket.wants().stream()
                        .filter(want ->
                                basket.stores().stream()
                                        .flatMap(store ->
                                                Candidates.buyable(want, store, basket.currency())
                                                        .stream())
                                        .anyMatch(candidate ->
                                                candidate.stock().orElse(want.quantity())
                                                        >= want.quantity()))
                        .count();
    }
}
