package com.truecart.pricing.plan;

import com.truecart.model.Benefit;
import com.truecart.model.Benefit.AmountOff.Per;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.model.Reach;
import com.truecart.model.Reward;
import com.truecart.model.Trigger;
import com.truecart.pricing.plan.model.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads promotions that are given once over the lines in scope, by how much these cost. */
final class OrderSavings {

    /** An each-full offer is followed so many times; beyond, it is not known step by step. */
    private static final int MOST_REPEATS = 400;

    private OrderSavings() {}

    /**
     * What the promotion takes off by spend, once nothing but spend stands in the way; empty where
     * it depends on something else.
     *
     * @param mostSpend no cart comes to more
     */
    static Optional<List<Saving>> of(Promotion promotion, long mostSpend) {
        OptionalLong least = leastSpend(promotion.trigger());
        return least.isEmpty()
                ? Optional.empty()
                : savings(promotion.benefit(), least.getAsLong(), mostSpend);
    }

    /**
     * The spend a trigger asks for, where it asks for nothing else of the cart. What it asks of the
     * shopper is judged elsewhere.
     */
    static OptionalLong leastSpend(Trigger trigger) {
        return switch (trigger) {
            case Trigger.MinSpend(Money amount, var side) ->
                    side.isEmpty() ? OptionalLong.of(amount.minor()) : OptionalLong.empty();
            case Trigger.AllOf(List<Trigger> all) -> {
                long most = 0;
                for (Trigger each : all) {
                    OptionalLong one = leastSpend(each);
                    if (one.isEmpty()) {
                        yield OptionalLong.empty();
                    }
                    most = Math.max(most, one.getAsLong());
                }
                yield OptionalLong.of(most);
            }
            case Trigger.Always _,
                    Trigger.Code _,
                    Trigger.Member _,
                    Trigger.NewCustomer _,
                    Trigger.PaymentMethod _,
                    Trigger.Confirmed _ ->
                    OptionalLong.of(0);
            case Trigger.MinQuantity _,
                    Trigger.MinDistinct _,
                    Trigger.Within _,
                    Trigger.AnyOf _,
                    Trigger.Unmodelled _ ->
                    OptionalLong.empty();
        };
    }

    private static Optional<List<Saving>> savings(Benefit benefit, long least, long mostSpend) {
        return switch (benefit) {
            case Benefit.PercentOff(long rate, Optional<Money> cap) ->
                    Optional.of(
                            List.of(
                                    Saving.ofRate(
                                            least,
                                            rate,
                                            cap.map(Money::minor).orElse(Step.NO_END))));
            case Benefit.AmountOff(Money amount, var per) ->
                    per == Per.ORDER
                            ? Optional.of(List.of(Saving.ofAmount(least, amount.minor())))
                            : Optional.empty();
            case Benefit.Ladder(List<Benefit.Ladder.Rung> rungs) -> ladder(rungs, least);
            case Benefit.StepOff(Money every, Money off, Optional<Integer> maxTimes) ->
                    repeats(
                            every.minor(),
                            off.minor(),
                            least,
                            Math.min(
                                    maxTimes.orElse(Integer.MAX_VALUE), mostSpend / every.minor()));
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
                    Benefit.DepositBoost _,
                    Benefit.StoredValue _,
                    Benefit.ValueBack _,
                    Benefit.Unmodelled _ ->
                    Optional.empty();
        };
    }

    private static Optional<List<Saving>> ladder(List<Benefit.Ladder.Rung> rungs, long least) {
        List<Saving> steps = new ArrayList<>();
        for (Benefit.Ladder.Rung rung : rungs) {
            if (!(rung.reach() instanceof Reach.Spend(Money from))) {
                return Optional.empty();
            }
            long reached = Math.max(least, from.minor());
            steps.add(
                    switch (rung.reward()) {
                        case Reward.Amount(Money off) -> Saving.ofAmount(reached, off.minor());
                        case Reward.Rate(long rate) -> Saving.ofRate(reached, rate, Step.NO_END);
                    });
        }
        return Optional.of(steps);
    }

    private static Optional<List<Saving>> repeats(long every, long off, long least, long times) {
        if (times > MOST_REPEATS) {
            return Optional.empty();
        }
        List<Saving> steps = new ArrayList<>();
        for (long k = 1; k <= times; k++) {
            steps.add(Saving.ofAmount(Math.max(least, k * every), k * off));
        }
        return Optional.of(steps);
    }
}
