package com.truecart.model;

import static com.truecart.model.Sound.requireAtLeast;
import static com.truecart.model.Sound.requireNotNegative;

/** How far the lines in scope must go for a step of a {@link Benefit.Ladder}. */
public sealed interface Reach {

    /** They cost at least this much. */
    record Spend(Money amount) implements Reach {
        public Spend {
            requireNotNegative(amount, "reach");
        }
    }

    /** They are at least this many units. */
    record Units(int count) implements Reach {
        public Units {
            requireAtLeast(1, count, "reach");
        }
    }

    /** Whether this is farther than the other; never where the two count different things. */
    default boolean isAbove(Reach other) {
        return switch (this) {
            case Spend(Money amount) ->
                    other instanceof Spend(Money lower)
                            && amount.currency().equals(lower.currency())
                            && amount.compareTo(lower) > 0;
            case Units(int count) -> other instanceof Units(int lower) && count > lower;
        };
    }
}
