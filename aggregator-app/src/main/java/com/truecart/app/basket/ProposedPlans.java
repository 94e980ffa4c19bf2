package com.truecart.app.basket;

import com.truecart.app.basket.ProposedPlan.Assumed;
import com.truecart.app.basket.ProposedPlan.Line;
import com.truecart.app.basket.ProposedPlan.Missing;
import com.truecart.app.basket.ProposedPlan.Part;
import com.truecart.app.catalog.OfferFacts;
import com.truecart.app.catalog.ProductFacts;
import com.truecart.app.catalog.StoreId;
import com.truecart.model.Localized;
import com.truecart.pricing.plan.Assumption;
import com.truecart.pricing.plan.PurchasePlan;
import com.truecart.pricing.plan.StoreOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts the facts beside a plan's numbers. */
final class ProposedPlans {
    private final PlanFacts facts;

    ProposedPlans(PlanFacts facts) {
        this.facts = facts;
    }

    ProposedPlan of(PurchasePlan plan) {
        return new ProposedPlan(
                plan,
                plan.orders().stream()
                        .map(this::part)
                        .sorted(Comparator.comparing((Part part) -> !part.orderable()))
                        .toList(),
                plan.missing().stream()
                        .map(missing ->
                                new Missing(facts.product(missing.wantId()).title(), missing.why()))
                        .toList(),
                assumed(plan));
    }

    private Part part(StoreOrder order) {
        StoreId store = StoreId.parse(order.storeId());
        List<Line> lines =
                order.cart().lines().stream()
                        .map(priced -> {
                            String want = want(priced.line().lineId());
                            OfferFacts offer =
                                    offer(want, store, priced.line().offer().upstreamId());
                            ProductFacts product = facts.product(offer.productId().toString());
                            return new Line(facts.product(want).id(), product, offer, priced);
                        })
                        .toList();
        return new Part(
                store,
                facts.name(store),
                facts.orderable().contains(store.connectionId()),
                facts.handingOff().contains(store.connectionId()),
                facts.engine(store.connectionId()),
                facts.arrivesWithin(store),
                order.cart(),
                lines);
    }

    /** Two offers at one store that share a want have lines named after it and the offer. */
    private static String want(String lineId) {
        int beside = lineId.indexOf('+');
        return beside < 0 ? lineId : lineId.substring(0, beside);
    }

    private OfferFacts offer(String want, StoreId store, String upstreamId) {
        return facts.products().values().stream()
                .sorted(Comparator.comparing(product -> !product.id().toString().equals(want)))
                .flatMap(product -> product.offers().stream())
                .filter(one -> one.store().equals(store) && one.upstreamId().equals(upstreamId))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException(
                                "the plan names an offer nobody made: " + upstreamId));
    }

    private List<Assumed> assumed(PurchasePlan plan) {
        List<Assumed> all = new ArrayList<>();
        Map<String, List<Localized>> unstated = new LinkedHashMap<>();
        for (Assumption assumption : plan.assumptions()) {
            switch (assumption) {
                case Assumption.DeliveryNotIncluded delivery ->
                        all.add(new Assumed(delivery, name(delivery.storeId()), List.of()));
                case Assumption.BelowMinimum small ->
                        all.add(new Assumed(small, name(small.storeId()), List.of()));
                case Assumption.AvailabilityNotStated stock ->
                        unstated.computeIfAbsent(stock.storeId(), _ -> new ArrayList<>())
                                .add(facts.product(stock.wantId()).title());
            }
        }
        // one sentence a store, not one a line
        unstated.forEach((store, titles) ->
                all.add(
                        new Assumed(
                                new Assumption.AvailabilityNotStated(store, ""),
                                name(store),
                                titles)));
        return all;
    }

    private Localized name(String store) {
        return facts.name(StoreId.parse(store));
    }
}
