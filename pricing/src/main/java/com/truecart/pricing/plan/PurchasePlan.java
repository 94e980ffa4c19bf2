package com.truecart.pricing.plan;

import com.truecart.model.Money;
import java.util.List;
import java.util.Optional;

/**
 * Which stores to buy a list from and what that costs.
 *
 * @param orders one per store
 * @param total the orders' payable amounts together; refused where it is not
 * @param missing wants the plan leaves out: a total with missing wants is no cheaper than one
 *     without
 * @param assumptions what the total takes for granted
 * @param proof how much cheaper a plan with as few missing wants could be
 */
public record PurchasePlan(
        Strategy strategy,
        List<StoreOrder> orders,
        Money total,
        List<MissingWant> missing,
        List<Assumption> assumptions,
        Proof proof) {

    /** How the stores were chosen. */
    public enum Strategy {
        /** Whatever costs least in all. */
        CHEAPEST,
        /** At as few stores as a small extra cost allows. */
        FEWEST_STORES,
        /** As soon as everything can be there, and as cheap as that allows. */
        FASTEST,
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
        if (proof instanceof Proof.Within(Money bound) && bound.compareTo(total) >= 0) {
            throw new IllegalArgumentException("the bound " + bound + " is not below " + total);
        }
    }

    /** Whether every want is fulfilled. */
    public boolean isComplete() {
        return missing.isEmpty();
    }

    /** Whether every store takes its order; only a baseline may be refused. */
    public boolean canBeOrdered() {
        return assumptions.stream().noneMatch(Assumption.BelowMinimum.class::isInstance);
    }

    /** The lowest total any plan could have; empty where nobody knows. */
    public Optional<Money> bound() {
        return switch (proof) {
            case Proof.Proven() -> Optional.of(total);
            case Proof.Within(Money bound) -> Optional.of(bound);
            case Proof.NoBound() -> Optional.empty();
        };
    }

    /** The same plan of which more is known. */
    PurchasePlan proven(Proof known) {
        return new PurchasePlan(strategy, orders, total, missing, assumptions, known);
    }

    /** The same plan made for another reason. */
    PurchasePlan as(Strategy other) {
        return new PurchasePlan(other, orders, total, missing, assumptions, proof);
    }
}
