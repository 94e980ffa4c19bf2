package com.truecart.pricing.plan;

import com.truecart.pricing.plan.model.ModelStore;
import com.truecart.pricing.plan.model.PlanModel;
import com.truecart.pricing.plan.model.Selection;
import com.truecart.pricing.plan.model.Tally;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Looks for a good choice quickly: moves one want, opens and closes stores; then anneals where the
 * model's numbers are exact, else, each price being asked for, starts again from a shaken choice
 * (iterated local search). Proves nothing. The same seed and number of rounds give the same choice
 * unless the budget ends first. Not for several threads.
 */
final class LocalSearch {
    /**
     * A choice at most one such part above the best is gone on from (record-to-record travel:
     * Dueck, Journal of Computational Physics 104, 1993).
     */
    private static final int NEAR = 150;

    /** How often an annealing tries each take on average. */
    private static final int MOVES_PER_TAKE = 550;

    private static final int MOST_MOVES = 20_000_000;

    /** How many shaken starts one round is. */
    private static final int SHAKES = 400;

    /** How warm it begins, of what a want costs on average. */
    private static final double WARMTH = 0.15;

    private final PlanModel model;
    private final Choice choice;
    private final Budget budget;
    private final Random random;

    private Selection best;
    private long bestCost = Long.MAX_VALUE;

    LocalSearch(PlanModel model, Tally tally, Budget budget, long seed) {
        this.model = model;
        this.choice = new Choice(model, tally);
        this.budget = budget;
        this.random = new Random(seed);
        this.best = choice.selection();
    }

    /** The best choice of so many rounds, each of some milliseconds for a usual list. */
    Selection search(int rounds) {
        for (Runnable start : new Starts(model, choice).all()) {
            start.run();
            moveWants();
            keepIfBetter();
        }
        choice.become(best);
        changeStores();
        keepIfBetter();
        if (model.stores().stream().allMatch(ModelStore::exact)) {
            anneal(rounds);
        } else {
            for (int round = 0; round < rounds && !budget.isSpent(); round++) {
                shakeAgainAndAgain();
            }
        }
        return best;
    }

    /** What comes of moving one want after another. */
    Selection descend(Selection from) {
        choice.become(from);
        moveUntilNothingHelps();
        return choice.selection();
    }

    private void anneal(int rounds) {
        double warmth = WARMTH * choice.cheapestOnAverage();
        int moves = Math.min(MOST_MOVES, MOVES_PER_TAKE * model.takes().size());
        Annealing annealing = new Annealing(choice, budget, random.nextLong());
        for (int round = 0; round < rounds && !budget.isSpent(); round++) {
            choice.become(annealing.search(moves, warmth));
            changeStores();
            keepIfBetter();
        }
    }

    private void shakeAgainAndAgain() {
        choice.become(best);
        Selection current = best;
        for (int i = 0; i < SHAKES && !budget.isSpent(); i++) {
            shake();
            moveUntilNothingHelps();
            if (choice.cost() < bestCost) {
                changeStores();
                keepIfBetter();
            }
            if (choice.cost() <= bestCost + bestCost / NEAR) {
                current = choice.selection();
            } else {
                choice.become(current);
            }
        }
    }

    /** Goes back to the best where this is worse. */
    private void keepIfBetter() {
        long cost = choice.cost();
        if (cost <= bestCost) {
            bestCost = cost;
            best = choice.selection();
        } else {
            choice.become(best);
        }
    }

    private void moveUntilNothingHelps() {
        while (moveWants()) {
            // each pass may open a way for the next
        }
    }

    private void changeStores() {
        moveUntilNothingHelps();
        while (!budget.isSpent() && (closeStores() || openStores())) {
            moveUntilNothingHelps();
        }
    }

    private boolean moveWants() {
        boolean isBetter = false;
        long cost = choice.cost();
        int start = choice.wants() == 0 ? 0 : random.nextInt(choice.wants());
        for (int i = 0; i < choice.wants() && !budget.isSpent(); i++) {
            int want = (start + i) % choice.wants();
            int best = choice.takeOf(want);
            for (int take : choice.takesOf(want)) {
                if (take == best) {
                    continue;
                }
                choice.give(want, take);
                long other = choice.cost();
                if (other < cost) {
                    cost = other;
                    best = take;
                    isBetter = true;
                }
            }
            if (best >= 0 && choice.mayLeaveOut(want)) {
                choice.giveNothing(want);
                long other = choice.cost();
                if (other < cost) {
                    cost = other;
                    best = -1;
                    isBetter = true;
                }
            }
            if (best < 0) {
                choice.giveNothing(want);
            } else if (choice.takeOf(want) != best) {
                choice.give(want, best);
            }
        }
        return isBetter;
    }

