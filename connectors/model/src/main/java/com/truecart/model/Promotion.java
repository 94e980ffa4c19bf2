package com.truecart.model;

/**
 * A promotion as an upstream states it: facts, not a calculation.
 *
 * @param ref stable within its connection and seller; the same text on the same offer keeps its ref
 * @param label the upstream's own words, always shown to people
 * @param stage where in the order of a cart it applies
 * @param scope which lines it looks at and lowers
 * @param trigger what must be true before it applies
 * @param benefit what it gives; {@link Benefit.Unmodelled} where we cannot say, which is shown,
 *     never priced, never dropped
 * @param validity when it holds
 * @param evidence how we know
 */
public record Promotion(
        String ref,
        Localized label,
        Stage stage,
        Scope scope,
        Trigger trigger,
        Benefit benefit,
        Validity validity,
        Evidence evidence) {

    /**
     * The order in which a cart is worked through; within one stage the best one applies
     * (reference: promotion lanes).
     */
    public enum Stage {
        /** Changes the price of a unit: sale price, percent off one product. */
        ITEM,
        /** Needs several units: multi-buys, N-th unit. */
        QUANTITY,
        /** On the store's order: spend-threshold offers. */
        STORE_ORDER,
        /** A code at that store. */
        STORE_COUPON,
        /** On the delivery fee. */
        DELIVERY
    }

    /** How a promotion became known, from the strongest to the weakest. */
    public enum Evidence {
        /** Seen to apply in a quote or a charge. */
        VERIFIED,
        /** A field of the upstream's own interface or feed. */
        STATED,
        /** Read out of a text by our phrase rules. */
        PARSED,
        /** Taken from configuration or habit. */
        ASSUMED
    }

    /** Whether the rule can be computed at all. */
    public boolean isModelled() {
        return !(benefit instanceof Benefit.Unmodelled)
                && !trigger.contains(Trigger.Unmodelled.class)
                && !(scope instanceof Scope.Unmodelled);
    }
}
