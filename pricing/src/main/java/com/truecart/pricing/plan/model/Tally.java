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

    private final ModelStore[] stores;
    private final Take[] takes;
    private final Spends spends;
    private final int[][] slotsOfStore;
    private final int[] wideSlots;
    private final long[] zobrist;
    private final List<Map<Long, Long>> known;
    private final @Nullable Oracle oracle;
    private final int[] units;
    private final int[] given;
    private final int[] takesAt;
    private final long[] low;
    private final long[] high;
    private final long[] hash;
    private final long[] cost;
    private final boolean[] isStale;

    /** Stores whose cost has to be worked out again: the first {@link #staleCount}. */
    private final int[] stale;

    /** By slot: its lane among those of its store; -1 where it excludes none. */
    private final int[] laneAtStore;

    /** By lane of the store at hand: the most that comes off. */
    private final long[] offOfLane;

    private final long[] missingCost;
    private final int[] demanded;

    private final int mostStores;

    /** What an order below a store's minimum is charged, and each store too many. */
    private final long forbidden;

    private long missing;
    private int staleCount;
    private int open;

    /**
     * The stores' costs together, but for the stale ones' changes, and what wide slots take off.
     */
    private long costOfStores;

    private long wideOff;

    /** A tally that goes by the model's numbers alone. */
    public Tally(PlanModel model) {
        this(model, null);
    }

    /** A tally that asks for what the model's numbers do not say exactly. */
    public Tally(PlanModel model, @Nullable Oracle oracle) {
        this.oracle = oracle;
        this.stores = model.stores().toArray(ModelStore[]::new);
        this.takes = model.takes().toArray(Take[]::new);
        this.spends = new Spends(model);
        this.missingCost = model.demands().stream().mapToLong(Demand::missingCost).toArray();
        this.demanded = model.demands().stream().mapToInt(Demand::units).toArray();
        this.missing = Arrays.stream(missingCost).sum();
        this.mostStores = model.maxStores().orElse(stores.length);
        this.forbidden = model.forbiddenCost();
        int count = stores.length;
        List<Slot> slots = model.slots();
        List<List<Integer>> ofStore = new ArrayList<>();
        model.stores().forEach(_ -> ofStore.add(new ArrayList<>()));
        List<Integer> wide = new ArrayList<>();
        for (int slot = 0; slot < slots.size(); slot++) {
            int store = -1;
            boolean isWide = false;
            for (int take : slots.get(slot).takes()) {
                isWide |= store >= 0 && takes[take].store() != store;
                store = takes[take].store();
            }
            if (isWide || !slots.get(slot).after().isEmpty()) {
                wide.add(slot);
            } else if (store >= 0) {
                ofStore.get(store).add(slot);
            }
        }
        this.slotsOfStore = Spends.arrays(ofStore);
        this.wideSlots = wide.stream().mapToInt(Integer::intValue).toArray();
        this.zobrist = new Random(7).longs(takes.length).toArray();
        this.known = new ArrayList<>();
        for (int store = 0; store < count; store++) {
            known.add(new HashMap<>());
        }
        this.units = new int[takes.length];
        this.given = new int[model.demands().size()];
        this.takesAt = new int[count];
        this.low = new long[count];
        this.high = new long[count];
        this.hash = new long[count];
        this.cost = new long[count];
        this.isStale = new boolean[count];
        this.stale = new int[count];
        this.laneAtStore = new int[slots.size()];
        int mostLanes = 0;
        for (int[] ofOne : slotsOfStore) {
            Map<Integer, Integer> seen = new HashMap<>();
            for (int slot : ofOne) {
                int lane = slots.get(slot).lane();
                laneAtStore[slot] =
                        lane == Slot.FREE ? -1 : seen.computeIfAbsent(lane, _ -> seen.size());
            }
            mostLanes = Math.max(mostLanes, seen.size());
        }
        this.offOfLane = new long[mostLanes];
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
        int wereTaken = takesAt[store];
        takesAt[store] += (count > 0 ? 1 : 0) - (before > 0 ? 1 : 0);
        open += (takesAt[store] > 0 ? 1 : 0) - (wereTaken > 0 ? 1 : 0);
        low[store] += lowOf(what, count) - lowOf(what, before);
        hash[store] += zobrist[take] * (count - before);
        long more = highOf(what, count) - highOf(what, before);
        high[store] += more;
        spends.add(take, more);
        setStale(store);
    }

    private void setStale(int store) {
        if (!isStale[store]) {
            isStale[store] = true;
            stale[staleCount] = store;
            staleCount++;
        }
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
        if (staleCount > 0) {
            for (int i = 0; i < staleCount; i++) {
                int store = stale[i];
                costOfStores -= cost[store];
                cost[store] = costOf(store);
                costOfStores += cost[store];
                isStale[store] = false;
            }
            staleCount = 0;
            wideOff = 0;
            for (int slot : wideSlots) {
                wideOff += spends.bestOf(slot);
            }
        }
        long sum = missing + costOfStores - wideOff;
        int tooMany = open - mostStores;
        return tooMany > 0 ? sum + tooMany * forbidden : sum;
    }

    /** What a store's takes come to, steps over several stores apart; 0 where none is taken. */
    private long costOf(int store) {
        if (takesAt[store] == 0) {
            for (int slot : slotsOfStore[store]) {
                // nothing is spent on it, so nothing comes off
                spends.bestOf(slot);
            }
            return 0;
        }
        long numbers = numbers(store);
        if (isBelowMinimum(store)) {
            return numbers + forbidden;
        }
        if (oracle == null || stores[store].exact()) {
            return numbers;
        }
        Long exact = known.get(store).get(hash[store]);
        if (exact == null) {
            exact = oracle.cost(store, selection());
            known.get(store).put(hash[store], exact);
        }
        return exact;
    }

    /** Whether the store surely takes no such order. */
    private boolean isBelowMinimum(int store) {
        ModelStore terms = stores[store];
        if (terms.minimum() == 0) {
            return false;
        }
        long goods = high[store];
        if (terms.exact()) {
            for (int slot : slotsOfStore[store]) {
                goods -= spends.goodsOff(slot);
            }
        }
        return goods < terms.minimum();
    }

    private long numbers(int store) {
        long sum = low[store] + stores[store].fee();
        if (offOfLane.length > 0) {
            Arrays.fill(offOfLane, 0);
        }
        for (int slot : slotsOfStore[store]) {
            long off = spends.bestOf(slot);
            int lane = laneAtStore[slot];
            if (lane < 0) {
                sum -= off;
            } else if (off > offOfLane[lane]) {
                sum -= off - offOfLane[lane];
                offOfLane[lane] = off;
            }
        }
        return sum;
    }

    /**
     * Counts a part of what a step would take off before the spend reaches it, more the nearer it
     * is: so a search sees where a step would be worth reaching, although no single change reaches
     * it.
     *
     * @param share how much of it, from 0 (nothing, as it is paid) to 1
     */
    public void hopeFor(double share) {
        spends.hopeFor(share);
        for (int store = 0; store < takesAt.length; store++) {
            setStale(store);
        }
    }

    /** What the numbers alone say of this choice, whatever an oracle knows. */
    public static long numbers(PlanModel model, Selection choice) {
        Tally tally = new Tally(model);
        tally.become(choice);
        return tally.cost();
    }
}
