package com.truecart.pricing.plan;

import com.truecart.pricing.plan.model.Slot;
import com.truecart.pricing.plan.model.Step;
import java.util.List;

/**
 * A store's prices as numbers.
 *
 * @param fee what an order costs besides goods, before anything comes off it
 * @param lines by option, in the order given
 * @param slots their takes are positions among those options
 * @param exact whether this comes to the cent that the engine says, else to no more
 */
record StoreNumbers(long fee, List<Line> lines, List<Slots> slots, boolean exact) {

    StoreNumbers {
        lines = List.copyOf(lines);
        slots = List.copyOf(slots);
    }

    /** An option's spend before promotions on the order, and its least cost. */
    record Line(long high, long low) {}

    /** Steps by the spend on some of the options, see {@link Slot}. */
    record Slots(List<Integer> options, int lane, List<Step> steps) {
        Slots {
            options = List.copyOf(options);
            steps = List.copyOf(steps);
        }
    }
}
