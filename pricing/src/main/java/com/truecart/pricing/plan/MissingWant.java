package com.truecart.pricing.plan;

/** A want the plan does not fulfil, and why. */
public record MissingWant(String wantId, Why why) {

    /** The reason, from the plainest to the most particular. */
    public enum Why {
        /** No store offers it. */
        NO_OFFER,
        /** It is offered, but cannot be bought now. */
        NOT_AVAILABLE,
        /** It can be bought, but only in another currency than the plan's. */
        OTHER_CURRENCY,
        /** No store has as many as are wanted. */
        NOT_ENOUGH,
        /** It is only nice to have, and adds more to the plan than it is worth. */
        NOT_WORTH_IT,
        /** The stores that have it take no order as small as this list. */
        ORDER_TOO_SMALL,
        /** Another store has it; this plan buys at fewer stores. */
        NOT_AT_THIS_STORE
    }
}
