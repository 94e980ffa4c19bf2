package com.truecart.pricing;

/**
 * How often a test draws. A mutation run repeats every test thousands of times and draws a small
 * part of them.
 */
public final class Rounds {

    private static final int PER_CENT = Integer.getInteger("truecart.rounds.percent", 100);

    private Rounds() {}

    /** So many draws of the usual run; at least five. */
    public static int of(int usual) {
        return Math.max(5, usual * PER_CENT / 100);
    }
}
