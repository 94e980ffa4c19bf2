package com.truecart.app.basket.web;

import com.truecart.app.basket.PlanReasons;
import com.truecart.app.basket.PlanReasons.Addition;
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
import java.util.OptionalInt;

/** Plans on the wire: every price step printed, every assumption said. */
record PlanBodies(
        List<PlanBody> plans, List<AtStoresBody> byStores, Optional<ReasonsBody> reasons) {

    static PlanBodies of(PlansForBasket basket) {
        return new PlanBodies(
                basket.plans().stream().map(PlanBody::of).toList(),
                basket.byStores().stream().map(AtStoresBody::of).toList(),
                basket.reasons().map(ReasonsBody::of));
    }

    record PlanBody(
            String strategy,
            MoneyView total,
            String proof,
            Optional<MoneyView> lowerBound,
            OptionalInt arrivesWithinDays,
            boolean canBeOrdered,
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
                    plan.arrivesWithinDays(),
                    plan.plan().canBeOrdered(),
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
            OptionalInt arrivesWithinDays,
            List<StepBody> steps,
            List<LineBody> lines) {

        static StoreBody of(Part part) {
            return new StoreBody(
                    part.store().toString(),
                    part.name().byLanguage(),
                    part.orderable(),
                    MoneyView.of(part.cart().payable()),
                    part.cart().delivery().map(MoneyView::of),
                    part.arrivesWithinDays(),
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
            boolean insteadOfWanted,
            Map<String, String> title,
            int quantity,
            MoneyView unitPrice,
            MoneyView payable,
            Instant priceSeenAt,
            Optional<URI> page) {

        static LineBody of(Line line) {
            return new LineBody(
                    line.product().id().toString(),
                    line.isInstead(),
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
                        case Assumption.BelowMinimum _ -> "BELOW_LEAST_ORDER";
                    },
                    assumed.store().byLanguage(),
                    assumed.about().stream().map(title -> title.byLanguage()).toList());
        }
    }

    /** Why the cheapest plan is as it is. */
    record ReasonsBody(
            List<ElsewhereBody> elsewhere,
            List<OtherStoreBody> otherStores,
            List<AdditionBody> additions) {

        static ReasonsBody of(PlanReasons reasons) {
            return new ReasonsBody(
                    reasons.elsewhere().stream()
                            .map(each ->
                                    new ElsewhereBody(
                                            each.want().byLanguage(),
                                            each.store().byLanguage(),
                                            MoneyView.of(each.more())))
                            .toList(),
                    reasons.otherStores().stream()
                            .map(each ->
                                    new OtherStoreBody(
                                            each.store().byLanguage(),
                                            each.want().byLanguage(),
                                            MoneyView.of(each.more())))
                            .toList(),
                    reasons.additions().stream().map(AdditionBody::of).toList());
        }
    }

    record ElsewhereBody(Map<String, String> want, Map<String, String> store, MoneyView more) {}

    record OtherStoreBody(Map<String, String> store, Map<String, String> want, MoneyView more) {}

    /** One thing more at a store, and what it does to what is paid there. */
    record AdditionBody(
            Map<String, String> store,
            String productId,
            Map<String, String> title,
            int units,
            MoneyView alone,
            MoneyView before,
            MoneyView after,
            MoneyView added,
            MoneyView ifReturned,
            MoneyView ifClawedBack) {

        static AdditionBody of(Addition addition) {
            return new AdditionBody(
                    addition.store().byLanguage(),
                    addition.offer().productId().toString(),
                    addition.offer().listingTitle().byLanguage(),
                    addition.topUp().units(),
                    MoneyView.of(addition.topUp().alone()),
                    MoneyView.of(addition.topUp().before()),
                    MoneyView.of(addition.topUp().after()),
                    MoneyView.of(addition.topUp().added()),
                    MoneyView.of(addition.topUp().ifReturned()),
                    MoneyView.of(addition.topUp().ifClawedBack()));
        }
    }

    /** The cheapest plan at no more than some number of stores. */
    record AtStoresBody(int stores, MoneyView total, int missing) {

        static AtStoresBody of(AtStores at) {
            return new AtStoresBody(at.stores(), MoneyView.of(at.total()), at.missing());
        }
    }
}
