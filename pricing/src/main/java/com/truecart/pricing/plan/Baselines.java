package com.truecart.pricing.plan;

import com.truecart.model.Money;
import com.truecart.pricing.CartLine;
import com.truecart.pricing.CartPricer;
import com.truecart.pricing.StoreCart;
import com.truecart.pricing.plan.PurchasePlan.Strategy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The two ways people shop without a planner; a plan's savings are told against them. */
final class Baselines {
    private final Basket basket;
    private final Instant now;
    private final Plans plans;
    private final CartPricer pricer = new CartPricer();

    Baselines(Basket basket, Instant now) {
        this.basket = basket;
        this.now = now;
        this.plans = new Plans(basket, now);
    }

    /** Each want at the store where it alone costs least, delivery apart. */
    PurchasePlan cheapestPerWant() {
        return plans.of(Strategy.CHEAPEST_PER_WANT, chosen(basket.stores()), new Proof.NoBound());
    }

    /** Everything at the one store that misses fewest wants, among those the cheapest. */
    PurchasePlan cheapestSingleStore() {
        List<PurchasePlan> at = new ArrayList<>();
        for (Store store : sorted(basket.stores())) {
            at.add(
                    plans.of(
                            Strategy.CHEAPEST_SINGLE_STORE,
                            chosen(List.of(store)),
                            new Proof.NoBound()));
        }
        return at.stream()
                .min(
                        Comparator.comparingInt((PurchasePlan plan) -> plan.canBeOrdered() ? 0 : 1)
                                .thenComparingInt(plan -> plan.missing().size())
                                .thenComparing(PurchasePlan::total))
                .orElseGet(() ->
                        plans.of(Strategy.CHEAPEST_SINGLE_STORE, Map.of(), new Proof.NoBound()));
    }

    private Map<Want, Candidate> chosen(List<Store> stores) {
        Map<Want, Candidate> chosen = new HashMap<>();
        for (Want want : basket.wants()) {
            cheapest(want, stores).ifPresent(candidate -> chosen.put(want, candidate));
        }
        return chosen;
    }

    private Optional<Candidate> cheapest(Want want, List<Store> stores) {
        Candidate best = null;
        Money lowest = null;
        for (Store store : sorted(stores)) {
            for (Candidate candidate : Candidates.buyable(want, store, basket.currency())) {
                if (candidate.stock().orElse(want.quantity()) < want.quantity()) {
                    continue;
                }
                CartLine line = new CartLine(want.id(), candidate.offer(), want.quantity());
                Money alone =
                        pricer.price(
                                        new StoreCart(
                                                List.of(line),
                                                store.storePromotions(),
                                                Optional.empty(),
                                                store.profile()),
                                        store.shopper(),
                                        now)
                                .goods();
                if (lowest == null || alone.compareTo(lowest) < 0) {
                    best = candidate;
                    lowest = alone;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private static List<Store> sorted(List<Store> stores) {
        return stores.stream().sorted(Comparator.comparing(Store::id)).toList();
    }
}
