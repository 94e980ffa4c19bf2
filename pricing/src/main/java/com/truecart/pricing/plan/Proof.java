package com.truecart.pricing.plan;

import com.truecart.model.Money;

/** What is known of how much cheaper another plan could be. */
public sealed interface Proof {

    /** No plan costs less. */
    record Proven() implements Proof {}

    /**
     * No plan costs less than this; whether any costs less than ours is not known.
     *
     * @param bound below the plan's total
     */
    record Within(Money bound) implements Proof {}

    /** Nothing was proven: there was no solver, or no time for it. */
    record NoBound() implements Proof {}
}
