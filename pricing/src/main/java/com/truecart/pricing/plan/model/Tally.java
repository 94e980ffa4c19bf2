package com.truecart.pricing.plan.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * What a choice of takes comes to, kept up to date while takes change. At each store the step that
 * takes off most counts, then those over several stores. Not for several threads.
 */
public final class Tally {

    /** Works out what one store's takes cost where the model's numbers are only a bound. */
    @FunctionalInterface
    public interface Oracle {
        /**
         * The exact cost.
         *
         * @param store its position
         * @param units of each take of the model; those at other stores are to be left alone
         */
        long cost(int store, Selection units);
    }

    private final PlanModel model;
    private final Take[] takes;
    private final Slot[] slots;
    private final Step[][] steps;
    private final int[][] after;
    private final int[][] slotsOfTake;
    private final int[][] slotsOfStore;
    private final int[] wideSlots;
    private final long[] zobrist;
    private final List<Map<Long, Long>> known;
    private final @Nullable Oracle oracle;
    private final int[] units;
    private final int[] given;
    private final int[] takesAt;
    private final long[] spend;
    private final long[] low;
    private final long[] hash;
    private final long[] cost;
    private final long[] goodsOff;
    private final boolean[] isStale;
    private final long[] missingCost;
    private final int[] demanded;

    /** More than leaving everything out costs. */
    private final long tooManyCost;

    private long missing;

    /** A tally that goes by the model's numbers alone. */
    public Tally(PlanModel model) {
        this(model, null);
    }

    /** A tally that asks for what the model's numbers do not say exactly. */
    public Tally(PlanModel model, @Nullable Oracle oracle) {
        this.model = model;
        this.oracle = oracle;
        this.takes = model.takes().toArray(Take[]::new);
        this.slots = model.slots().toArray(Slot[]::new);
        this.steps =
                model.slots().stream()
                        .map(slot -> slot.steps().toArray(Step[]::new))
                        .toArray(Step[][]::new);
        this.after = arrays(model.slots().stream().map(Slot::after).toList());
        this.missingCost = model.demands().stream().mapToLong(Demand::missingCost).toArray();
        this.demanded = model.demands().stream().mapToInt(Demand::units).toArray();
        this.missing = Arrays.stream(missingCost).sum();
        this.tooManyCost = missing + 1;
        int stores = model.stores().size();
        List<List<Integer>> ofTake = lists(takes.length);
        List<List<Integer>> ofStore = lists(stores);
        List<Integer> wide = new ArrayList<>();
        for (int slot = 0; slot < slots.length; slot++) {
            int store = -1;
            boolean isWide = false;
            for (int take : slots[slot].takes()) {
                ofTake.get(take).add(slot);
                isWide |= store >= 0 && takes[take].store() != store;
                store = takes[take].store();
            }
            if (isWide || !slots[slot].after().isEmpty()) {
                wide.add(slot);
            } else if (store >= 0) {
                ofStore.get(store).add(slot);
            }
        }
        this.slotsOfTake = arrays(ofTake);
        this.slotsOfStore = arrays(ofStore);
        this.wideSlots = wide.stream().mapToInt(Integer::intValue).toArray();
        this.zobrist = new Random(7).longs(takes.length).toArray();
        this.known = new ArrayList<>();
        for (int store = 0; store < stores; store++) {
            known.add(new HashMap<>());
        }
        this.units = new int[takes.length];
        this.given = new int[model.demands().size()];
        this.takesAt = new int[stores];
        this.spend = new long[slots.length];
        this.low = new long[stores];
        this.hash = new long[stores];
        this.cost = new long[stores];
        this.goodsOff = new long[slots.length];
        this.isStale = new boolean[stores];
    }

