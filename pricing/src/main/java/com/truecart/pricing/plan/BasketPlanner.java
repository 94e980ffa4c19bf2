package com.truecart.pricing.plan;

import com.truecart.model.Availability;
import com.truecart.model.DeliveryTerms;
import com.truecart.model.Money;
import com.truecart.pricing.CartLine;
import com.truecart.pricing.CartPricer;
import com.truecart.pricing.PricedCart;
import com.truecart.pricing.StoreCart;
import com.truecart.pricing.plan.MissingWant.Why;
import com.truecart.pricing.plan.PurchasePlan.Strategy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Chooses the stores to buy a basket from. Stateless, so one serves all threads. */
public final class BasketPlanner {

    private final CartPricer pricer = new CartPricer();

    /**
     * Each want at the store where it alone costs least, delivery apart; then each store's lines
     * are priced together.
     */
    public PurchasePlan cheapestPerWant(Basket basket, Instant now) {
        Map<Want, Candidate> chosen = new LinkedHashMap<>();
        for (Want want : basket.wants()) {
            cheapest(basket, want, basket.stores(), now)
                    .ifPresent(candidate -> chosen.put(want, candidate));
        }
        return plan(Strategy.CHEAPEST_PER_WANT, basket, chosen, now);
    }

    /**
     * Everything at one store: the one that misses fewest wants, among those the one that costs
     * least, delivery included where known.
     */
    public PurchasePlan cheapestSingleStore(Basket basket, Instant now) {
        List<PurchasePlan> plans = new ArrayList<>();
        for (Store store : sorted(basket.stores())) {
            Map<Want, Candidate> chosen = new LinkedHashMap<>();
            for (Want want : basket.wants()) {
                cheapest(basket, want, List.of(store), now)
                        .ifPresent(candidate -> chosen.put(want, candidate));
            }
            plans.add(plan(Strategy.CHEAPEST_SINGLE_STORE, basket, chosen, now));
        }
        return plans.stream()
                .min(
                        Comparator.comparingInt((PurchasePlan plan) -> plan.missing().size())
                                .thenComparing(PurchasePlan::total))
                .orElseGet(() -> plan(Strategy.CHEAPEST_SINGLE_STORE, basket, Map.of(), now));
    }

    private Optional<Candidate> cheapest(
            Basket basket, Want want, List<Store> stores, Instant now) {
        Candidate best = null;
        Money lowest = null;
        for (Store store : sorted(stores)) {
            for (Candidate candidate : candidates(want, store)) {
                if (!canBeBought(candidate, basket)) {
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

    private PurchasePlan plan(
            Strategy strategy, Basket basket, Map<Want, Candidate> chosen, Instant now) {
        List<StoreOrder> orders = new ArrayList<>();
        List<Assumption> assumptions = new ArrayList<>();
        Money total = Money.zero(basket.currency());
        for (Store store : basket.stores()) {
            List<CartLine> lines = new ArrayList<>();
            List<Assumption> ofLines = new ArrayList<>();
            chosen.forEach((want, candidate) -> {
                if (candidate.storeId().equals(store.id())) {
                    lines.add(new CartLine(want.id(), candidate.offer(), want.quantity()));
                    if (candidate.availability() == Availability.UNSTATED) {
                        ofLines.add(new Assumption.AvailabilityNotStated(store.id(), want.id()));
                    }
                }
            });
            if (lines.isEmpty()) {
                continue;
            }
            Optional<DeliveryTerms> delivery =
                    store.delivery().filter(terms -> StoreCart.isIn(basket.currency(), terms));
            PricedCart cart =
                    pricer.price(
                            new StoreCart(
                                    lines, store.storePromotions(), delivery, store.profile()),
                            store.shopper(),
                            now);
            orders.add(
                    new StoreOrder(
                            store.id(), cart, lines.stream().map(CartLine::lineId).toList()));
            total = total.plus(cart.payable());
            if (delivery.isEmpty()) {
                assumptions.add(new Assumption.DeliveryNotIncluded(store.id()));
            }
            assumptions.addAll(ofLines);
        }
        List<MissingWant> missing =
                basket.wants().stream()
                        .filter(want -> !chosen.containsKey(want))
                        .map(want -> new MissingWant(want.id(), why(want, basket)))
                        .toList();
        return new PurchasePlan(strategy, orders, total, missing, assumptions);
    }

    private static Why why(Want want, Basket basket) {
        List<Candidate> offered =
                basket.stores().stream()
                        .flatMap(store -> candidates(want, store).stream())
                        .toList();
        if (offered.isEmpty()) {
            return Why.NO_OFFER;
        }
        List<Candidate> buyable =
                offered.stream()
                        .filter(candidate -> candidate.availability().canBeBought())
                        .toList();
        if (buyable.isEmpty()) {
            return Why.NOT_AVAILABLE;
        }
        return buyable.stream().anyMatch(candidate -> canBeBought(candidate, basket))
                ? Why.NOT_AT_THIS_STORE
                : Why.OTHER_CURRENCY;
    }

    private static boolean canBeBought(Candidate candidate, Basket basket) {
        return candidate.availability().canBeBought()
                && candidate.offer().unitPrice().currency().equals(basket.currency());
    }

    /**
     * By key, so that the order in which a caller names candidates never decides between equals.
     */
    private static List<Candidate> candidates(Want want, Store store) {
        return want.candidates().stream()
                .filter(candidate -> candidate.storeId().equals(store.id()))
                .sorted(Comparator.comparing(candidate -> candidate.offer().upstreamId()))
                .toList();
    }

    private static List<Store> sorted(List<Store> stores) {
        return stores.stream().sorted(Comparator.comparing(Store::id)).toList();
    }
}
