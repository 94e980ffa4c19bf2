package com.truecart.pricing.plan.bound;

import com.truecart.pricing.plan.model.PlanModel;
import com.truecart.pricing.plan.model.Slot;
import com.truecart.pricing.plan.model.Step;
import com.truecart.pricing.plan.model.Take;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One store's part of the relaxation: the order that is worth most there, when each want that is
 * bought earns its worth. Not for several threads.
 */
final class StorePart {
    /** No want. */
    private static final int NOTHING = -1;

    /** More than anything costs. */
    private static final double USELESS = 1e15;

    private final int[] takes;
    private final int[] wants;
    private final double[] low;

    /** By take: what it adds to the spend of the store's own slot. */
    private final double[] spend;

    /** By take: what it adds to the spend over several stores. */
    private final double[] wideSpend;

    private final double fee;

    /**
     * By step, counted from 1, before them that none counts: what has to be spent, and what comes
     * off.
     */
    private final double[] from;

    private final double[] off;

    /** What of it lowers the spend over several stores. */
    private final double[] wideOff;

    private final int store;
    private final boolean[] isOut;
    private final boolean[] isSure;
    private final boolean[] isStepOut;
    private final double[] cost;
    private final Cover cover;

    /** By take added to the cover: its position here. */
    private final int[] covering;

    private final boolean[] chosen;
    private double wideWorth;
    private double perOrder;
    private double costOfWorthy;
    private double spendOfWorthy;
    private int stepOfBest;

