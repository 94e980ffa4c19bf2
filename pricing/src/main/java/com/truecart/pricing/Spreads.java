package com.truecart.pricing;

import com.truecart.pricing.profile.Arithmetic.Spread;
import java.math.RoundingMode;

/** Divides one amount over lines; every way gives the whole amount unless it says otherwise. */
final class Spreads {

    private Spreads() {}

    /**
     * The shares by position; none above what its line costs.
     *
     * @param amount not above the weights together
     * @param costs what each line costs now; none negative
     * @param units how many units each line has, for the ways that go by units
     * @param weights what the shares are in proportion to
     * @param at the lines that take part, in the order in which they are served
     */
    static long[] over(
            Spread spread, long amount, long[] costs, int[] units, long[] weights, int[] at) {
        long[] shares = new long[costs.length];
        long whole = 0;
        for (int i : at) {
            whole += weights[i];
        }
        if (amount <= 0 || whole == 0) {
            return shares;
        }
        switch (spread) {
            case LARGEST_REMAINDER -> {
                return capped(largestRemainder(amount, weights, whole), costs);
            }
            case DOWN_FIRST_TAKE_REST -> {
                long left = amount - rounded(shares, amount, weights, whole, at, RoundingMode.DOWN);
                for (int k = 0; left > 0; k = (k + 1) % at.length) {
                    if (weights[at[k]] > 0) {
                        shares[at[k]]++;
                        left--;
                    }
                }
            }
            case DOWN_LAST_TAKES_REST ->
                    lastTakesRest(shares, amount, weights, whole, at, RoundingMode.DOWN);
            case LAST_TAKES_REST ->
                    lastTakesRest(shares, amount, weights, whole, at, RoundingMode.HALF_UP);
            case FIRST_TAKE_REST -> firstTakeRest(shares, amount, weights, whole, at);
            case CARRIED -> carried(shares, amount, weights, whole, at);
            case BACKWARD -> backward(shares, amount, weights, whole, at);
            case HALF_EVEN_FIRST_TAKES_REST -> {
                long given = rounded(shares, amount, weights, whole, at, RoundingMode.HALF_EVEN);
                // where rounding gave too much, Broadleaf's own shares add up to more; we take it
                // back
                firstWithRoom(shares, amount - given, costs, at);
                takeBack(shares, given - amount, at);
            }
            case GROSS_REMAINDER_LAST -> grossRemainderLast(shares, amount, weights, whole, at);
            case EQUAL_PER_UNIT -> equalPerUnit(shares, amount, costs, units, at);
        }
        return capped(shares, costs);
    }

    private static long[] capped(long[] shares, long[] costs) {
        for (int i = 0; i < shares.length; i++) {
            shares[i] = Math.clamp(shares[i], 0, costs[i]);
        }
        return shares;
    }

    static long[] largestRemainder(long amount, long[] weights, long whole) {
        int lines = weights.length;
        long[] shares = new long[lines];
        long left = amount;
        for (int i = 0; i < lines; i++) {
            shares[i] = Rates.portion(amount, weights[i], whole);
            left -= shares[i];
        }
        if (left == 0) {
            return shares;
        }
        long[] remainders = new long[lines];
        for (int i = 0; i < lines; i++) {
            // exact modulo 2^64, and the remainder is below the whole, so the overflow cancels out
            remainders[i] = amount * weights[i] - shares[i] * whole;
        }
        while (left > 0) {
            int most = 0;
            for (int i = 1; i < lines; i++) {
                if (remainders[i] > remainders[most]) {
                    most = i;
                }
            }
            shares[most]++;
            remainders[most] = -1;
            left--;
        }
        return shares;
    }

    /** Fills in rounded shares; what they come to. */
    private static long rounded(
            long[] shares, long amount, long[] weights, long whole, int[] at, RoundingMode mode) {
        long given = 0;
        for (int i : at) {
            shares[i] = rounded(amount, weights[i], whole, mode);
            given += shares[i];
        }
        return given;
    }

