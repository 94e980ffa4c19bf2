package com.truecart.pricing;

import com.truecart.model.Benefit;
import com.truecart.model.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * What a benefit takes off some units, in minor units: the arithmetic of every kind, apart from
 * when it applies.
 *
 * <p>Units come as their prices, dearest first. Groups are formed in that order, which is the best
 * for the customer: the dearest units are in full groups, and what is left over is the cheapest. A
 * rate is rounded half up once for each full group, or once for the whole where there are no
 * groups.
 */
final class Savings {

    private Savings() {}

    /** What this benefit takes off, from nothing to the whole price of the units. */
    static long of(Benefit benefit, long[] dearestFirst) {
        long base = Arrays.stream(dearestFirst).sum();
        long saving =
                switch (benefit) {
                    case Benefit.UnitPrice(Money price, Optional<Integer> upTo) ->
                            unitPrice(price.minor(), upTo, dearestFirst);
                    case Benefit.PercentOff(long rate, Optional<Money> cap) ->
                            capped(share(base, rate), cap);
                    case Benefit.AmountOff(Money amount, Benefit.AmountOff.Per per) ->
                            switch (per) {
                                case UNIT ->
                                        Arrays.stream(dearestFirst)
                                                .map(unit -> Math.min(unit, amount.minor()))
                                                .sum();
                                case ORDER -> amount.minor();
                            };
                    case Benefit.TieredOff tiered -> tieredOff(tiered, base);
                    case Benefit.StepOff(Money every, Money off, Optional<Integer> maxTimes) ->
                            stepOff(every.minor(), off.minor(), maxTimes, base);
                    case Benefit.NthUnit(int n, long rate) ->
                            groups(dearestFirst, n, group -> share(last(group), rate));
                    case Benefit.NthUnitPrice(int n, Money price) ->
                            groups(dearestFirst, n, group -> last(group) - price.minor());
                    case Benefit.BundlePrice(int units, Money price) ->
                            groups(dearestFirst, units, group -> sum(group) - price.minor());
                    case Benefit.BundleSave(int units, Money off) ->
                            groups(dearestFirst, units, group -> Math.min(sum(group), off.minor()));
                    case Benefit.QuantityPercent(int fromUnits, long rate) ->
                            dearestFirst.length >= fromUnits ? share(base, rate) : 0;
                    case Benefit.BuyXGetY buyXGetY -> buyXGetY(buyXGetY, dearestFirst);
                    case Benefit.DeliveryOff(long rate) -> share(base, rate);
                    case Benefit.Gift _ -> 0;
                    case Benefit.Unmodelled _ -> 0;
                };
        return Math.clamp(saving, 0L, base);
    }

    /** How many units a benefit needs before it gives anything. */
    static int unitsNeeded(Benefit benefit) {
        return switch (benefit) {
            case Benefit.NthUnit(int n, long _) -> n;
            case Benefit.NthUnitPrice(int n, Money _) -> n;
            case Benefit.BundlePrice(int units, Money _) -> units;
            case Benefit.BundleSave(int units, Money _) -> units;
            case Benefit.QuantityPercent(int fromUnits, long _) -> fromUnits;
            case Benefit.BuyXGetY(int buy, int get, long _, Benefit.BuyXGetY.Pick _) -> buy + get;
            case Benefit.UnitPrice _,
                    Benefit.PercentOff _,
                    Benefit.AmountOff _,
                    Benefit.TieredOff _,
                    Benefit.StepOff _,
                    Benefit.DeliveryOff _,
                    Benefit.Gift _,
                    Benefit.Unmodelled _ ->
                    1;
        };
    }

    static long share(long base, long ratePpm) {
        return new BigDecimal(Math.multiplyExact(base, ratePpm))
                .divide(BigDecimal.valueOf(Money.PPM), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    private static long unitPrice(long price, Optional<Integer> upTo, long[] dearestFirst) {
        return Arrays.stream(dearestFirst)
                .limit(upTo.map(Integer::longValue).orElse(Long.MAX_VALUE))
                .map(unit -> Math.max(0, unit - price))
                .sum();
    }

    private static long capped(long saving, Optional<Money> cap) {
        return cap.isPresent() ? Math.min(saving, cap.get().minor()) : saving;
    }

    /**
     * The highest threshold reached counts, even where a lower one would give more: so the ladder
     * is worded.
     */
    private static long tieredOff(Benefit.TieredOff tiered, long base) {
        long reached = Long.MIN_VALUE;
        long off = 0;
        for (Benefit.TieredOff.Tier tier : tiered.tiers()) {
            long threshold = tier.threshold().minor();
            if (base >= threshold && threshold > reached) {
                reached = threshold;
                off = tier.off().minor();
            }
        }
        return off;
    }

    private static long stepOff(long every, long off, Optional<Integer> maxTimes, long base) {
        if (every <= 0) {
            return 0;
        }
        long times = base / every;
        return Math.multiplyExact(
                off, maxTimes.isPresent() ? Math.min(times, maxTimes.get()) : times);
    }

    private static long buyXGetY(Benefit.BuyXGetY offer, long[] dearestFirst) {
        int size = offer.buy() + offer.get();
        return switch (offer.discounted()) {
            case CHEAPEST ->
                    groups(
                            dearestFirst,
                            size,
                            group ->
                                    share(
                                            sum(Arrays.copyOfRange(group, offer.buy(), size)),
                                            offer.ratePpm()));
            case DEAREST -> {
                // the dearest unit of each group: best where the dearest are spread over the groups
                int full = dearestFirst.length / size;
                long saving = 0;
                for (int i = 0; i < full; i++) {
                    saving +=
                            share(
                                    sum(
                                            Arrays.copyOfRange(
                                                    dearestFirst,
                                                    i * offer.get(),
                                                    (i + 1) * offer.get())),
                                    offer.ratePpm());
                }
                yield saving;
            }
        };
    }

    /** Sums over the full groups; one that would cost more than its units is not formed. */
    private static long groups(long[] dearestFirst, int size, ToLongFunction<long[]> saving) {
        long total = 0;
        for (int from = 0; from + size <= dearestFirst.length; from += size) {
            total +=
                    Math.max(
                            0,
                            saving.applyAsLong(
                                    Arrays.copyOfRange(dearestFirst, from, from + size)));
        }
        return total;
    }

    private static long sum(long[] units) {
        return Arrays.stream(units).sum();
    }

    private static long last(long[] units) {
        return units[units.length - 1];
    }
}