    /**
     * Prepares.
     *
     * @param takes the store's, by position in the model
     * @param own the slot of this store alone
     * @param wide the slot over several stores, and whether the own one lowers its spend
     */
    StorePart(
            PlanModel model,
            int store,
            List<Integer> takes,
            Optional<Slot> own,
            Optional<Slot> wide,
            boolean isSeenWide) {
        int count = takes.size();
        this.store = store;
        this.isOut = new boolean[count];
        this.isSure = new boolean[count];
        this.takes = takes.stream().mapToInt(Integer::intValue).toArray();
        this.wants = new int[count];
        this.low = new double[count];
        this.spend = new double[count];
        this.wideSpend = new double[count];
        this.fee = model.stores().get(store).fee();
        for (int i = 0; i < count; i++) {
            Take take = model.takes().get(takes.get(i));
            wants[i] = take.want();
            low[i] = take.low();
            spend[i] = own.isEmpty() || own.get().takes().contains(takes.get(i)) ? take.high() : 0;
            wideSpend[i] =
                    wide.isPresent() && wide.get().takes().contains(takes.get(i)) ? take.high() : 0;
        }
        List<Step> steps = own.map(Slot::steps).orElse(List.of());
        this.from = new double[steps.size() + 1];
        this.off = new double[steps.size() + 1];
        this.wideOff = new double[steps.size() + 1];
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            double goods = Math.min(step.goodsOff(), step.most());
            from[i + 1] = Math.max(1, step.from());
            off[i + 1] = goods + step.feeOff();
            wideOff[i + 1] = isSeenWide ? goods : 0;
        }
        this.isStepOut = new boolean[from.length + 1];
        this.cost = new double[count];
        this.cover = new Cover(count);
        this.covering = new int[count];
        this.chosen = new boolean[count];
    }

    int count() {
        return takes.length;
    }

    int take(int i) {
        return takes[i];
    }

    int want(int i) {
        return wants[i];
    }

    /** How many steps there are, counting that none does. */
    int steps() {
        return from.length;
    }

    double low(int i) {
        return low[i];
    }

    /** Whether the order found last is placed at all. */
    boolean isUsed() {
        return stepOfBest != unused();
    }

    /** The step of {@link Limits} that stands for no order at all. */
    int unused() {
        return from.length;
    }

    /** The step the order found last is on. */
    int stepOfBest() {
        return stepOfBest;
    }

    /** Only orders within these limits are looked at from now on. */
    void limit(Limits limits) {
        for (int i = 0; i < takes.length; i++) {
            isOut[i] = limits.isOut(takes[i]);
            isSure[i] = limits.isSure(takes[i]);
        }
        for (int step = 0; step < isStepOut.length; step++) {
            isStepOut[step] = !limits.allows(store, step);
        }
    }

    /** Whether the order found last buys this take. */
    boolean isChosen(int i) {
        return chosen[i];
    }

    /** What the order found last adds to the spend over several stores. */
    double wideSpend() {
        if (stepOfBest == unused()) {
            return 0;
        }
        double sum = -wideOff[stepOfBest];
        for (int i = 0; i < takes.length; i++) {
            sum += chosen[i] ? wideSpend[i] : 0;
        }
        return sum;
    }

    /** From now on wants earn these worths. */
    void setWorths(Worths worths) {
        setWorths(worths, NOTHING);
    }

    /**
     * Likewise, but one want is of no use here.
     *
     * @param useless its position
     */
    void setWorths(Worths worths, int useless) {
        wideWorth = worths.wide();
        perOrder = worths.perOrder();
        costOfWorthy = 0;
        spendOfWorthy = 0;
        cover.clear();
        for (int i = 0; i < takes.length; i++) {
            if (isOut[i]) {
                continue;
            }
            double worth = wants[i] == useless ? -USELESS : worths.ofWant(wants[i]);
            cost[i] = low[i] - worth - wideWorth * wideSpend[i];
            if (isWorthy(i)) {
                costOfWorthy += cost[i];
                spendOfWorthy += spend[i];
            } else if (spend[i] > 0) {
                covering[cover.count()] = i;
                cover.add(cost[i], spend[i]);
            }
        }
    }

    /** Whether it is bought whatever step counts. */
    private boolean isWorthy(int i) {
        return !isOut[i] && (isSure[i] || cost[i] < 0);
    }

    /** What the best order comes to, worths earned; 0 where none is placed. */
    double best() {
        double best = isStepOut[unused()] ? Cover.NONE : 0;
        stepOfBest = unused();
        for (int step = 0; step < from.length; step++) {
            double start = withStep(step) + costOfWorthy;
            double needed = from[step] - spendOfWorthy;
            if (isStepOut[step] || start >= best || start + cover.inParts(needed, -1) >= best) {
                continue;
            }
            double more = needed <= 0 ? 0 : cover.exact(needed, best - start, -1);
            if (start + more < best) {
                best = start + more;
                choose(step, needed > 0);
            }
        }
        if (stepOfBest == unused()) {
            Arrays.fill(chosen, false);
        }
        return best;
    }

    private double withStep(int step) {
        return fee + perOrder - off[step] + wideWorth * wideOff[step];
    }

    private void choose(int step, boolean isCovered) {
        stepOfBest = step;
        for (int i = 0; i < takes.length; i++) {
            chosen[i] = isWorthy(i);
        }
        for (int i = 0; isCovered && i < cover.count(); i++) {
            chosen[covering[i]] = cover.isUsed(i);
        }
    }

    /**
     * What an order comes to on which this step counts; {@link Cover#NONE} where there is none
     * below the limit.
     */
    double withStep(int step, double limit) {
        if (step == unused() || isStepOut[step]) {
            return isStepOut[step] || limit <= 0 ? Cover.NONE : 0;
        }
        double start = withStep(step) + costOfWorthy;
        double needed = from[step] - spendOfWorthy;
        return start + covered(needed, -1, limit - start);
    }

    /**
     * What an order comes to that buys this take and on which this step counts; {@link Cover#NONE}
     * where there is none below the limit.
     */
    double with(int take, int step, double limit) {
        if (isOut[take] || isStepOut[step]) {
            return Cover.NONE;
        }
        boolean isWorthy = isWorthy(take);
        double start = withStep(step) + costOfWorthy + (isWorthy ? 0 : cost[take]);
        double needed = from[step] - spendOfWorthy - (isWorthy ? 0 : spend[take]);
        int without = -1;
        for (int i = 0; i < cover.count(); i++) {
            without = covering[i] == take ? i : without;
        }
        return start + covered(needed, without, limit - start);
    }

    private double covered(double needed, int without, double limit) {
        double atLeast = cover.inParts(needed, without);
        if (needed <= 0 || atLeast >= limit) {
            return atLeast < limit ? atLeast : Cover.NONE;
        }
        return cover.exact(needed, limit, without);
    }
}
