package com.truecart.pricing;

import com.truecart.model.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** Shares of amounts, rounded as named; amounts are never negative. */
final class Rates {

    /** Up to here an amount times a million fits a long. */
    private static final long SMALL = Long.MAX_VALUE / Money.PPM;

    private Rates() {}

    /** The share of an amount at a rate in parts per million. */
    static long share(long base, long ratePpm, RoundingMode mode) {
        if (base <= SMALL) {
            return divide(base * ratePpm, Money.PPM, mode);
        }
        return new BigDecimal(BigInteger.valueOf(base).multiply(BigInteger.valueOf(ratePpm)))
                .divide(BigDecimal.valueOf(Money.PPM), 0, mode)
                .longValueExact();
    }

    /** A quotient of two amounts, the divisor above nothing. */
    static long divide(long amount, long by, RoundingMode mode) {
        long down = amount / by;
        long rest = amount % by;
        if (rest == 0) {
            return down;
        }
        boolean up =
                switch (mode) {
                    case UP, CEILING -> true;
                    case DOWN, FLOOR -> false;
                    case HALF_UP -> rest >= by - rest;
                    case HALF_DOWN -> rest > by - rest;
                    case HALF_EVEN -> rest > by - rest || (rest == by - rest && down % 2 == 1);
                    case UNNECESSARY ->
                            throw new ArithmeticException(amount + " / " + by + " is not whole");
                };
        return up ? down + 1 : down;
    }

    /** {@code amount * part / whole} rounded down, without overflow. */
    static long portion(long amount, long part, long whole) {
        if (amount == 0 || part == 0) {
            return 0;
        }
        if (Math.multiplyHigh(amount, part) == 0 && amount * part > 0) {
            return amount * part / whole;
        }
        return BigInteger.valueOf(amount)
                .multiply(BigInteger.valueOf(part))
                .divide(BigInteger.valueOf(whole))
                .longValueExact();
    }

    /** The product of two amounts, or the largest there is; whoever asks cuts it down anyway. */
    static long capped(long amount, long times) {
        long high = Math.multiplyHigh(amount, times);
        long low = amount * times;
        return high == 0 && low >= 0 ? low : Long.MAX_VALUE;
    }
}