    private static List<List<Integer>> lists(int count) {
        List<List<Integer>> lists = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lists.add(new ArrayList<>());
        }
        return lists;
    }

    private static int[][] arrays(List<List<Integer>> lists) {
        return lists.stream()
                .map(each -> each.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    /** Gives so many units of a take instead of what it gave. */
    public void set(int take, int count) {
        Take what = takes[take];
        int before = units[take];
        if (before == count) {
            return;
        }
        units[take] = count;
        missing -= missingOf(what.want());
        given[what.want()] += count - before;
        missing += missingOf(what.want());
        int store = what.store();
        takesAt[store] += (count > 0 ? 1 : 0) - (before > 0 ? 1 : 0);
        low[store] += lowOf(what, count) - lowOf(what, before);
        hash[store] += zobrist[take] * (count - before);
        long more = highOf(what, count) - highOf(what, before);
        for (int slot : slotsOfTake[take]) {
            spend[slot] += more;
        }
        isStale[store] = true;
    }

    private long missingOf(int want) {
        return given[want] < demanded[want] ? missingCost[want] : 0;
    }

    private static long lowOf(Take take, int count) {
        return count == 0 ? 0 : take.lowOf(count);
    }

    private static long highOf(Take take, int count) {
        return count == 0 ? 0 : take.highOf(count);
    }

    /** How many different takes are taken at this store. */
    public int takesAt(int store) {
        return takesAt[store];
    }

    /** The choice as it stands. */
    public Selection selection() {
        return new Selection(units);
    }

    /** Makes this choice. */
    public void become(Selection choice) {
        for (int take = 0; take < takes.length; take++) {
            set(take, choice.units(take));
        }
    }

    /** All of it: takes, fees, what comes off, and what is missing. */
    public long cost() {
        long sum = missing;
        int open = 0;
        for (int store = 0; store < takesAt.length; store++) {
            open += takesAt[store] > 0 ? 1 : 0;
            sum += costOf(store);
        }
        for (int slot : wideSlots) {
            sum -= bestOf(slot);
        }
        int tooMany = open - model.maxStores().orElse(open);
        return tooMany > 0 ? sum + tooMany * tooManyCost : sum;
    }

    /** What this store's takes come to, steps over several stores apart; 0 where none is taken. */
    public long costOf(int store) {
        if (takesAt[store] == 0) {
            forget(store);
            return 0;
        }
        if (isStale[store]) {
            cost[store] = numbers(store);
            if (oracle != null && !model.stores().get(store).exact()) {
                Long exact = known.get(store).get(hash[store]);
                if (exact == null) {
                    exact = oracle.cost(store, selection());
                    known.get(store).put(hash[store], exact);
                }
                cost[store] = exact;
            }
            isStale[store] = false;
        }
        return cost[store];
    }

    private void forget(int store) {
        for (int slot : slotsOfStore[store]) {
            goodsOff[slot] = 0;
        }
    }

    private long numbers(int store) {
        ModelStore terms = model.stores().get(store);
        long sum = low[store] + terms.fee();
        @Nullable Map<Integer, Long> byLane = null;
        for (int slot : slotsOfStore[store]) {
            long off = bestOf(slot);
            int lane = slots[slot].lane();
            if (lane == Slot.FREE) {
                sum -= off;
            } else {
                byLane = byLane == null ? new HashMap<>() : byLane;
                byLane.merge(lane, off, Math::max);
            }
        }
        if (byLane != null) {
            for (long off : byLane.values()) {
                sum -= off;
            }
        }
        return sum;
    }

    private long bestOf(int slot) {
        long here = spend[slot];
        for (int earlier : after[slot]) {
            here -= goodsOff[earlier];
        }
        long best = 0;
        goodsOff[slot] = 0;
        if (here > 0) {
            for (Step step : steps[slot]) {
                if (here >= step.from() && here <= step.to()) {
                    long off = step.offAt(here);
                    if (off > best) {
                        best = off;
                        goodsOff[slot] = step.goodsOffAt(here);
                    }
                }
            }
        }
        return best;
    }

    /** What the numbers alone say of this choice, whatever an oracle knows. */
    public static long numbers(PlanModel model, Selection choice) {
        Tally tally = new Tally(model);
        tally.become(choice);
        return tally.cost();
    }
}
