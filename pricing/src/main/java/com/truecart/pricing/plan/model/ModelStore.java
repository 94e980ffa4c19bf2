package com.truecart.pricing.plan.model;

/**
 * A store as numbers.
 *
 * @param fee what ordering there costs besides goods, before anything comes off it
 * @param exact whether takes, slots and fee come to the very cent that the pricing engine says;
 *     else they come to no more
 */
public record ModelStore(long fee, boolean exact) {}