    private static void lastTakesRest(
            long[] shares, long amount, long[] weights, long whole, int[] at, RoundingMode mode) {
        int last = at[at.length - 1];
        long given = rounded(shares, amount, weights, whole, at, mode) - shares[last];
        shares[last] = Math.max(0, amount - given);
        takeBack(shares, given - amount, at);
    }

    /**
     * The cents left over go to the first lines even where they cost nothing, and are lost there;
     * those given too much are taken back from the first lines that have any. Where every share
     * rounds to nothing, the whole amount is lost.
     */
    private static void firstTakeRest(
            long[] shares, long amount, long[] weights, long whole, int[] at) {
        long given = rounded(shares, amount, weights, whole, at, RoundingMode.HALF_DOWN);
        long left = given == 0 ? 0 : amount - given;
        for (int k = 0; left != 0; k = (k + 1) % at.length) {
            if (left > 0 || shares[at[k]] > 0) {
                shares[at[k]] += Long.signum(left);
                left -= Long.signum(left);
            }
        }
    }

    private static void carried(long[] shares, long amount, long[] weights, long whole, int[] at) {
        long before = 0;
        long given = 0;
        for (int i : at) {
            before += weights[i];
            long until = rounded(amount, before, whole, RoundingMode.HALF_UP);
            shares[i] = until - given;
            given = until;
        }
    }

    private static void backward(long[] shares, long amount, long[] weights, long whole, int[] at) {
        long rest = amount;
        long upTo = whole;
        for (int k = at.length - 1; k > 0; k--) {
            shares[at[k]] = Rates.portion(rest, weights[at[k]], upTo);
            rest -= shares[at[k]];
            upTo -= weights[at[k]];
        }
        shares[at[0]] = rest;
    }

    private static void firstWithRoom(long[] shares, long missing, long[] costs, int[] at) {
        long left = missing;
        for (int k = 0; left > 0 && k < at.length; k++) {
            long more = Math.min(left, costs[at[k]] - shares[at[k]]);
            shares[at[k]] += more;
            left -= more;
        }
    }

    private static void takeBack(long[] shares, long tooMuch, int[] at) {
        long left = tooMuch;
        // each line rounded up has at least one, so once over the lines is enough
        for (int k = at.length - 1; left > 0; k--) {
            if (shares[at[k]] > 0) {
                shares[at[k]]--;
                left--;
            }
        }
    }

    private static void grossRemainderLast(
            long[] shares, long amount, long[] weights, long whole, int[] at) {
        double[] errors = new double[at.length];
        long given = 0;
        for (int k = 0; k < at.length; k++) {
            double exact = -amount * ((double) weights[at[k]] / whole);
            double down = Math.floor(exact);
            shares[at[k]] = -(long) down;
            errors[k] = exact - down;
            given += shares[at[k]];
        }
        while (given > amount) {
            int most = 0;
            for (int k = 1; k < at.length; k++) {
                if (errors[k] > errors[most]) {
                    most = k;
                }
            }
            shares[at[most]]--;
            errors[most] -= 1;
            given--;
        }
    }

    private static void equalPerUnit(
            long[] shares, long amount, long[] costs, int[] units, int[] at) {
        long left = amount;
        while (left > 0) {
            long open = 0;
            for (int i : at) {
                open += costs[i] > shares[i] ? units[i] : 0;
            }
            if (open == 0) {
                return;
            }
            long each = left / open;
            for (int i : at) {
                long room = costs[i] - shares[i];
                long share = Math.min(Math.min(room, each == 0 ? units[i] : each * units[i]), left);
                shares[i] += share;
                left -= share;
            }
            if (each == 0) {
                // the last cents are handed out in one round; what finds no room is lost
                return;
            }
        }
    }

    private static long rounded(long amount, long part, long whole, RoundingMode mode) {
        long down = Rates.portion(amount, part, whole);
        long rest = amount * part - down * whole;
        // half even looks at the whole quotient, so an odd one stays in what is rounded
        long odd = down % 2;
        return down - odd + Rates.divide(rest + odd * whole, whole, mode);
    }
}
