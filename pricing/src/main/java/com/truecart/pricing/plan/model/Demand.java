package com.truecart.pricing.plan.model;

/**
 * A want as numbers.
 *
 * @param units how many are wanted, at least 1
 * @param missingCost what a plan without it is charged in the search, far above any price, so that
 *     nothing is left out to save money
 */
public record Demand(int units, long missingCost) {}
