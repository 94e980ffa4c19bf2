package com.truecart.pricing.plan.bound;

import java.util.BitSet;

/**
 * What the relaxed orders say of good choices: how often a store is bought from, and what is ever
 * bought, while worths settle. A hint for a search, it rules out nothing.
 */
public final class Guide {
    private final double[] used;
    private final BitSet bought = new BitSet();
    private double least = Double.POSITIVE_INFINITY;

    Guide(int stores) {
        this.used = new double[stores];
    }

    /** Of several cases the one with the least bound says which stores are good. */
    void addStores(Usage usage, double bound) {
        if (bound >= least) {
            return;
        }
        least = bound;
        for (int store = 0; store < used.length; store++) {
            used[store] = usage.used(store);
        }
    }

    /** What is bought in any case may be good. */
    void addBought(Usage usage, StorePart[] parts) {
        for (int store = 0; store < parts.length; store++) {
            for (int i = 0; i < parts[store].count(); i++) {
                if (usage.isBought(store, i)) {
                    bought.set(parts[store].take(i));
                }
            }
        }
    }

    /** How often a store is bought from, from 0 to 1. */
    public double used(int store) {
        return used[store];
    }

    /** Whether a take was bought lately. */
    public boolean isBought(int take) {
        return bought.get(take);
    }
}
