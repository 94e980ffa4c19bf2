package com.truecart.pricing.plan;

import com.truecart.pricing.plan.model.Selection;
import java.util.SplittableRandom;

/**
 * Moves one want at a time to a place drawn at random and keeps what costs a little more now and
 * then, less and less often (simulated annealing: Kirkpatrick, Gelatt and Vecchi, Science 220,
 * 1983). In the beginning a store's next step counts in part before it is reached, and less and
 * less of it, so that the search is drawn to where a step is worth reaching. Worth it where a move
 * is worked out in far less than a microsecond. Not for several threads.
 */
final class Annealing {
    /** The clock is read, and what is hoped for is lowered, once for so many moves. */
    private static final int LOOK = 256;

    private static final int LOWER = 16 * LOOK;

    /** How warm it is in the end, of the warmth in the beginning. */
    private static final double COLDEST = 0.01;

    /** From this part of the moves on only what is paid counts. */
    private static final double SOBER = 0.9;

    private final Choice choice;
    private final Budget budget;
    private final SplittableRandom random;

    private double warmth;
    private double hope;
    private long cost;
    private long bestCost;
    private Selection best;

    Annealing(Choice choice, Budget budget, long seed) {
        this.choice = choice;
        this.budget = budget;
        this.random = new SplittableRandom(seed);
        this.best = choice.selection();
    }

    /**
     * The best choice on the way, from the choice as it stands.
     *
     * @param moves how many are tried where the budget allows
     * @param start how much more a move may cost in the beginning and be kept in a third of all
     *     cases, in minor units
     */
    Selection search(int moves, double start) {
        hope = 0;
        bestCost = choice.cost();
        best = choice.selection();
        double total = Math.max(1, budget.left().toNanos());
        for (int move = 0; move < moves; move++) {
            if (move % LOOK == 0) {
                double left = budget.left().toNanos() / total;
                double done = Math.max(move / (double) moves, 1 - left);
                if (done >= 1) {
                    break;
                }
                warmth = start * Math.pow(COLDEST, done);
                if (move % LOWER == 0 || done > SOBER) {
                    hopeFor(Math.max(0, 1 - done / SOBER));
                }
            }
            tryOne(random.nextInt(choice.wants()));
        }
        hopeFor(0);
        return best;
    }

    private void hopeFor(double share) {
        if (share == 0 && hope == 0) {
            cost = choice.cost();
            return;
        }
        hope = share;
        choice.hopeFor(share);
        cost = choice.cost();
        keepIfBest();
    }

    private void keepIfBest() {
        if (hope == 0 && cost < bestCost) {
            bestCost = cost;
            best = choice.selection();
        }
    }

    private void tryOne(int want) {
        int[] takes = choice.takesOf(want);
        if (takes.length == 0) {
            return;
        }
        int places = takes.length + (choice.mayLeaveOut(want) ? 1 : 0);
        // takes are in order of price, and cheap ones are tried more often
        double drawn = random.nextDouble();
        int place = (int) (places * drawn * Math.sqrt(drawn));
        int take = place == takes.length ? -1 : takes[place];
        int before = choice.takeOf(want);
        if (take == before) {
            return;
        }
        move(want, take);
        long other = choice.cost();
        if (other <= cost || other - cost < -warmth * Math.log(random.nextDouble())) {
            cost = other;
            keepIfBest();
        } else {
            move(want, before);
        }
    }

    private void move(int want, int take) {
        if (take < 0) {
            choice.giveNothing(want);
        } else {
            choice.give(want, take);
        }
    }
}
