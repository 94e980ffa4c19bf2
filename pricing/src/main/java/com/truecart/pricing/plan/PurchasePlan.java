package com.truecart.pricing.plan;

import com.truecart.model.Money;
import java.util.List;

/**
 * Which stores to buy a list from and what that costs.
 *
 * @param orders one per store
 * @param total the orders' payable amounts together; refused where it is not
 * @param missing wants the plan leaves out: a total with missing wants is no cheaper than one
 *     without
 * @param assumptions what the total takes for granted
 */
public record PurchasePlan(
        Strategy strategy,
        List<StoreOrder> orders,
        Money total,
        List<MissingWant> missing,
        List<Assumption> assumptions) {

    /** How the stores were chosen. */
    public enum Strategy {
        /** Each want at the store where it alone is cheapest. */
        CHEAPEST_PER_WANT,
        /** Everything at the one store that has most of it for least. */
        CHEAPEST_SINGLE_STORE
    }

    public PurchasePlan {
        orders = List.copyOf(orders);
        missing = List.copyOf(missing);
        assumptions = List.copyOf(assumptions);
        Money sum = Money.zero(total.currency());
        for (StoreOrder order : orders) {
            sum = sum.plus(order.cart().payable());
        }
        if (!sum.equals(total)) {
            throw new IllegalArgumentException("orders come to " + sum + ", total is " + total);
        }
    }

    /** Whether every want is fulfilled. */
    public boolean isComplete() {
        return missing.isEmpty();
    }
}
