package com.truecart.pricing.plan;

import com.truecart.pricing.plan.model.PlanModel;
import com.truecart.pricing.plan.model.Selection;
import com.truecart.pricing.plan.model.Take;
import com.truecart.pricing.plan.model.Tally;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Looks for a good choice quickly: moves one want, opens and closes stores, and starts again from a
 * shaken choice (iterated local search). Proves nothing. The same seed and number of rounds give
 * the same choice unless the budget ends first. Not for several threads.
 */
final class LocalSearch {
    /**
     * A choice at most one such part above the best is gone on from (record-to-record travel:
     * Dueck, Journal of Computational Physics 104, 1993).
     */
    private static final int NEAR = 150;

    private final PlanModel model;
    private final Tally tally;
    private final Budget budget;
    private final Random random;

    /** By want: its takes, least cost for a unit first. */
    private final int[][] takesOf;

    /** By want: the take that gives as much as it can. */
    private final int[] first;

    private Selection best;
    private long bestCost = Long.MAX_VALUE;

    LocalSearch(PlanModel model, Tally tally, Budget budget, long seed) {
        this.model = model;
        this.tally = tally;
        this.budget = budget;
        this.random = new Random(seed);
        List<List<Integer>> byWant = new ArrayList<>();
        model.demands().forEach(_ -> byWant.add(new ArrayList<>()));
        for (int t = 0; t < model.takes().size(); t++) {
            byWant.get(model.takes().get(t).want()).add(t);
        }
        byWant.forEach(takes -> takes.sort(Comparator.comparingDouble(this::unitCost)));
        this.takesOf =
                byWant.stream()
                        .map(takes -> takes.stream().mapToInt(Integer::intValue).toArray())
                        .toArray(int[][]::new);
        this.first = new int[takesOf.length];
        Arrays.fill(first, -1);
        this.best = tally.selection();
    }

    private double unitCost(int take) {
        Take what = model.takes().get(take);
        return what.whole() ? (double) what.low() / what.most() : what.low();
    }

    /** The best choice of so many rounds. */
    Selection search(int rounds) {
        cheapestEach();
        moveWants();
        keepIfBetter();
        for (int store : storesByCoverage()) {
            preferring(store);
            moveWants();
            keepIfBetter();
        }
        become(best);
        changeStores();
        keepIfBetter();
        Selection current = best;
        for (int round = 0; round < rounds && !budget.isSpent(); round++) {
            shake();
            moveUntilNothingHelps();
            if (tally.cost() < bestCost) {
                changeStores();
                keepIfBetter();
            }
            if (tally.cost() <= bestCost + bestCost / NEAR) {
                current = tally.selection();
            } else {
                become(current);
            }
        }
        return best;
    }

    /** Goes back to the best where this is worse. */
    private void keepIfBetter() {
        long cost = tally.cost();
        if (cost <= bestCost) {
            bestCost = cost;
            best = tally.selection();
        } else {
            become(best);
        }
    }

    private void cheapestEach() {
        for (int want = 0; want < takesOf.length; want++) {
            if (takesOf[want].length > 0) {
                give(want, takesOf[want][0]);
            }
        }
    }

    private void preferring(int store) {
        cheapestEach();
        for (int want = 0; want < takesOf.length; want++) {
            int take = takeAt(want, store);
            if (take >= 0) {
                give(want, take);
            }
        }
    }

    /** The three stores that could give most wants, as starting points. */
    private List<Integer> storesByCoverage() {
        int[] covers = new int[model.stores().size()];
        for (int[] takes : takesOf) {
            for (int take : takes) {
                covers[model.takes().get(take).store()]++;
            }
        }
        List<Integer> stores = new ArrayList<>();
        for (int store = 0; store < covers.length; store++) {
            if (covers[store] > 0) {
                stores.add(store);
            }
        }
        stores.sort(Comparator.comparingInt((Integer store) -> -covers[store]));
        return stores.subList(0, Math.min(3, stores.size()));
    }

    private void become(Selection selection) {
        tally.become(selection);
        for (int want = 0; want < takesOf.length; want++) {
            first[want] = -1;
            for (int take : takesOf[want]) {
                if (first[want] < 0 && selection.units(take) > 0) {
                    first[want] = take;
                }
            }
        }
    }

    /** The want is given by this take; what it cannot give, by the next cheapest. */
    private void give(int want, int take) {
        for (int each : takesOf[want]) {
            if (each != take) {
                tally.set(each, 0);
            }
        }
        int open = model.demands().get(want).units() - model.takes().get(take).most();
        tally.set(take, model.takes().get(take).most() + Math.min(0, open));
        first[want] = take;
        for (int each : takesOf[want]) {
            if (open <= 0) {
                return;
            }
            Take other = model.takes().get(each);
            if (each != take && !other.whole()) {
                int units = Math.min(open, other.most());
                tally.set(each, units);
                open -= units;
            }
        }
    }

