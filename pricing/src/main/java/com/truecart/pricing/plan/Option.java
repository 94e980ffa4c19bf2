package com.truecart.pricing.plan;

import com.truecart.pricing.CartLine;

/**
 * One way to fulfil a want or part of it: a take before it is numbers.
 *
 * @param want its position in the basket
 * @param store its position in the basket
 * @param units how many are taken, or at most where it is not whole
 * @param whole whether it is taken whole or not at all
 */
record Option(int want, String wantId, int store, Candidate candidate, int units, boolean whole) {

    /** The cart's line for so many of its units. */
    CartLine line(String lineId, int count) {
        return new CartLine(lineId, candidate.offer(), count);
    }
}
