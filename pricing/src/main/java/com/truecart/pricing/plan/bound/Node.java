package com.truecart.pricing.plan.bound;

/**
 * A part of the choices that is still to be looked at.
 *
 * @param one which step over several stores counts
 * @param worths the best found, and the bound they give
 * @param branching how it is best divided
 */
record Node(WideCase one, Limits limits, Worths worths, Branching branching) {
    double bound() {
        return worths.bound();
    }
}
