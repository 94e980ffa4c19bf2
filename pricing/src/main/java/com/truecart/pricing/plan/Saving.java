package com.truecart.pricing.plan;

import com.truecart.model.Money;
import com.truecart.pricing.plan.model.Step;

/**
 * What one promotion on a whole order takes off from a threshold on: an amount, or a share up to a
 * cap.
 *
 * @param from the least amount its threshold looks at
 * @param amount what comes off; 0 for a share
 * @param ratePpm the share; 0 for an amount
 * @param cap the most a share comes to
 */
record Saving(long from, long amount, long ratePpm, long cap) {

    static Saving ofAmount(long from, long amount) {
        return new Saving(from, amount, 0, Step.NO_END);
    }

    static Saving ofRate(long from, long ratePpm, long cap) {
        return new Saving(from, 0, ratePpm, cap);
    }

    /**
     * What comes off.
     *
     * @param base what a share is taken from
     * @param left no more than this can come off
     * @param halfPpm added before a share is rounded down
     */
    long off(long base, long left, long halfPpm) {
        long share = ratePpm == 0 ? amount : Math.floorDiv(base * ratePpm + halfPpm, Money.PPM);
        return Math.min(left, Math.min(cap, share));
    }
}
