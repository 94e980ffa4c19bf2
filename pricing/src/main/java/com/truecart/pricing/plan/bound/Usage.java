package com.truecart.pricing.plan.bound;

/**
 * How often stores are on which step, and buy what, while worths settle: near the best worths this
 * is the relaxed solution (volume algorithm: Barahona and Anbil, Mathematical Programming 87,
 * 2000).
 */
final class Usage {
    /** How much the last round counts. */
    private static final double LAST = 0.08;

    /** What is nearly always or nearly never is no use to divide by. */
    private static final double CLEAR = 0.03;

    /** What was bought once in the last fifty rounds or so counts for more than this. */
    private static final double LATELY = 0.001;

    private final Relaxation relaxation;
    private final StorePart[] parts;
    private final double[][] steps;
    private final double[][] takes;
    private boolean isFirst = true;

    Usage(Relaxation relaxation) {
        this.relaxation = relaxation;
        this.parts = relaxation.parts();
        this.steps = new double[parts.length][];
        this.takes = new double[parts.length][];
        for (int store = 0; store < parts.length; store++) {
            steps[store] = new double[parts[store].steps() + 1];
            takes[store] = new double[parts[store].count()];
        }
    }

    /** One more round. */
    void add() {
        double weight = isFirst ? 1 : LAST;
        isFirst = false;
        for (int store = 0; store < parts.length; store++) {
            StorePart part = parts[store];
            for (int step = 0; step < steps[store].length; step++) {
                double now = part.stepOfBest() == step ? 1 : 0;
                steps[store][step] += weight * (now - steps[store][step]);
            }
            for (int i = 0; i < takes[store].length; i++) {
                double now = part.isChosen(i) ? 1 : 0;
                takes[store][i] += weight * (now - takes[store][i]);
            }
        }
    }

    /** How often a store is bought from, from 0 to 1. */
    double used(int store) {
        return 1 - steps[store][parts[store].unused()];
    }

    /** Whether a store has bought this lately. */
    boolean isBought(int store, int i) {
        return takes[store][i] > LATELY;
    }

    /** By what these choices are divided best: what is most in doubt, steps before takes. */
    Branching branching(Limits limits) {
        Branching byTake = byTake(limits);
        if (byTake instanceof Branching.Single) {
            return byTake;
        }
        double most = CLEAR;
        Branching best = byTake;
        for (int store = 0; store < parts.length; store++) {
            for (int step = 0; step < steps[store].length; step++) {
                double doubt = doubt(steps[store][step]);
                if (doubt > most && limits.allows(store, step) && limits.allowed(store) > 1) {
                    most = doubt;
                    best = new Branching.ByStep(store, step);
                }
            }
        }
        return best;
    }

    private Branching byTake(Limits limits) {
        double most = -1;
        Branching best = null;
        int[] left = new int[relaxation.wants()];
        for (int want = 0; want < left.length; want++) {
            left[want] = relaxation.mayMiss(want) ? 1 : 0;
        }
        for (StorePart part : parts) {
            for (int i = 0; i < part.count(); i++) {
                left[part.want(i)] += limits.isOut(part.take(i)) ? 0 : 1;
            }
        }
        for (int store = 0; store < parts.length; store++) {
            StorePart part = parts[store];
            for (int i = 0; i < takes[store].length; i++) {
                double doubt = doubt(takes[store][i]);
                if (doubt > most
                        && !limits.isOut(part.take(i))
                        && !limits.isSure(part.take(i))
                        && left[part.want(i)] > 1) {
                    most = doubt;
                    best = new Branching.ByTake(part.take(i), part.want(i));
                }
            }
        }
        return best == null ? new Branching.Single() : best;
    }

    private static double doubt(double share) {
        return Math.min(share, 1 - share);
    }
}
