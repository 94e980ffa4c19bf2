package com.truecart.app.basket.web;

import com.truecart.app.basket.PlansForBasket;
import com.truecart.app.basket.PlansForBasket.AtStores;
import com.truecart.app.basket.ProposedPlan;
import com.truecart.app.basket.ProposedPlan.Assumed;
import com.truecart.app.basket.ProposedPlan.Line;
import com.truecart.app.basket.ProposedPlan.Part;
import com.truecart.app.web.MoneyView;
import com.truecart.pricing.PriceStep;
import com.truecart.pricing.plan.Assumption;
import com.truecart.pricing.plan.Proof;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans on the wire: every price step printed, every assumption said. */
record PlanBodies(List<PlanBody> plans, List<AtStoresBody> byStores) {

    static PlanBodies of(PlansForBasket basket) {
        return new PlanBodies(
                basket.plans().stream().map(PlanBody::of).toList(),
                basket.byStores().stream().map(AtStoresBody::of).toList());
    }

    record PlanBody(
            String strategy,
            MoneyView total,
            String proof,
            Optional<MoneyView> lowerBound,
            List<StoreBody> stores,
            List<MissingBody> missing,
            List<AssumptionBody> assumptions) {

        static PlanBody of(ProposedPlan plan) {
            return new PlanBody(
                    plan.plan().strategy().name(),
                    MoneyView.of(plan.total()),
                    switch (plan.plan().proof()) {
                        case Proof.Proven() -> "PROVEN_CHEAPEST";
                        case Proof.Within _ -> "WITHIN_BOUND";
                        case Proof.NoBound() -> "NO_BOUND";
                    },
                    plan.plan().bound().map(MoneyView::of),
                    plan.parts().stream().map(StoreBody::of).toList(),
                    plan.missing().stream()
                            .map(missing ->
                                    new MissingBody(
                                            missing.title().byLanguage(), missing.why().name()))
                            .toList(),
                    plan.assumptions().stream().map(AssumptionBody::of).toList());
        }
    }

    record StoreBody(
            String store,
            Map<String, String> name,
            boolean orderable,
            MoneyView payable,
            Optional<MoneyView> delivery,
            List<StepBody> steps,
            List<LineBody> lines) {

        static StoreBody of(Part part) {
            return new StoreBody(
                    part.store().toString(),
                    part.name().byLanguage(),
                    part.orderable(),
                    MoneyView.of(part.cart().payable()),
                    part.cart().delivery().map(MoneyView::of),
                    part.cart().steps().stream().map(StepBody::of).toList(),
                    part.lines().stream().map(LineBody::of).toList());
        }
    }

    record StepBody(
            String kind,
            Optional<Map<String, String>> promotion,
            MoneyView change,
            MoneyView after) {

        static StepBody of(PriceStep step) {
            return new StepBody(
                    step.kind().name(),
                    step.promotion().map(promotion -> promotion.label().byLanguage()),
                    MoneyView.of(step.change()),
                    MoneyView.of(step.after()));
        }
    }

    record LineBody(
            String productId,
            Map<String, String> title,
            int quantity,
            MoneyView unitPrice,
            MoneyView payable,
            Instant priceSeenAt,
            Optional<URI> page) {

        static LineBody of(Line line) {
            return new LineBody(
                    line.product().id().toString(),
                    line.product().title().byLanguage(),
                    line.quantity(),
                    MoneyView.of(line.offer().price()),
                    MoneyView.of(line.priced().payable()),
                    line.offer().seenAt(),
                    line.offer().page());
        }
    }

    record MissingBody(Map<String, String> title, String why) {}

    record AssumptionBody(String kind, Map<String, String> store, List<Map<String, String>> about) {

        static AssumptionBody of(Assumed assumed) {
            return new AssumptionBody(
                    switch (assumed.assumption()) {
                        case Assumption.DeliveryNotIncluded _ -> "DELIVERY_NOT_INCLUDED";
                        case Assumption.AvailabilityNotStated _ -> "AVAILABILITY_NOT_STATED";
                    },
                    assumed.store().byLanguage(),
                    assumed.about().stream().map(title -> title.byLanguage()).toList());
        }
    }

    /** The cheapest plan at no more than some number of stores. */
    record AtStoresBody(int stores, MoneyView total, int missing) {

        static AtStoresBody of(AtStores at) {
            return new AtStoresBody(at.stores(), MoneyView.of(at.total()), at.missing());
        }
    }
}
