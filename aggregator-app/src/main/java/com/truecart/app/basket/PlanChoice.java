package com.truecart.app.basket;

import com.truecart.pricing.plan.PurchasePlan.Strategy;

/**
 * Which of a basket's plans a shopper has chosen: asked again, it is the same plan while nothing
 * has changed.
 *
 * @param onlyOrderable see {@link PlanQuestion}
 */
public record PlanChoice(Strategy strategy, boolean onlyOrderable, PlanWishes wishes) {

    /** The question whose answer has this plan. */
    PlanQuestion of(BasketContents contents) {
        return new PlanQuestion(contents, onlyOrderable, wishes);
    }
}
