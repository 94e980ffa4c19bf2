package com.truecart.pricing;

import com.truecart.model.Money;
import com.truecart.model.Promotion;
import java.util.List;
import java.util.Optional;

/**
 * One step from the list price to what is paid.
 *
 * @param promotion the promotion behind the step, for {@link Kind#PROMOTION} only
 * @param change what the step adds; negative where it lowers
 * @param after the running amount after the step
 */
public record PriceStep(Kind kind, Optional<Promotion> promotion, Money change, Money after) {

    /** What a step is. */
    public enum Kind {
        /** The struck-through price, or the store's price where it strikes none. */
        LIST,
        /** From the struck-through price to the price the store asks now. */
        STORE_PRICE,
        PROMOTION,
        /** The tax of a store that publishes prices without it. */
        TAX,
        DELIVERY
    }

    public PriceStep {
        if (promotion.isPresent() != (kind == Kind.PROMOTION)) {
            throw new IllegalArgumentException("a step names a promotion exactly where it is one");
        }
        if (kind == Kind.PROMOTION && change.isPositive()) {
            throw new IllegalArgumentException("a promotion never raises a price: " + change);
        }
    }

    /** Refuses steps that do not lead from nothing over the list price to the payable amount. */
    static void requireAddUp(Money list, List<PriceStep> steps, Money payable) {
        if (steps.isEmpty()
                || steps.getFirst().kind() != Kind.LIST
                || !steps.getFirst().change().equals(list)) {
            throw new IllegalArgumentException("the first step must be the list price " + list);
        }
        Money running = Money.zero(list.currency());
        for (PriceStep step : steps) {
            running = running.plus(step.change());
            if (!running.equals(step.after())) {
                throw new IllegalArgumentException(
                        "steps do not add up: " + running + " is called " + step.after());
            }
        }
        if (!running.equals(payable)) {
            throw new IllegalArgumentException(
                    "steps lead to " + running + ", payable is " + payable);
        }
        if (payable.isNegative()) {
            throw new IllegalArgumentException("payable must not be negative, is " + payable);
        }
    }
}
