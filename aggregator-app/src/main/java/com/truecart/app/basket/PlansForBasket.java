package com.truecart.app.basket;

import com.truecart.app.basket.BasketContents.Wanted;
import com.truecart.app.catalog.ProductFacts;
import com.truecart.pricing.plan.PurchasePlan.Strategy;
import java.util.List;
import java.util.Optional;

/**
 * A basket with its products and the ways to buy it.
 *
 * @param wants in the basket's order
 * @param plans one per strategy; none where nothing is wanted
 */
public record PlansForBasket(List<Row> wants, List<ProposedPlan> plans) {
    public PlansForBasket {
        wants = List.copyOf(wants);
        plans = List.copyOf(plans);
    }

    /** The plan of this strategy. */
    public Optional<ProposedPlan> plan(Strategy strategy) {
        return plans.stream().filter(one -> one.plan().strategy() == strategy).findFirst();
    }

    /** A want with what is known of its product. */
    public record Row(Wanted want, ProductFacts product) {}
}
