package com.truecart.pricing;

import com.truecart.model.Benefit;
import com.truecart.model.Money;
import java.util.Arrays;
import java.util.Optional;

/**
 * What each unit of an offer costs once a promotion has changed its price; what is given once is
 * spread over the units.
 */
final class UnitPrices {

    private UnitPrices() {}

    /** The new prices, dearest first. */
    static long[] after(Benefit benefit, long[] dearestFirst) {
        long[] lowered =
                switch (benefit) {
                    case Benefit.PercentOff(long rate, Optional<Money> cap) ->
                            percentOff(rate, cap, dearestFirst);
                    case Benefit.UnitPrice(Money price, Optional<Integer> upTo) ->
                            unitPrice(price.minor(), upTo, dearestFirst);
                    case Benefit.AmountOff(Money amount, Benefit.AmountOff.Per per) ->
                            switch (per) {
                                case UNIT ->
                                        Arrays.stream(dearestFirst)
                                                .map(unit ->
                                                        Math.clamp(unit - amount.minor(), 0L, unit))
                                                .toArray();
                                case ORDER ->
                                        spread(Savings.of(benefit, dearestFirst), dearestFirst);
                            };
                    case Benefit.TieredOff _,
                            Benefit.StepOff _,
                            Benefit.NthUnit _,
                            Benefit.NthUnitPrice _,
                            Benefit.BundlePrice _,
                            Benefit.BundleSave _,
                            Benefit.QuantityPercent _,
                            Benefit.BuyXGetY _,
                            Benefit.Gift _,
                            Benefit.DeliveryOff _,
                            Benefit.Unmodelled _ ->
                            spread(Savings.of(benefit, dearestFirst), dearestFirst);
                };
        return descending(lowered);
    }

    private static long[] percentOff(long rate, Optional<Money> cap, long[] units) {
        long[] lowered =
                Arrays.stream(units).map(unit -> unit - Savings.share(unit, rate)).toArray();
        long saving = Arrays.stream(units).sum() - Arrays.stream(lowered).sum();
        return cap.isPresent() && cap.get().minor() < saving
                ? spread(Math.max(0, cap.get().minor()), units)
                : lowered;
    }

    private static long[] unitPrice(long price, Optional<Integer> upTo, long[] units) {
        long[] lowered = units.clone();
        int limit = Math.min(units.length, upTo.orElse(units.length));
        for (int i = 0; i < limit; i++) {
            lowered[i] = Math.max(0, Math.min(units[i], price));
        }
        return lowered;
    }

    private static long[] spread(long saving, long[] units) {
        return evenly(Arrays.stream(units).sum() - saving, units.length);
    }

    /** A total in as many almost equal units, dearest first. */
    static long[] evenly(long total, int units) {
        long[] each = new long[units];
        Arrays.fill(each, total / units);
        for (int i = 0; i < total % units; i++) {
            each[i]++;
        }
        return each;
    }

    private static long[] descending(long[] units) {
        long[] sorted = units.clone();
        Arrays.sort(sorted);
        for (int i = 0; i < sorted.length / 2; i++) {
            long small = sorted[i];
            sorted[i] = sorted[sorted.length - 1 - i];
            sorted[sorted.length - 1 - i] = small;
        }
        return sorted;
    }
}
