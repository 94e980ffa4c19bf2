package com.truecart.app.basket;

import com.truecart.app.basket.BasketContents.Wanted;
import com.truecart.app.catalog.ProductFacts;
import com.truecart.model.Money;
import com.truecart.pricing.plan.PurchasePlan;
import com.truecart.pricing.plan.PurchasePlan.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A basket with its products and the ways to buy it.
 *
 * @param wants in the basket's order
 * @param plans one per strategy; none where nothing is wanted
 * @param byStores what the cheapest plan at one store, at two, and so on costs; the last is the
 *     cheapest of all
 * @param reasons why the cheapest is as it is; empty where nothing is wanted
 */
public record PlansForBasket(
        List<Row> wants,
        List<ProposedPlan> plans,
        List<AtStores> byStores,
        Optional<PlanReasons> reasons) {
    public PlansForBasket {
        wants = List.copyOf(wants);
        plans = List.copyOf(plans);
        byStores = List.copyOf(byStores);
    }

    /** The currency plans are made in; Hong Kong dollars where nothing is planned. */
    public String currency() {
        return plans.stream()
                .map(plan -> plan.total().currency().getCurrencyCode())
                .findFirst()
                .orElse("HKD");
    }

    /** The plan of this strategy. */
    public Optional<ProposedPlan> plan(Strategy strategy) {
        return plans.stream().filter(one -> one.plan().strategy() == strategy).findFirst();
    }

    /**
     * The plans worth a card each: the cheapest, the one at fewest stores, the fastest and the one
     * at a single store, each only where it differs from those before.
     */
    public List<ProposedPlan> cards() {
        List<ProposedPlan> cards = new ArrayList<>();
        for (Strategy strategy :
                List.of(
                        Strategy.CHEAPEST,
                        Strategy.FEWEST_STORES,
                        Strategy.FASTEST,
                        Strategy.CHEAPEST_SINGLE_STORE)) {
            plan(strategy)
                    .filter(plan -> plan.plan().canBeOrdered())
                    .filter(plan ->
                            cards.stream()
                                    .noneMatch(card ->
                                            card.plan().orders().equals(plan.plan().orders())))
                    .ifPresent(cards::add);
        }
        return cards;
    }

    /**
     * What a plan saves against another way to shop; empty where one of them misses more or nothing
     * is saved.
     */
    public Optional<Money> saving(ProposedPlan plan, Strategy against) {
        return plan(against)
                .filter(other -> other.missing().size() == plan.missing().size())
                .map(other -> other.total().minus(plan.total()))
                .filter(Money::isPositive);
    }

    /** A want with what is known of its product. */
    public record Row(Wanted want, ProductFacts product) {}

    /**
     * The cheapest plan at no more than some number of stores.
     *
     * @param stores at how many it buys
     * @param missing how many wants it leaves out
     */
    public record AtStores(int stores, Money total, int missing) {
        static AtStores of(PurchasePlan plan) {
            return new AtStores(plan.orders().size(), plan.total(), plan.missing().size());
        }
    }
}
