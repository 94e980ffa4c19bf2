package com.truecart.pricing.plan.model;

import java.util.Arrays;

/** How many units each take of a model gives. Immutable. */
public final class Selection {
    private final int[] units;

    /**
     * Copies.
     *
     * @param units by the take's position
     */
    public Selection(int[] units) {
        this.units = units.clone();
    }

    /** The units of the take at this position. */
    public int units(int take) {
        return units[take];
    }

    /** How many takes there are, given or not. */
    public int size() {
        return units.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Selection that && Arrays.equals(units, that.units);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(units);
    }

    @Override
    public String toString() {
        return Arrays.toString(units);
    }
}