    private boolean closeStores() {
        for (int store = 0; store < choice.stores(); store++) {
            if (choice.isOpen(store) && !budget.isSpent() && tryWithout(store)) {
                return true;
            }
        }
        return false;
    }

    private boolean tryWithout(int store) {
        long cost = choice.cost();
        Selection before = choice.selection();
        for (int want = 0; want < choice.wants(); want++) {
            if (choice.storeOf(want) == store) {
                int best = -1;
                for (int take : choice.takesOf(want)) {
                    int other = choice.storeOfTake(take);
                    if (other != store && (best < 0 && choice.isOpen(other))) {
                        best = take;
                    }
                }
                if (best >= 0) {
                    choice.give(want, best);
                } else if (choice.mayLeaveOut(want)) {
                    choice.giveNothing(want);
                }
            }
        }
        if (isWorthRepairing(cost)) {
            moveWants();
        }
        if (choice.cost() < cost) {
            return true;
        }
        choice.become(before);
        return false;
    }

    /** A change of stores is judged after wants have moved; one that is far off never recovers. */
    private boolean isWorthRepairing(long cost) {
        return choice.cost() < cost + cost / 25;
    }

    private boolean openStores() {
        for (int store = 0; store < choice.stores() && !budget.isSpent(); store++) {
            if (tryWith(store, 0) || tryWith(store, 100)) {
                return true;
            }
        }
        return false;
    }

    /** Moves to a store what costs there at most so many thousandths more. */
    private boolean tryWith(int store, int thousandths) {
        long cost = choice.cost();
        Selection before = choice.selection();
        boolean isMoved = false;
        for (int want = 0; want < choice.wants(); want++) {
            int take = choice.takeAt(want, store);
            if (take >= 0
                    && choice.takeOf(want) >= 0
                    && take != choice.takeOf(want)
                    && choice.unitCost(take) * 1000
                            <= choice.unitCost(choice.takeOf(want)) * (1000 + thousandths)) {
                choice.give(want, take);
                isMoved = true;
            }
        }
        if (!isMoved) {
            return false;
        }
        if (isWorthRepairing(cost)) {
            moveWants();
        }
        if (choice.cost() < cost) {
            return true;
        }
        choice.become(before);
        return false;
    }

    /**
     * Takes some wants out and puts them back one by one where each adds least (ruin and recreate:
     * Schrimpf et al., Journal of Computational Physics 159, 2000); now and then it opens a store.
     */
    private void shake() {
        if (choice.wants() == 0) {
            return;
        }
        List<Integer> out = new ArrayList<>();
        switch (random.nextInt(5)) {
            case 0, 1 -> shakeTo(random.nextInt(choice.stores()));
            case 2 -> {
                int from = random.nextInt(choice.wants());
                if (choice.takeOf(from) >= 0) {
                    leave(choice.storeOf(from), out);
                }
            }
            default -> {
                int count = 2 + random.nextInt(Math.max(2, choice.wants() / 4));
                for (int i = 0; i < count; i++) {
                    out.add(random.nextInt(choice.wants()));
                }
            }
        }
        out.forEach(choice::giveNothing);
        Collections.shuffle(out, random);
        out.forEach(this::putBack);
    }

    private void leave(int store, List<Integer> out) {
        for (int want = 0; want < choice.wants(); want++) {
            if (choice.storeOf(want) == store) {
                out.add(want);
            }
        }
    }

    private void putBack(int want) {
        int best = -1;
        long least = Long.MAX_VALUE;
        for (int take : choice.takesOf(want)) {
            choice.give(want, take);
            long cost = choice.cost();
            // sometimes the best place is passed over
            if (cost < least && random.nextInt(10) > 0) {
                least = cost;
                best = take;
            }
        }
        if (best >= 0) {
            choice.give(want, best);
        }
    }

    /** Moves to a store what costs least more there: so it may reach its next step. */
    private void shakeTo(int store) {
        List<Integer> others = new ArrayList<>();
        for (int want = 0; want < choice.wants(); want++) {
            if (choice.takeAt(want, store) >= 0 && choice.storeOf(want) != store) {
                others.add(want);
            }
        }
        others.sort(
                Comparator.comparingDouble(want ->
                        choice.unitCost(choice.takeAt(want, store))
                                - (choice.takeOf(want) < 0
                                        ? 0
                                        : choice.unitCost(choice.takeOf(want)))));
        int most = 1 + random.nextInt(6);
        for (int want : others) {
            // now and then one is passed over
            if (most > 0 && random.nextInt(4) > 0) {
                choice.give(want, choice.takeAt(want, store));
                most--;
            }
        }
    }
}
