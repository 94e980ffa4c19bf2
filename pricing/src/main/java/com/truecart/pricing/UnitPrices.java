package com.truecart.pricing;

import com.truecart.model.Benefit;
import com.truecart.model.Money;
import com.truecart.pricing.profile.Basis;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What each unit of an offer costs once a promotion has changed its price; what is given once is
 * spread over the units.
 */
final class UnitPrices {

    private UnitPrices() {}

    /** The new prices, dearest first. */
    static long[] after(Benefit benefit, long[] dearestFirst, UnitMath math) {
        long[] lowered =
                switch (benefit) {
                    case Benefit.PercentOff(long rate, Optional<Money> cap) ->
                            percentOff(rate, cap, dearestFirst, math);
                    case Benefit.UnitPrice(Money price, Optional<Integer> upTo) ->
                            unitPrice(math.amount(price), upTo, dearestFirst);
                    case Benefit.AmountOff(Money amount, var per) ->
                            switch (per) {
                                case UNIT -> amountOff(math.amount(amount), dearestFirst);
                                case LINE, ORDER ->
                                        spread(math.saving(benefit, dearestFirst), dearestFirst);
                            };
                    case Benefit.Ladder _,
                            Benefit.StepOff _,
                            Benefit.NthUnit _,
                            Benefit.NthUnitPrice _,
                            Benefit.BundlePrice _,
                            Benefit.BundleSave _,
                            Benefit.SetPrice _,
                            Benefit.QuantityPercent _,
                            Benefit.BuyXGetY _,
                            Benefit.BuyThisGetThat _,
                            Benefit.AddOnPrice _,
                            Benefit.Gift _,
                            Benefit.DeliveryOff _,
                            Benefit.DepositBoost _,
                            Benefit.StoredValue _,
                            Benefit.ValueBack _,
                            Benefit.Unmodelled _ ->
                            spread(math.saving(benefit, dearestFirst), dearestFirst);
                };
        return descending(lowered);
    }

    private static long[] percentOff(long rate, Optional<Money> cap, long[] units, UnitMath math) {
        long[] lowered = units.clone();
        long saving = 0;
        for (int i = 0; i < units.length; i++) {
            long off = math.share(units[i], rate);
            lowered[i] -= off;
            saving += off;
        }
        return cap.isPresent() && math.amount(cap.get()) < saving
                ? spread(math.amount(cap.get()), units)
                : lowered;
    }

    private static long[] unitPrice(long price, Optional<Integer> upTo, long[] units) {
        long[] lowered = units.clone();
        int limit = Math.min(units.length, upTo.orElse(units.length));
        for (int i = 0; i < limit; i++) {
            lowered[i] = Math.min(units[i], price);
        }
        return lowered;
    }

    private static long[] amountOff(long amount, long[] units) {
        long[] lowered = units.clone();
        for (int i = 0; i < units.length; i++) {
            lowered[i] = Math.max(0, units[i] - amount);
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

    /**
     * Every unit at these positions in an order of prices: each as its position, equals in the
     * order of positions.
     */
    static int[] order(int[] at, Running running, Basis basis, Comparator<Long> byPrice) {
        record Unit(int position, long price) {}
        List<Unit> units = new ArrayList<>();
        for (int position : at) {
            for (long price : running.units(position, basis)) {
                units.add(new Unit(position, price));
            }
        }
        units.sort(Comparator.comparing(Unit::price, byPrice));
        return units.stream().mapToInt(Unit::position).toArray();
    }
}
