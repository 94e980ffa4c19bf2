package com.truecart.pricing.plan;

import com.truecart.pricing.plan.bound.Guide;
import com.truecart.pricing.plan.model.PlanModel;
import com.truecart.pricing.plan.model.RuledOut;
import com.truecart.pricing.plan.model.Selection;
import com.truecart.pricing.plan.model.Tally;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * Draws the stores to buy from, lets an annealing share the wants out among them, and draws the
 * stores of the best choices more often from then on (cross-entropy method: Rubinstein, Methodology
 * and Computing in Applied Probability 1, 1999). It begins with what the relaxed orders say of the
 * stores. Which stores are bought from is what large lists are hard by: once that is right, the
 * rest nearly follows. Not for several threads.
 */
final class StoreSampling {
    /** No store is ever sure to be in or out. */
    private static final double LEAST_CHANCE = 0.03;

    /** How much of the way to the best choices' stores each draw goes. */
    private static final double LEARNT = 0.1;

    private static final int ELITE = 5;

    /** How often an annealing tries each take on average. */
    private static final int MOVES_PER_TAKE = 400;

    /** How warm it begins, of what a want costs on average. */
    private static final double WARMTH = 0.1;

    /**
     * After one draw for so many takes without a better choice there is little left to learn; for a
     * short list dividing is the better use of the time.
     */
    private static final int TAKES_PER_DRAW = 25;

    private final PlanModel model;
    private final Guide guide;
    private final Budget budget;
    private final SplittableRandom random;
    private final Tally tally;
    private final LocalSearch descent;
    private final double[] chances;
    private final List<Drawn> elite = new ArrayList<>();

    private record Drawn(long cost, BitSet stores) {}

    StoreSampling(PlanModel model, Guide guide, Budget budget, long seed) {
        this.model = model;
        this.guide = guide;
        this.budget = budget;
        this.random = new SplittableRandom(seed);
        this.tally = new Tally(model);
        this.descent = new LocalSearch(model, tally, budget, seed);
        this.chances = new double[model.stores().size()];
        for (int store = 0; store < chances.length; store++) {
            chances[store] = guide.used(store);
        }
    }

    /**
     * Draws until the budget is spent or nothing better comes.
     *
     * @param found told each choice that is better than those before it
     */
    void search(Consumer<Selection> found) {
        long least = Long.MAX_VALUE;
        int sinceBetter = 0;
        int patience = Math.max(ELITE, model.takes().size() / TAKES_PER_DRAW);
        while (sinceBetter < patience && !budget.isSpent()) {
            Selection choice = descent.descend(shareOut(draw()));
            long cost = tally.cost();
            sinceBetter++;
            if (cost < least) {
                least = cost;
                sinceBetter = 0;
                found.accept(choice);
            }
            learn(new Drawn(cost, storesOf(choice)));
        }
    }

    private BitSet draw() {
        BitSet stores = new BitSet();
        for (int store = 0; store < chances.length; store++) {
            double chance = Math.clamp(chances[store], LEAST_CHANCE, 1 - LEAST_CHANCE);
            stores.set(store, random.nextDouble() < chance);
        }
        return stores;
    }

    /** Wants none of these stores has are left open. */
    private Selection shareOut(BitSet stores) {
        PlanModel drawn = model.without(new RuledOut(allBut(stores), Map.of(), Set.of()));
        Choice choice = new Choice(drawn, new Tally(drawn));
        int takes = 0;
        for (int want = 0; want < choice.wants(); want++) {
            int[] places = choice.takesOf(want);
            takes += places.length;
            if (places.length > 0) {
                choice.give(want, places[0]);
            }
        }
        return new Annealing(choice, budget, random.nextLong())
                .search(MOVES_PER_TAKE * takes, WARMTH * choice.cheapestOnAverage());
    }

    /**
     * What is not bought at these stores: of a want some of them has, what was never bought lately
     * either.
     */
    private Set<Integer> allBut(BitSet stores) {
        BitSet wants = new BitSet();
        for (int t = 0; t < model.takes().size(); t++) {
            if (isOffered(t, stores) && guide.isBought(t)) {
                wants.set(model.takes().get(t).want());
            }
        }
        Set<Integer> out = new HashSet<>();
        for (int t = 0; t < model.takes().size(); t++) {
            boolean isKept =
                    isOffered(t, stores)
                            && (guide.isBought(t) || !wants.get(model.takes().get(t).want()));
            if (!isKept) {
                out.add(t);
            }
        }
        return out;
    }

    private boolean isOffered(int take, BitSet stores) {
        return stores.get(model.takes().get(take).store())
                && !model.ruledOut().takes().contains(take);
    }

    private BitSet storesOf(Selection choice) {
        BitSet stores = new BitSet();
        for (int t = 0; t < choice.size(); t++) {
            if (choice.units(t) > 0) {
                stores.set(model.takes().get(t).store());
            }
        }
        return stores;
    }

    private void learn(Drawn drawn) {
        if (elite.stream().noneMatch(other -> other.cost() == drawn.cost())) {
            elite.add(drawn);
            elite.sort(Comparator.comparingLong(Drawn::cost));
        }
        if (elite.size() > ELITE) {
            elite.removeLast();
        }
        if (elite.size() < ELITE) {
            return;
        }
        for (int store = 0; store < chances.length; store++) {
            int each = store;
            long in = elite.stream().filter(one -> one.stores().get(each)).count();
            chances[store] += LEARNT * ((double) in / ELITE - chances[store]);
        }
    }
}
