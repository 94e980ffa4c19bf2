package com.truecart.pricing.plan.bound;

import com.truecart.pricing.plan.model.Slot;
import com.truecart.pricing.plan.model.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which step over several stores counts.
 *
 * @param step its position among the slot's; -1 where none counts
 * @param from what has to be spent
 * @param off what comes off
 */
record WideCase(int step, double from, double off) {
    private static final WideCase NONE = new WideCase(-1, 0, 0);

    /** Whether any counts. */
    boolean counts() {
        return step >= 0;
    }

    /** Plans in which none counts, and those for each step. */
    static List<WideCase> of(Optional<Slot> wide) {
        List<WideCase> cases = new ArrayList<>(List.of(NONE));
        List<Step> steps = wide.map(Slot::steps).orElse(List.of());
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            cases.add(
                    new WideCase(
                            i,
                            step.from(),
                            (double) Math.min(step.goodsOff(), step.most()) + step.feeOff()));
        }
        return List.copyOf(cases);
    }
}
