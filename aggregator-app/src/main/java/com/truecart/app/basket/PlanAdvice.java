package com.truecart.app.basket;

import com.truecart.app.basket.PlanReasons.Addition;
import com.truecart.app.basket.PlanReasons.Elsewhere;
import com.truecart.app.basket.PlanReasons.OtherStore;
import com.truecart.app.catalog.OfferFacts;
import com.truecart.app.catalog.StoreId;
import com.truecart.app.catalog.StoreShelf;
import com.truecart.model.Money;
import com.truecart.pricing.CartLine;
import com.truecart.pricing.NotApplied;
import com.truecart.pricing.OfferTerms;
import com.truecart.pricing.PricedLine;
import com.truecart.pricing.StoreCart;
import com.truecart.pricing.Verdict;
import com.truecart.pricing.plan.Alternatives;
import com.truecart.pricing.plan.Basket;
import com.truecart.pricing.plan.BasketPlanner;
import com.truecart.pricing.plan.PurchasePlan;
import com.truecart.pricing.plan.Store;
import com.truecart.pricing.plan.StoreOrder;
import com.truecart.pricing.plan.TopUps;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says why a plan is as it is, and what one thing more would do. */
@Component
class PlanAdvice {
    /** Shown for one store. */
    private static final int MOST_ADDITIONS = 2;

    /** A promotion that wants more than this part of the goods besides is out of reach. */
    private static final int WITHIN_REACH = 3;

    private static final int LOOKED_AT = 40;

    private final StoreShelf shelf;
    private final TopUps topUps = new TopUps();

    PlanAdvice(StoreShelf shelf) {
        this.shelf = shelf;
    }

    PlanReasons of(
            Basket basket, PurchasePlan plan, BasketPlanner planner, PlanFacts facts, Instant now) {
        Alternatives other = planner.passedOver(basket, plan, now);
        return new PlanReasons(
                other.wants().stream()
                        .map(each ->
                                new Elsewhere(
                                        facts.product(each.wantId()).title(),
                                        facts.name(StoreId.parse(each.storeId())),
                                        each.more()))
                        .toList(),
                other.stores().stream()
                        .map(each ->
                                new OtherStore(
                                        facts.name(StoreId.parse(each.storeId())),
                                        facts.product(each.wantId()).title(),
                                        each.more()))
                        .toList(),
                additions(basket, plan, facts, now));
    }

    private List<Addition> additions(
            Basket basket, PurchasePlan plan, PlanFacts facts, Instant now) {
        List<Addition> all = new ArrayList<>();
        for (StoreOrder order : plan.orders()) {
            Optional<Store> store =
                    basket.stores().stream()
                            .filter(each -> each.id().equals(order.storeId()))
                            .findFirst();
            Optional<Money> missing = store.flatMap(each -> nearestMiss(each, order));
            if (store.isPresent() && missing.isPresent()) {
                all.addAll(additions(store.get(), order, missing.get(), facts, now));
            }
        }
        return all;
    }

    private List<Addition> additions(
            Store store, StoreOrder order, Money missing, PlanFacts facts, Instant now) {
        StoreId id = StoreId.parse(store.id());
        Map<String, OfferFacts> found = new HashMap<>();
        List<OfferTerms> addable = new ArrayList<>();
        // up to five of a thing reach the step; far more than the step costs more than it gives
        for (OfferFacts offer :
                shelf.between(
                        id,
                        missing.share(200_000, RoundingMode.UP),
                        missing.plus(missing),
                        LOOKED_AT)) {
            found.put(offer.upstreamId(), offer);
            boolean isInCart =
                    order.cart().lines().stream()
                            .anyMatch(line ->
                                    line.line().offer().upstreamId().equals(offer.upstreamId()));
            if (!isInCart) {
                addable.add(PlanFacts.terms(offer));
            }
        }
        List<CartLine> lines = order.cart().lines().stream().map(PricedLine::line).toList();
        StoreCart cart =
                new StoreCart(lines, store.storePromotions(), store.delivery(), store.profile());
        return topUps.advice(cart, store.shopper(), addable, now, MOST_ADDITIONS).stream()
                .flatMap(topUp ->
                        Optional.ofNullable(found.get(topUp.offer().upstreamId()))
                                .map(offer -> new Addition(facts.name(id), offer, topUp))
                                .stream())
                .toList();
    }

    /**
     * The least that is missing for some promotion or for free delivery; empty where it is much.
     */
    private static Optional<Money> nearestMiss(Store store, StoreOrder order) {
        Money goods = order.cart().goods();
        List<Money> missing = new ArrayList<>();
        store.delivery()
                .flatMap(terms -> terms.freeFrom())
                .map(from -> from.minus(goods))
                .filter(Money::isPositive)
                .ifPresent(missing::add);
        for (NotApplied left : order.cart().notApplied()) {
            if (left.verdict() instanceof Verdict.Missed(Verdict.Shortfall.Spend(Money more))) {
                missing.add(more);
            }
        }
        return missing.stream()
                .min(Money::compareTo)
                .filter(least -> least.minor() * WITHIN_REACH <= goods.minor());
    }
}
