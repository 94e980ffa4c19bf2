package com.truecart.solver;

import com.truecart.pricing.plan.model.Slot;
import com.truecart.pricing.plan.model.Step;

/** Questions about a slot's steps that a solver's model is built from. */
final class Steps {
    private Steps() {}

    /** The step that takes off most at this spend; one nobody reaches where none does. */
    static Step bestAt(Slot slot, long spend) {
        Step best = Step.fixed(Step.NO_END, 0, 0);
        for (Step step : slot.steps()) {
            if (spend > 0 && step.covers(spend) && step.offAt(spend) > best.offAt(spend)) {
                best = step;
            }
        }
        return best;
    }

    /**
     * Whether more than this step could take off is taken off beyond its end: else nobody would
     * stay on it, and a condition less makes a tighter relaxation.
     */
    static boolean isWorseLater(Slot slot, Step step, long mostSpend) {
        if (step.ratePpm() > 0) {
            return true;
        }
        long end = step.to() + 1;
        for (Step later : slot.steps()) {
            boolean isLater = later.to() >= end && later.from() <= mostSpend;
            if (isLater && later.offAt(Math.max(end, later.from())) < step.offAt(step.to())) {
                return true;
            }
        }
        return !isCoveredFrom(slot, end, mostSpend);
    }

    /** Whether some step covers every spend from here on. */
    private static boolean isCoveredFrom(Slot slot, long spend, long mostSpend) {
        long covered = spend;
        boolean isLonger = true;
        while (covered <= mostSpend && isLonger) {
            isLonger = false;
            for (Step each : slot.steps()) {
                if (each.covers(covered)) {
                    covered = each.to() + 1;
                    isLonger = true;
                }
            }
        }
        return covered > mostSpend;
    }
}
