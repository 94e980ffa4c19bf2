package com.truecart.pricing.plan.model;

/**
 * A want as numbers.
 *
 * @param units how many are wanted, at least 1
 * @param missingCost what a plan without it is charged in the search: far above any price, so that
 *     nothing is left out to save money, but where it is only nice to have
 * @param mayBeLeftOut whether it is only nice to have
 */
public record Demand(int units, long missingCost, boolean mayBeLeftOut) {

    /** Something that must be had. */
    public Demand(int units, long missingCost) {
        this(units, missingCost, false);
    }
}
