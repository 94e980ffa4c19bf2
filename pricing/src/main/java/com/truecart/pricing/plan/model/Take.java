package com.truecart.pricing.plan.model;

/**
 * One way to fulfil a want, or a part of it.
 *
 * @param want its position among the demands
 * @param store its position among the stores
 * @param most how many units there are to take
 * @param whole whether it is taken whole or not at all; else any number of units up to {@code most}
 * @param high what it adds to a store's spend before promotions on the order, at most: for all
 *     units where whole, else for each
 * @param low what it costs at least, likewise
 */
public record Take(int want, int store, int most, boolean whole, long high, long low) {
    public Take {
        if (most < 1) {
            throw new IllegalArgumentException("most: must be at least 1, is " + most);
        }
        if (low > high) {
            throw new IllegalArgumentException("low: " + low + " is above high: " + high);
        }
    }

    /** What so many units cost at least. */
    public long lowOf(int units) {
        return whole ? low : low * units;
    }

    /** What so many units add to the spend at most. */
    public long highOf(int units) {
        return whole ? high : high * units;
    }
}
