package com.truecart.pricing.plan.model;

/**
 * A store as numbers.
 *
 * @param fee what ordering there costs besides goods, before anything comes off it
 * @param exact whether takes, slots and fee come to the very cent that the pricing engine says;
 *     else they come to no more
 * @param minimum what the goods bought there must come to at least, its own slots taken off; 0
 *     where any order is taken
 */
public record ModelStore(long fee, boolean exact, long minimum) {

    /** A store that takes any order. */
    public ModelStore(long fee, boolean exact) {
        this(fee, exact, 0);
    }
}
