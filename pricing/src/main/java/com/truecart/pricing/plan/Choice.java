package com.truecart.pricing.plan;

import com.truecart.pricing.plan.model.PlanModel;
import com.truecart.pricing.plan.model.Selection;
import com.truecart.pricing.plan.model.Take;
import com.truecart.pricing.plan.model.Tally;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** A choice of takes that is changed want by want, with its cost. Not for several threads. */
final class Choice {
    private final PlanModel model;
    private final Tally tally;

    /** By want: its takes, least cost for a unit first. */
    private final int[][] takesOf;

    /** By want: the take that gives as much as it can; -1 where it is left out. */
    private final int[] first;

    /** By want: whether each of its takes gives all of it, so that one is enough. */
    private final boolean[] isWholeAlone;

    private final boolean[] mayMiss;

    /** Nothing is chosen yet. */
    Choice(PlanModel model, Tally tally) {
        this.model = model;
        this.tally = tally;
        List<List<Integer>> byWant = new ArrayList<>();
        model.demands().forEach(_ -> byWant.add(new ArrayList<>()));
        for (int t = 0; t < model.takes().size(); t++) {
            if (!model.ruledOut().takes().contains(t)) {
                byWant.get(model.takes().get(t).want()).add(t);
            }
        }
        byWant.forEach(takes -> takes.sort(Comparator.comparingDouble(this::unitCost)));
        this.takesOf =
                byWant.stream()
                        .map(takes -> takes.stream().mapToInt(Integer::intValue).toArray())
                        .toArray(int[][]::new);
        this.first = new int[takesOf.length];
        Arrays.fill(first, -1);
        this.isWholeAlone = new boolean[takesOf.length];
        this.mayMiss = new boolean[takesOf.length];
        for (int want = 0; want < takesOf.length; want++) {
            mayMiss[want] = model.mayMiss(want);
            int units = model.demands().get(want).units();
            isWholeAlone[want] =
                    Arrays.stream(takesOf[want])
                            .mapToObj(model.takes()::get)
                            .allMatch(take -> take.whole() && take.most() == units);
        }
    }

    int wants() {
        return takesOf.length;
    }

    int stores() {
        return model.stores().size();
    }

    /** A want's takes, least cost for a unit first; not to be changed. */
    int[] takesOf(int want) {
        return takesOf[want];
    }

    /** The take that gives the want; -1 where it is left out. */
    int takeOf(int want) {
        return first[want];
    }

    /** The store that gives most of the want; -1 where it is left out. */
    int storeOf(int want) {
        return first[want] < 0 ? -1 : model.takes().get(first[want]).store();
    }

    int storeOfTake(int take) {
        return model.takes().get(take).store();
    }

    boolean isOpen(int store) {
        return tally.takesAt(store) > 0;
    }

    /** Whether a want may be left out although it could be had. */
    boolean mayLeaveOut(int want) {
        return mayMiss[want];
    }

    /** What it costs, steps that are hoped for counted in. */
    long cost() {
        return tally.cost();
    }

    /** How much of a step that is not reached counts, see {@link Tally#hopeFor}. */
    void hopeFor(double share) {
        tally.hopeFor(share);
    }

    Selection selection() {
        return tally.selection();
    }

    /** Makes this choice. */
    void become(Selection selection) {
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
    void give(int want, int take) {
        if (isWholeAlone[want]) {
            if (first[want] >= 0) {
                tally.set(first[want], 0);
            }
            tally.set(take, model.takes().get(take).most());
            first[want] = take;
            return;
        }
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

    /** The want is left out. */
    void giveNothing(int want) {
        if (isWholeAlone[want]) {
            if (first[want] >= 0) {
                tally.set(first[want], 0);
            }
            first[want] = -1;
            return;
        }
        for (int take : takesOf[want]) {
            tally.set(take, 0);
        }
        first[want] = -1;
    }

    /** What the cheapest take of a want costs, on average over the wants that have one. */
    double cheapestOnAverage() {
        return Arrays.stream(takesOf)
                .filter(takes -> takes.length > 0)
                .mapToLong(takes ->
                        model.takes().get(takes[0]).lowOf(model.takes().get(takes[0]).most()))
                .average()
                .orElse(0);
    }

    /** A want's cheapest take at a store; -1 where it has none. */
    int takeAt(int want, int store) {
        for (int take : takesOf[want]) {
            if (model.takes().get(take).store() == store) {
                return take;
            }
        }
        return -1;
    }

    /** What a unit of this take costs, promotions on the order apart. */
    double unitCost(int take) {
        Take what = model.takes().get(take);
        return what.whole() ? (double) what.low() / what.most() : what.low();
    }
}
