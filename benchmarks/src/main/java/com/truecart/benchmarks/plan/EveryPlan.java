package com.truecart.benchmarks.plan;

import com.truecart.model.DeliveryTerms;
import com.truecart.model.Money;
import com.truecart.pricing.CartLine;
import com.truecart.pricing.CartPricer;
import com.truecart.pricing.PlatformCart;
import com.truecart.pricing.PlatformPricer;
import com.truecart.pricing.Shopper;
import com.truecart.pricing.Shoppers;
import com.truecart.pricing.StoreCart;
import com.truecart.pricing.plan.Basket;
import com.truecart.pricing.plan.Candidate;
import com.truecart.pricing.plan.Platform;
import com.truecart.pricing.plan.Store;
import com.truecart.pricing.plan.Want;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * Tries every plan of a small basket, or plans drawn at random, each priced by the pricing engine
 * alone: nothing of the planner is used.
 */
final class EveryPlan {
    private final Basket basket;
    private final Instant now;
    private final Map<String, Long> known = new HashMap<>();
    private int leastMissing = Integer.MAX_VALUE;
    private long leastCost = Long.MAX_VALUE;
    private long tried;

    EveryPlan(Basket basket, Instant now) {
        this.basket = basket;
        this.now = now;
    }

    /**
     * The fewest wants missing that must be had, and the least such a plan costs in minor units,
     * with the worth of what is only nice to have and missing.
     */
    record Least(int missing, long cost, long tried) {}

    Least least() {
        choose(0, new ArrayList<>());
        return new Least(leastMissing, leastCost, tried);
    }

    /** The want's candidate in the choice; none where it is missing. */
    private record Chosen(Want want, Candidate candidate) {}

    private void choose(int want, List<Chosen> chosen) {
        if (want == basket.wants().size()) {
            consider(chosen);
            return;
        }
        Want next = basket.wants().get(want);
        for (Candidate candidate : next.candidates()) {
            if (canGive(next, candidate)) {
                chosen.add(new Chosen(next, candidate));
                choose(want + 1, chosen);
                chosen.removeLast();
            }
        }
        choose(want + 1, chosen);
    }

    private void consider(List<Chosen> chosen) {
        Set<Want> left = left(chosen);
        int missing = missing(left);
        if (missing > leastMissing) {
            return;
        }
        OptionalLong cost = cost(chosen, left);
        if (cost.isEmpty()) {
            return;
        }
        tried++;
        if (missing < leastMissing || cost.getAsLong() < leastCost) {
            leastMissing = missing;
            leastCost = cost.getAsLong();
        }
    }

    /**
     * What one plan costs that is drawn at random, what is only nice to have left out now and then;
     * empty where it may not be, or misses something.
     */
    OptionalLong drawn(Random random) {
        List<Chosen> chosen = new ArrayList<>();
        for (Want want : basket.wants()) {
            List<Candidate> candidates =
                    want.candidates().stream()
                            .filter(candidate -> canGive(want, candidate))
                            .toList();
            boolean isLeftOut = want.worth().isPresent() && random.nextInt(4) == 0;
            if (!candidates.isEmpty() && !isLeftOut) {
                chosen.add(new Chosen(want, candidates.get(random.nextInt(candidates.size()))));
            }
        }
        Set<Want> left = left(chosen);
        try {
            return missing(left) > 0 ? OptionalLong.empty() : cost(chosen, left);
        } catch (IllegalArgumentException contradiction) {
            // two wants that state other terms for one offer: no cart can hold both
            return OptionalLong.empty();
        }
    }

    private boolean canGive(Want want, Candidate candidate) {
        return candidate.availability().canBeBought()
                && candidate.offer().unitPrice().currency().equals(basket.currency())
                && candidate.stock().orElse(want.quantity()) >= want.quantity();
    }

    private Set<Want> left(List<Chosen> chosen) {
        Set<Want> left = new HashSet<>(basket.wants());
        chosen.forEach(each -> left.remove(each.want()));
        return left;
    }

    private static int missing(Set<Want> left) {
        return (int) left.stream().filter(want -> want.worth().isEmpty()).count();
    }

    /** With the worth of what is left out; empty where there are too many stores or too little. */
    private OptionalLong cost(List<Chosen> chosen, Set<Want> left) {
        Map<String, List<Chosen>> byStore = new TreeMap<>();
        for (Chosen each : chosen) {
            byStore.computeIfAbsent(each.candidate().storeId(), _ -> new ArrayList<>()).add(each);
        }
        if (basket.maxStores().isPresent() && byStore.size() > basket.maxStores().getAsInt()) {
            return OptionalLong.empty();
        }
        long cost =
                left.stream().flatMap(want -> want.worth().stream()).mapToLong(Money::minor).sum();
        Map<String, StoreCart> together = new HashMap<>();
        Map<String, Shopper> shoppers = new HashMap<>();
        Optional<Platform> platform = basket.platforms().stream().findFirst();
        for (Store store : basket.stores()) {
            List<Chosen> here = byStore.getOrDefault(store.id(), List.of());
            if (here.isEmpty()) {
                continue;
            }
            if (isTooSmall(store, here)) {
                return OptionalLong.empty();
            }
            if (platform.filter(each -> each.storeIds().contains(store.id())).isPresent()) {
                together.put(store.id(), cart(store, here));
                shoppers.put(store.id(), store.shopper());
            } else {
                cost += alone(store, here);
            }
        }
        if (platform.isPresent() && !together.isEmpty()) {
            cost +=
                    new PlatformPricer()
                            .price(
                                    new PlatformCart(together, platform.get().promotions()),
                                    new Shoppers(shoppers, platform.get().shopper()),
                                    now)
                            .payable()
                            .minor();
        }
        return OptionalLong.of(cost);
    }

    private boolean isTooSmall(Store store, List<Chosen> here) {
        Optional<Money> least = store.terms().minimum();
        return least.isPresent()
                && new CartPricer()
                                .price(cart(store, here), store.shopper(), now)
                                .goods()
                                .compareTo(least.get())
                        < 0;
    }

    private long alone(Store store, List<Chosen> here) {
        StringBuilder key = new StringBuilder(store.id());
        for (Chosen each : here) {
            key.append('/').append(each.want().id()).append(each.candidate().offer().upstreamId());
        }
        return known.computeIfAbsent(
                key.toString(),
                _ ->
                        new CartPricer()
                                .price(cart(store, here), store.shopper(), now)
                                .payable()
                                .minor());
    }

    private StoreCart cart(Store store, List<Chosen> here) {
        List<CartLine> lines =
                here.stream()
                        .map(each ->
                                new CartLine(
                                        each.want().id(),
                                        each.candidate().offer(),
                                        each.want().quantity()))
                        .toList();
        Optional<DeliveryTerms> delivery = store.delivery();
        return new StoreCart(lines, store.storePromotions(), delivery, store.profile());
    }
}
