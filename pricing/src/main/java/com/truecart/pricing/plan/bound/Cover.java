package com.truecart.pricing.plan.bound;

import java.util.Arrays;

/**
 * The cheapest way to spend at least so much more: which further takes bring an order to a step (a
 * knapsack turned round). Not for several threads.
 */
final class Cover {
    static final double NONE = Double.POSITIVE_INFINITY;

    /** After so many looks the search is given up. */
    private static final int MOST_LOOKS = 2_000;

    private final double[] costs;
    private final double[] spends;
    private final long[] order;
    private final int[] sorted;
    private final boolean[] isTaken;
    private final boolean[] isBest;
    private double least;
    private int usable;
    private int looks;
    private int count;
    private boolean isSorted;

    /** Room for so many takes. */
    Cover(int most) {
        this.costs = new double[most];
        this.spends = new double[most];
        this.order = new long[most];
        this.sorted = new int[most];
        this.isTaken = new boolean[most];
        this.isBest = new boolean[most];
    }

    void clear() {
        count = 0;
        isSorted = false;
    }

    /**
     * One more take.
     *
     * @param cost at least 0
     * @param spend above 0
     */
    void add(double cost, double spend) {
        costs[count] = cost;
        spends[count] = spend;
        count++;
    }

    int count() {
        return count;
    }

    /**
     * A bound below {@link #exact}: takes may be bought in part.
     *
     * @param without a take that may not be used; -1 where all may
     */
    double inParts(double needed, int without) {
        if (needed <= 0) {
            return 0;
        }
        sort();
        double left = needed;
        double cost = 0;
        for (int i = 0; i < count; i++) {
            int take = (int) order[i];
            if (take == without) {
                continue;
            }
            if (spends[take] >= left) {
                return cost + costs[take] * left / spends[take];
            }
            left -= spends[take];
            cost += costs[take];
        }
        return NONE;
    }

    private void sort() {
        if (!isSorted) {
            for (int i = 0; i < count; i++) {
                // of two numbers that are not negative the greater has the greater bits
                order[i] = (long) Float.floatToIntBits((float) (costs[i] / spends[i])) << 32 | i;
            }
            Arrays.sort(order, 0, count);
            sortNearlyEqual();
            isSorted = true;
        }
    }

    /** What a float cannot tell apart may stand the wrong way round. */
    private void sortNearlyEqual() {
        for (int i = 1; i < count; i++) {
            int take = (int) order[i];
            int at = i;
            while (at > 0 && isCheaper(take, (int) order[at - 1])) {
                order[at] = order[at - 1];
                at--;
            }
            order[at] = take;
        }
    }

    /** For what it adds to the spend. */
    private boolean isCheaper(int take, int other) {
        return costs[take] * spends[other] < costs[other] * spends[take];
    }

    /**
     * What it costs at least, each take whole; where that takes too long to find, what it costs in
     * parts.
     *
     * @param limit what costs as much is not looked for
     * @param without a take that may not be used; -1 where all may
     * @return {@link #NONE} where there is none below the limit
     */
    double exact(double needed, double limit, int without) {
        sort();
        usable = 0;
        for (int i = 0; i < count; i++) {
            int take = (int) order[i];
            if (take != without) {
                sorted[usable] = take;
                usable++;
            }
        }
        least = limit;
        looks = 0;
        Arrays.fill(isBest, 0, count, false);
        look(0, needed, 0);
        if (looks >= MOST_LOOKS) {
            return inParts(needed, without);
        }
        return least < limit ? least : NONE;
    }

    /** Whether the cheapest way found last uses the take, by its order of adding. */
    boolean isUsed(int take) {
        return isBest[take];
    }

    /** Depth first, what is cheapest for what it adds first, with it before without it. */
    private void look(int from, double needed, double cost) {
        looks++;
        if (needed <= 0) {
            least = cost;
            System.arraycopy(isTaken, 0, isBest, 0, count);
            return;
        }
        if (looks >= MOST_LOOKS || cost + inPartsFrom(from, needed) >= least) {
            return;
        }
        int take = sorted[from];
        if (cost + costs[take] < least) {
            isTaken[take] = true;
            look(from + 1, needed - spends[take], cost + costs[take]);
            isTaken[take] = false;
        }
        look(from + 1, needed, cost);
    }

    private double inPartsFrom(int from, double needed) {
        double left = needed;
        double cost = 0;
        for (int i = from; i < usable; i++) {
            int take = sorted[i];
            if (spends[take] >= left) {
                return cost + costs[take] * left / spends[take];
            }
            left -= spends[take];
            cost += costs[take];
        }
        return NONE;
    }
}
