package com.truecart.pricing.plan.bound;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a plan better than the best one known may hold: all but what raises the bound to what that
 * one costs (reduced cost fixing).
 */
final class Fixing {
    private final Relaxation relaxation;
    private final Worths worths;

    /** What may come on top of the bound. */
    private final double slack;

    /** By want and store that chose it: what it costs that the store may not. */
    private final List<Map<Integer, Double>> without = new ArrayList<>();

    Fixing(Relaxation relaxation, Worths worths, double upper) {
        this.relaxation = relaxation;
        this.worths = worths;
        // costs are whole numbers
        this.slack = upper - 1 - worths.bound() + BranchAndBound.ROUNDING;
    }

    /** Marks what may be. */
    void mark(Possible possible) {
        StorePart[] parts = relaxation.parts();
        double[] best = new double[parts.length];
        for (int s = 0; s < parts.length; s++) {
            parts[s].setWorths(worths);
            best[s] = parts[s].best();
        }
        findWithout(parts, best);
        for (int s = 0; s < parts.length; s++) {
            parts[s].setWorths(worths);
            mark(s, parts[s], best[s] + slack, possible);
        }
    }

    private void findWithout(StorePart[] parts, double[] best) {
        for (int want = 0; want < relaxation.wants(); want++) {
            without.add(new HashMap<>());
        }
        for (int s = 0; s < parts.length; s++) {
            List<Integer> chosen = new ArrayList<>();
            for (int i = 0; i < parts[s].count(); i++) {
                if (parts[s].isChosen(i)) {
                    chosen.add(parts[s].want(i));
                }
            }
            for (int want : chosen) {
                parts[s].setWorths(worths, want);
                without.get(want).put(s, parts[s].best() - best[s]);
            }
        }
    }

    private void mark(int store, StorePart part, double limit, Possible possible) {
        for (int step = 0; step <= part.steps(); step++) {
            if (part.withStep(step, limit) >= limit) {
                continue;
            }
            possible.addStep(store, step);
            for (int i = 0; step < part.steps() && i < part.count(); i++) {
                int take = part.take(i);
                if (!possible.hasTake(take)) {
                    double left = limit - elsewhere(store, part.want(i));
                    if (part.with(i, step, left) < left) {
                        possible.addTake(take);
                    }
                }
            }
        }
    }

    /** What it costs at least that all other stores do without this want. */
    private double elsewhere(int store, int want) {
        double sum = 0;
        for (Map.Entry<Integer, Double> other : without.get(want).entrySet()) {
            sum += other.getKey() == store ? 0 : other.getValue();
        }
        return sum;
    }
}
