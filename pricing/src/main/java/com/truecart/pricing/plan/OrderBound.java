package com.truecart.pricing.plan;

import com.truecart.model.Benefit;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.model.Reach;
import com.truecart.model.Reward;
import com.truecart.model.Scope;
import com.truecart.model.Trigger;
import com.truecart.pricing.plan.model.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * The most that a promotion given once over an order can take off it.
 *
 * @param mostSpend no order comes to more
 * @param units how many could be bought; each may be rounded in the shopper's favour
 * @param taxPpm the highest tax on what comes off, where tax is apart
 */
record OrderBound(long mostSpend, long units, long taxPpm) {

    /** Steps by undiscounted spend. */
    List<Step> steps(Promotion promotion) {
        List<Step> steps = new ArrayList<>();
        long least = leastSpend(promotion.trigger());
        switch (promotion.benefit()) {
            case Benefit.PercentOff(long rate, var cap) ->
                    steps.add(rate(least, rate, cap.map(Money::minor).orElse(Step.NO_END)));
            case Benefit.AmountOff(Money amount, var _) ->
                    steps.add(Step.fixed(least, withTax(amount.minor()), 0));
            case Benefit.StoredValue(Money value, var _, var _) ->
                    steps.add(Step.fixed(0, withTax(value.minor()), 0));
            case Benefit.DepositBoost(Money deposit, Money countsAs) -> {
                // one stated on an offer is paid for each unit
                long times = promotion.scope() instanceof Scope.ThisOffer ? units : 1;
                long more = Math.min(mostSpend, countsAs.minor() - deposit.minor());
                steps.add(Step.fixed(0, withTax(more * times), 0));
            }
            case Benefit.Ladder(List<Benefit.Ladder.Rung> rungs) -> ladder(rungs, least, steps);
            case Benefit.StepOff(Money every, Money off, var times) ->
                    repeats(every.minor(), off.minor(), times.orElse(Integer.MAX_VALUE), steps);
            case Benefit.UnitPrice _,
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
                    Benefit.ValueBack _,
                    Benefit.Unmodelled _ ->
                    throw new IllegalStateException("not over an order: " + promotion.benefit());
        }
        return steps;
    }

    /** What is bounded over the order and not line by line. */
    static boolean isOnceOverOrder(Benefit benefit) {
        return benefit instanceof Benefit.Ladder
                || benefit instanceof Benefit.StepOff
                || benefit instanceof Benefit.StoredValue
                || benefit instanceof Benefit.DepositBoost
                || (benefit instanceof Benefit.AmountOff(var _, Benefit.AmountOff.Per per)
                        && per == Benefit.AmountOff.Per.ORDER)
                || (benefit instanceof Benefit.PercentOff(var _, var cap) && cap.isPresent());
    }

    private void ladder(List<Benefit.Ladder.Rung> rungs, long least, List<Step> steps) {
        for (Benefit.Ladder.Rung rung : rungs) {
            long from =
                    rung.reach() instanceof Reach.Spend(Money amount)
                            ? Math.max(least, amount.minor())
                            : least;
            steps.add(
                    switch (rung.reward()) {
                        case Reward.Amount(Money off) -> Step.fixed(from, withTax(off.minor()), 0);
                        case Reward.Rate(long rate) -> rate(from, rate, Step.NO_END);
                    });
        }
    }

    /** As many steps as matter; beyond them the highest share that each-full ever gives. */
    private void repeats(long every, long off, int times, List<Step> steps) {
        long full = Math.min(times, mostSpend / every);
        if (full > 60) {
            steps.add(rate(every, Math.ceilDiv(off * Money.PPM, every), withTax(full * off)));
            return;
        }
        for (long k = 1; k <= full; k++) {
            steps.add(Step.fixed(k * every, withTax(k * off), 0));
        }
    }

    /** A share with room for the rounding of every unit. */
    private Step rate(long from, long ratePpm, long cap) {
        long most = cap == Step.NO_END ? cap : withTax(cap);
        return new Step(from, Step.NO_END, units, 0, ratePpm, 0, most);
    }

    /** The spend a trigger surely asks for. */
    static long leastSpend(Trigger trigger) {
        return switch (trigger) {
            case Trigger.MinSpend(Money amount, var side) -> side.isEmpty() ? amount.minor() : 0;
            case Trigger.AllOf(List<Trigger> all) ->
                    all.stream().mapToLong(OrderBound::leastSpend).max().orElse(0);
            case Trigger.AnyOf(List<Trigger> any) ->
                    any.stream().mapToLong(OrderBound::leastSpend).min().orElse(0);
            case Trigger.Always _,
                    Trigger.Code _,
                    Trigger.Member _,
                    Trigger.NewCustomer _,
                    Trigger.PaymentMethod _,
                    Trigger.Confirmed _,
                    Trigger.MinQuantity _,
                    Trigger.MinDistinct _,
                    Trigger.Within _,
                    Trigger.Unmodelled _ ->
                    0;
        };
    }

    private long withTax(long amount) {
        return withTax(amount, taxPpm);
    }

    /** An amount with the tax on it, rounded up. */
    static long withTax(long amount, long taxPpm) {
        return amount == 0 ? 0 : Math.ceilDiv(amount * (Money.PPM + taxPpm), Money.PPM) + 1;
    }
}