    private void giveNothing(int want) {
        for (int take : takesOf[want]) {
            tally.set(take, 0);
        }
        first[want] = -1;
    }

    private int takeAt(int want, int store) {
        for (int take : takesOf[want]) {
            if (model.takes().get(take).store() == store) {
                return take;
            }
        }
        return -1;
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
        long cost = tally.cost();
        int start = takesOf.length == 0 ? 0 : random.nextInt(takesOf.length);
        for (int i = 0; i < takesOf.length && !budget.isSpent(); i++) {
            int want = (start + i) % takesOf.length;
            int best = first[want];
            for (int take : takesOf[want]) {
                if (take == best) {
                    continue;
                }
                give(want, take);
                long other = tally.cost();
                if (other < cost) {
                    cost = other;
                    best = take;
                    isBetter = true;
                }
            }
            if (best < 0) {
                giveNothing(want);
            } else if (first[want] != best) {
                give(want, best);
            }
        }
        return isBetter;
    }

    private boolean closeStores() {
        for (int store = 0; store < model.stores().size(); store++) {
            if (tally.takesAt(store) > 0 && !budget.isSpent() && tryWithout(store)) {
                return true;
            }
        }
        return false;
    }

    private boolean tryWithout(int store) {
        long cost = tally.cost();
        Selection before = tally.selection();
        for (int want = 0; want < takesOf.length; want++) {
            if (first[want] >= 0 && model.takes().get(first[want]).store() == store) {
                int best = -1;
                for (int take : takesOf[want]) {
                    int other = model.takes().get(take).store();
                    if (other != store && (best < 0 && tally.takesAt(other) > 0)) {
                        best = take;
                    }
                }
                if (best >= 0) {
                    give(want, best);
                } else if (model.maxStores().isPresent()) {
                    giveNothing(want);
                }
            }
        }
        if (isWorthRepairing(cost)) {
            moveWants();
        }
        if (tally.cost() < cost) {
            return true;
        }
        become(before);
        return false;
    }

    /** A change of stores is judged after wants have moved; one that is far off never recovers. */
    private boolean isWorthRepairing(long cost) {
        return tally.cost() < cost + cost / 25;
    }

    private boolean openStores() {
        for (int store = 0; store < model.stores().size() && !budget.isSpent(); store++) {
            if (tryWith(store, 0) || tryWith(store, 100)) {
                return true;
            }
        }
        return false;
    }

    /** Moves to a store what costs there at most so many thousandths more. */
    private boolean tryWith(int store, int thousandths) {
        long cost = tally.cost();
        Selection before = tally.selection();
        boolean isMoved = false;
        for (int want = 0; want < takesOf.length; want++) {
            int take = takeAt(want, store);
            if (take >= 0
                    && first[want] >= 0
                    && take != first[want]
                    && unitCost(take) * 1000 <= unitCost(first[want]) * (1000 + thousandths)) {
                give(want, take);
                isMoved = true;
            }
        }
        if (!isMoved) {
            return false;
        }
        if (isWorthRepairing(cost)) {
            moveWants();
        }
        if (tally.cost() < cost) {
            return true;
        }
        become(before);
        return false;
    }

    /**
     * Takes some wants out and puts them back one by one where each adds least (ruin and recreate:
     * Schrimpf et al., Journal of Computational Physics 159, 2000); now and then it opens a store.
     */
    private void shake() {
        if (takesOf.length == 0) {
            return;
        }
        List<Integer> out = new ArrayList<>();
        switch (random.nextInt(4)) {
            case 0 -> shakeTo(random.nextInt(model.stores().size()));
            case 1 -> {
                int from = random.nextInt(takesOf.length);
                if (first[from] >= 0) {
                    leave(model.takes().get(first[from]).store(), out);
                }
            }
            default -> {
                int count = 2 + random.nextInt(Math.max(2, takesOf.length / 4));
                for (int i = 0; i < count; i++) {
                    out.add(random.nextInt(takesOf.length));
                }
            }
        }
        out.forEach(this::giveNothing);
        Collections.shuffle(out, random);
        out.forEach(this::putBack);
    }

    private void leave(int store, List<Integer> out) {
        for (int want = 0; want < takesOf.length; want++) {
            if (first[want] >= 0 && model.takes().get(first[want]).store() == store) {
                out.add(want);
            }
        }
    }

    private void putBack(int want) {
        int best = -1;
        long least = Long.MAX_VALUE;
        for (int take : takesOf[want]) {
            give(want, take);
            long cost = tally.cost();
            // sometimes the best place is passed over
            if (cost < least && random.nextInt(10) > 0) {
                least = cost;
                best = take;
            }
        }
        if (best >= 0) {
            give(want, best);
        }
    }

    private void shakeTo(int store) {
        int most = 1 + random.nextInt(Math.max(1, takesOf.length / 2));
        for (int want = 0; want < takesOf.length; want++) {
            int take = takeAt(want, store);
            if (take >= 0 && random.nextInt(takesOf.length) < most) {
                give(want, take);
            }
        }
    }
}
