package com.truecart.pricing.plan.bound;

import com.truecart.pricing.plan.Budget;
import java.util.Arrays;

/**
 * Raises the bound: a want that no store buys becomes worth more, one that several buy less
 * (deflected subgradient: Camerini, Fratta and Maffioli, Mathematical Programming Study 3, 1975).
 */
final class Subgradient {
    /** How much of the last direction is kept. */
    private static final double KEPT = 0.3;

    private static final double SHORTEST_STRIDE = 1e-3;
    private static final double SHORTER = 0.67;

    /** After so many rounds the orders have changed enough to be looked at. */
    private static final int OFTEN = 20;

    private final Relaxation relaxation;
    private final WideCase one;
    private final double upper;
    private final Usage usage;
    private final double[] worths;
    private final double[] direction;
    private double wide;
    private double wideDirection;
    private double perOrder;
    private double perOrderDirection;

    /**
     * Prepares.
     *
     * @param upper what the best plan known costs
     */
    Subgradient(Relaxation relaxation, WideCase one, double upper) {
        this.relaxation = relaxation;
        this.one = one;
        this.upper = upper;
        this.usage = new Usage(relaxation);
        this.worths = new double[relaxation.wants()];
        this.direction = new double[relaxation.wants()];
    }

    /** How the orders went. */
    Usage usage() {
        return usage;
    }

    /**
     * The best worths found; no more are looked for once they prove the best plan.
     *
     * @param now run now and then, while the parts hold orders worth a look
     */
    Worths search(Worths start, Pace pace, Budget budget, Runnable now) {
        become(start);
        Worths best = start.unbound();
        double stride = pace.stride();
        int sinceBetter = 0;
        for (int round = 0;
                round < pace.rounds() && stride > SHORTEST_STRIDE && !budget.isSpent();
                round++) {
            double bound = relaxation.bound(worths(0), one);
            usage.add();
            if (round % OFTEN == OFTEN - 1) {
                now.run();
            }
            if (bound > best.bound()) {
                best = worths(bound);
                sinceBetter = 0;
                if (bound > upper - 1) {
                    return best;
                }
            } else {
                sinceBetter++;
            }
            if (sinceBetter > pace.patience()) {
                sinceBetter = 0;
                stride *= SHORTER;
                become(best);
                bound = relaxation.bound(best, one);
            }
            double length = turn();
            if (length == 0) {
                return best;
            }
            move(stride * Math.max(upper - bound, upper * 1e-5) / length);
        }
        return best;
    }

    private Worths worths(double bound) {
        return new Worths(worths, wide, perOrder, bound);
    }

    private void become(Worths other) {
        other.copyTo(worths);
        wide = one.counts() ? other.wide() : 0;
        perOrder = other.perOrder();
        Arrays.fill(direction, 0);
        wideDirection = 0;
        perOrderDirection = 0;
    }

    /** Turns the direction to what is bought too little; its length squared. */
    private double turn() {
        double[] missing = new double[worths.length];
        Arrays.fill(missing, 1);
        double spend = 0;
        int orders = 0;
        for (StorePart part : relaxation.parts()) {
            for (int i = 0; i < part.count(); i++) {
                if (part.isChosen(i)) {
                    missing[part.want(i)]--;
                }
            }
            spend += part.wideSpend();
            orders += part.isUsed() ? 1 : 0;
        }
        double length = 0;
        for (int want = 0; want < worths.length; want++) {
            boolean isHighest = worths[want] >= relaxation.highest(want) && missing[want] > 0;
            direction[want] = isHighest ? 0 : missing[want] + KEPT * direction[want];
            length += direction[want] * direction[want];
        }
        if (one.counts()) {
            wideDirection = (one.from() - spend) / scale() + KEPT * wideDirection;
            length += wideDirection * wideDirection;
        }
        if (relaxation.maxStores() < Integer.MAX_VALUE) {
            int tooMany = orders - relaxation.maxStores();
            boolean isLowest = perOrder == 0 && tooMany < 0;
            perOrderDirection = isLowest ? 0 : tooMany + KEPT * perOrderDirection;
            length += perOrderDirection * perOrderDirection;
        }
        return length;
    }

    private void move(double step) {
        for (int want = 0; want < worths.length; want++) {
            worths[want] =
                    Math.min(relaxation.highest(want), worths[want] + step * direction[want]);
        }
        if (one.counts()) {
            wide = Math.clamp(wide + step * wideDirection / scale(), 0, 1);
        }
        perOrder = Math.max(0, perOrder + step * perOrderDirection);
    }

    /** A cent of spend is little beside a want. */
    private double scale() {
        return Math.max(1, one.from() / Math.sqrt(direction.length));
    }
}
