package com.truecart.pricing.plan.bound;

import com.truecart.pricing.plan.model.PlanModel;
import com.truecart.pricing.plan.model.Selection;
import java.util.Arrays;

/** Makes a choice of what stores chose by themselves: each want once. */
final class Rounding {
    private final Relaxation relaxation;
    private final PlanModel model;

    Rounding(PlanModel model, Relaxation relaxation) {
        this.relaxation = relaxation;
        this.model = model;
    }

    /**
     * Each want at the cheapest of the stores that chose it; where none did, at the cheapest that
     * is bought from anyway, else at the cheapest.
     */
    Selection choice(Limits limits) {
        int[] best = new int[relaxation.wants()];
        double[] least = new double[best.length];
        Arrays.fill(best, -1);
        for (StorePart part : relaxation.parts()) {
            for (int i = 0; i < part.count(); i++) {
                if (limits.isOut(part.take(i))) {
                    continue;
                }
                double cost = part.low(i) + (part.isChosen(i) ? 0 : part.isUsed() ? 1e9 : 1e12);
                int want = part.want(i);
                if (best[want] < 0 || cost < least[want]) {
                    best[want] = part.take(i);
                    least[want] = cost;
                }
            }
        }
        int[] units = new int[model.takes().size()];
        for (int take : best) {
            if (take >= 0) {
                units[take] = model.takes().get(take).most();
            }
        }
        return new Selection(units);
    }
}
