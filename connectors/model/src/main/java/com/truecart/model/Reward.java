package com.truecart.model;

import static com.truecart.model.Sound.requireNotNegative;
import static com.truecart.model.Sound.requireRate;

/** What a step of a {@link Benefit.Ladder} or a {@link Benefit.ValueBack} gives. */
public sealed interface Reward {

    /** A fixed amount. */
    record Amount(Money amount) implements Reward {
        public Amount {
            requireNotNegative(amount, "reward");
        }
    }

    /** A share of the lines in scope, in parts per million. */
    record Rate(long ratePpm) implements Reward {
        public Rate {
            requireRate(ratePpm);
        }
    }
}
