package com.truecart.pricing;

import com.truecart.model.Trigger.MinSpend.Side;
import java.util.Optional;

/**
 * Units that were given to one rule, as its conditions see them.
 *
 * @param offers of how many different offers they are
 * @param spend what they cost together, on either side of tax
 */
record Portion(int units, int offers, Spend spend) {

    /** What something costs. */
    interface Spend {

        /**
         * In ticks.
         *
         * @param side with or without tax; empty means as prices are published
         */
        long on(Optional<Side> side);
    }
}
