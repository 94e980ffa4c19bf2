package com.truecart.pricing.plan.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What is spent on each slot of a model and what its steps take off, kept up to date while takes
 * change. A search asks millions of times, so all of it stands in arrays. Not for several threads.
 */
final class Spends {
    /** A step that asks for more than so many times what is spent is not hoped for. */
    private static final int FARTHEST = 3;

    /** By slot: its steps, the one that asks for least first. */
    private final Step[][] steps;

    private final long[][] from;
    private final long[][] to;
    private final long[][] offAtStart;
    private final int[][] slotsAfter;
    private final int[][] slotsOfTake;
    private final long[] spend;
    private final long[] goodsOff;

    /** By slot: what the slots before it take off its goods. */
    private final long[] offBefore;

    private double hope;

    Spends(PlanModel model) {
        this.steps =
                model.slots().stream()
                        .map(slot ->
                                slot.steps().stream()
                                        .sorted(Comparator.comparingLong(Step::from))
                                        .toArray(Step[]::new))
                        .toArray(Step[][]::new);
        this.from = numbers(Step::from);
        this.to = numbers(Step::to);
        this.offAtStart = numbers(step -> step.offAt(step.from()));
        List<List<Integer>> ofTake = lists(model.takes().size());
        List<List<Integer>> after = lists(model.slots().size());
        for (int slot = 0; slot < model.slots().size(); slot++) {
            for (int take : model.slots().get(slot).takes()) {
                ofTake.get(take).add(slot);
            }
            for (int earlier : model.slots().get(slot).after()) {
                after.get(earlier).add(slot);
            }
        }
        this.slotsOfTake = arrays(ofTake);
        this.slotsAfter = arrays(after);
        this.spend = new long[steps.length];
        this.goodsOff = new long[steps.length];
        this.offBefore = new long[steps.length];
    }

    private long[][] numbers(ToLongFunction<Step> number) {
        return Arrays.stream(steps)
                .map(ofSlot -> Arrays.stream(ofSlot).mapToLong(number).toArray())
                .toArray(long[][]::new);
    }

    private static List<List<Integer>> lists(int count) {
        List<List<Integer>> lists = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lists.add(new ArrayList<>());
        }
        return lists;
    }

    static int[][] arrays(List<List<Integer>> lists) {
        return lists.stream()
                .map(each -> each.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    /** So much more is spent on a take. */
    void add(int take, long more) {
        for (int slot : slotsOfTake[take]) {
            spend[slot] += more;
        }
    }

    /** What the slot took off goods when {@link #bestOf} was asked last. */
    long goodsOff(int slot) {
        return goodsOff[slot];
    }

    /** See {@link Tally#hopeFor}. */
    void hopeFor(double share) {
        hope = share;
    }

    /**
     * What the slot's best step takes off now; slots after it see its goods lowered from now on.
     */
    long bestOf(int slot) {
        long here = spend[slot] - offBefore[slot];
        long best = 0;
        long goods = 0;
        double hoped = 0;
        if (here > 0) {
            long[] starts = from[slot];
            for (int i = 0; i < starts.length; i++) {
                long start = starts[i];
                if (here < start) {
                    if (hope == 0 || here * FARTHEST < start) {
                        // steps are in order, so all others are farther still
                        break;
                    }
                    double reached = here / (double) start;
                    hoped = Math.max(hoped, offAtStart[slot][i] * reached * reached);
                } else if (here <= to[slot][i]) {
                    Step step = steps[slot][i];
                    long off = step.offAt(here);
                    if (off > best) {
                        best = off;
                        goods = step.goodsOffAt(here);
                    }
                }
            }
        }
        long change = goods - goodsOff[slot];
        if (change != 0) {
            goodsOff[slot] = goods;
            for (int later : slotsAfter[slot]) {
                offBefore[later] += change;
            }
        }
        return hope > 0 && hoped > best ? best + (long) (hope * (hoped - best)) : best;
    }
}
