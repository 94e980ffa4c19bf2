package com.truecart.pricing;

import com.truecart.model.Benefit;
import com.truecart.model.Money;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * What a benefit that needs several units takes off some units, in ticks: the arithmetic of every
 * kind, apart from when it applies.
 *
 * <p>Units come as their prices, dearest first. Groups are formed in that order, which is the best
 * for the customer: the dearest units are in full groups, and what is left over is the cheapest. A
 * rate is rounded once for each full group, or once for the whole where there are no groups.
 *
 * @param ticks how many ticks make a minor unit
 */
record UnitMath(long ticks, RoundingMode mode) {

    /** What this benefit takes off, from nothing to the whole price of the units. */
    long saving(Benefit benefit, long[] dearestFirst) {
        long base = sum(dearestFirst);
        long saving =
                switch (benefit) {
                    case Benefit.UnitPrice(Money price, Optional<Integer> upTo) ->
                            unitPrice(amount(price), upTo, dearestFirst);
                    case Benefit.NthUnit(int n, long rate) ->
                            groups(dearestFirst, n, group -> share(last(group), rate));
                    case Benefit.NthUnitPrice(int n, Money price) ->
                            groups(dearestFirst, n, group -> last(group) - amount(price));
                    case Benefit.BundlePrice(int units, Money price) ->
                            groups(dearestFirst, units, group -> sum(group) - amount(price));
                    case Benefit.BundleSave(int units, Money off) ->
                            groups(dearestFirst, units, group -> Math.min(sum(group), amount(off)));
                    case Benefit.QuantityPercent(int fromUnits, long rate) ->
                            dearestFirst.length >= fromUnits ? share(base, rate) : 0;
                    case Benefit.BuyXGetY buyXGetY -> buyXGetY(buyXGetY, dearestFirst);
                    case Benefit.AmountOff(Money amount, var per) ->
                            switch (per) {
                                case UNIT ->
                                        Arrays.stream(dearestFirst)
                                                .map(unit -> Math.min(unit, amount(amount)))
                                                .sum();
                                case LINE, ORDER -> amount(amount);
                            };
                    case Benefit.PercentOff(long rate, Optional<Money> cap) ->
                            cap.map(most -> Math.min(share(base, rate), amount(most)))
                                    .orElseGet(() -> share(base, rate));
                    case Benefit.Ladder ladder ->
                            Amounts.ladder(ladder, base, dearestFirst.length, base, this);
                    case Benefit.StepOff step -> Amounts.stepOff(step, base, this);
                    case Benefit.SetPrice _,
                            Benefit.BuyThisGetThat _,
                            Benefit.AddOnPrice _,
                            Benefit.Gift _,
                            Benefit.DeliveryOff _,
                            Benefit.DepositBoost _,
                            Benefit.StoredValue _,
                            Benefit.ValueBack _,
                            Benefit.Unmodelled _ ->
                            0;
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
            case Benefit.BuyXGetY(int buy, int get, long _, var _, var _) -> buy + get;
            case Benefit.BuyThisGetThat(int buy, var _, int _, long _, var _, boolean _) -> buy;
            case Benefit.UnitPrice _,
                    Benefit.PercentOff _,
                    Benefit.AmountOff _,
                    Benefit.Ladder _,
                    Benefit.StepOff _,
                    Benefit.SetPrice _,
                    Benefit.AddOnPrice _,
                    Benefit.DeliveryOff _,
                    Benefit.DepositBoost _,
                    Benefit.StoredValue _,
                    Benefit.ValueBack _,
                    Benefit.Gift _,
                    Benefit.Unmodelled _ ->
                    1;
        };
    }

    /** An amount of the rule's in ticks. */
    long amount(Money money) {
        return money.minor() * ticks;
    }

    long share(long base, long ratePpm) {
        return Rates.share(base, ratePpm, mode);
    }

    private static long unitPrice(long price, Optional<Integer> upTo, long[] dearestFirst) {
        int limit = Math.min(dearestFirst.length, upTo.orElse(dearestFirst.length));
        long saving = 0;
        for (int i = 0; i < limit; i++) {
            saving += Math.max(0, dearestFirst[i] - price);
        }
        return saving;
    }

    private long buyXGetY(Benefit.BuyXGetY offer, long[] dearestFirst) {
        int size = offer.buy() + offer.get();
        int full = Math.min(dearestFirst.length / size, offer.maxTimes().orElse(Integer.MAX_VALUE));
        long saving = 0;
        for (int group = 0; group < full; group++) {
            // the dearest units of each group: best where the dearest are spread over the groups
            int from =
                    switch (offer.discounted()) {
                        case CHEAPEST -> group * size + offer.buy();
                        case DEAREST -> group * offer.get();
                    };
            saving +=
                    share(
                            sum(Arrays.copyOfRange(dearestFirst, from, from + offer.get())),
                            offer.ratePpm());
        }
        return saving;
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
        long sum = 0;
        for (long unit : units) {
            sum += unit;
        }
        return sum;
    }

    private static long last(long[] units) {
        return units[units.length - 1];
    }
}
