package com.truecart.model;

import java.util.List;
import java.util.Optional;

/**
 * What a promotion gives. Rates are parts per million of the base ({@link Money#PPM} is
 * everything), so 12.5 % is 125,000.
 *
 * <p>The set is closed on purpose: a new kind breaks every switch that has not thought about it.
 */
public sealed interface Benefit {

    /**
     * Each unit in scope costs this instead (sale price, member price), up to a number of units
     * where one is stated.
     */
    record UnitPrice(Money price, Optional<Integer> upToUnits) implements Benefit {}

    /** A share off the lines in scope, not more than the cap. "20 % off, at most $50". */
    record PercentOff(long ratePpm, Optional<Money> cap) implements Benefit {
        public PercentOff {
            requireRate(ratePpm);
        }
    }

    /** An amount off, for each unit in scope or once for the order. */
    record AmountOff(Money amount, Per per) implements Benefit {
        /** What the amount is taken from. */
        public enum Per {
            UNIT,
            ORDER
        }
    }

    /**
     * A ladder of thresholds of which only the highest reached counts (阶梯满减). Steps ascend by
     * threshold.
     */
    record TieredOff(List<Tier> tiers) implements Benefit {
        public TieredOff {
            if (tiers.isEmpty()) {
                throw new IllegalArgumentException("tiers: at least one is needed");
            }
            tiers = List.copyOf(tiers);
        }

        /** From this spend on, this much off. */
        public record Tier(Money threshold, Money off) {}
    }

    /**
     * Every full {@code every} spent takes {@code off} off, at most {@code maxTimes} times where
     * stated (每满减).
     */
    record StepOff(Money every, Money off, Optional<Integer> maxTimes) implements Benefit {}

    /**
     * Every {@code n}-th unit of the same offer costs less by the rate (第二件半价 is n = 2, half a
     * million ppm).
     */
    record NthUnit(int n, long ratePpm) implements Benefit {
        public NthUnit {
            requireAtLeast(2, n, "n");
            requireRate(ratePpm);
        }
    }

    /** Every {@code n}-th unit of the same offer costs this price ("buy second for $1"). */
    record NthUnitPrice(int n, Money price) implements Benefit {
        public NthUnitPrice {
            requireAtLeast(2, n, "n");
        }
    }

    /** Each full group of this many units in scope costs this in all ("2 for $36"). */
    record BundlePrice(int units, Money price) implements Benefit {
        public BundlePrice {
            requireAtLeast(2, units, "units");
        }
    }

    /**
     * Each full group of this many units in scope costs less by this amount ("buy 2 to save $4").
     */
    record BundleSave(int units, Money off) implements Benefit {
        public BundleSave {
            requireAtLeast(2, units, "units");
        }
    }

    /**
     * From this many units on, a share off all units in scope ("2 or more 10 % off", "buy 4 to get
     * 10 % off").
     */
    record QuantityPercent(int fromUnits, long ratePpm) implements Benefit {
        public QuantityPercent {
            requireAtLeast(2, fromUnits, "fromUnits");
            requireRate(ratePpm);
        }
    }

    /**
     * Of each full group of {@code buy + get} units in scope, {@code get} cost less by the rate (a
     * million ppm is free).
     *
     * @param discounted which units of the group are lowered
     */
    record BuyXGetY(int buy, int get, long ratePpm, Pick discounted) implements Benefit {
        public BuyXGetY {
            requireAtLeast(1, buy, "buy");
            requireAtLeast(1, get, "get");
            requireRate(ratePpm);
        }

        /** Which units are lowered where prices differ. */
        public enum Pick {
            CHEAPEST,
            DEAREST
        }
    }

    /**
     * Something is added for nothing; its declared value is shown apart and never lowers the price.
     */
    record Gift(String description, Optional<Money> declaredValue) implements Benefit {}

    /** A share off the delivery fee (a million ppm is free delivery). */
    record DeliveryOff(long ratePpm) implements Benefit {
        public DeliveryOff {
            requireRate(ratePpm);
        }
    }

    /** Words we understand not at all, or not surely: shown, never priced, never dropped. */
    record Unmodelled(String text) implements Benefit {}

    private static void requireRate(long ratePpm) {
        if (ratePpm <= 0 || ratePpm > Money.PPM) {
            throw new IllegalArgumentException("ratePpm: must be in 1..1000000, is " + ratePpm);
        }
    }

    private static void requireAtLeast(int least, int value, String field) {
        if (value < least) {
            throw new IllegalArgumentException(
                    field + ": must be at least " + least + ", is " + value);
        }
    }
}
