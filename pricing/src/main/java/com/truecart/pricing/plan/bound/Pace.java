package com.truecart.pricing.plan.bound;

/**
 * How long and how boldly worths are looked for.
 *
 * @param rounds how many at most
 * @param stride of the way to what the best plan costs
 * @param patience after so many rounds without a better bound strides become shorter
 */
record Pace(int rounds, double stride, int patience) {
    /** From nothing. */
    static final Pace AT_FIRST = new Pace(400, 1, 15);

    /** From good worths, so that the orders settle on what the relaxed solution buys. */
    static final Pace SETTLING = new Pace(200, 0.05, 15);

    /** From the worths of the whole that a part belongs to. */
    static final Pace OF_A_PART = new Pace(30, 0.3, 6);
}
