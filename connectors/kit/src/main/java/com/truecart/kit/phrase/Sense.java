package com.truecart.kit.phrase;

import com.truecart.model.Benefit;
import com.truecart.model.Benefit.Ladder.Rung;
import com.truecart.model.Money;
import com.truecart.model.Reach;
import com.truecart.model.Reward;
import com.truecart.model.Trigger;
import java.util.List;
import java.util.Optional;

/** Whether a benefit read from a text can be meant, given what one unit costs. */
final class Sense {

    private Sense() {}

    /**
     * No promotion raises a price, and none gives all the goods away. "Buy 2 at $33.00" beside a
     * price of $12.00 is a slip in one of the two numbers, and which one nobody can tell.
     */
    static boolean makesSense(Meaning meaning, Money unit) {
        return switch (meaning.benefit()) {
            case Benefit.UnitPrice(Money price, _) ->
                    price.isPositive() && price.compareTo(unit) <= 0;
            case Benefit.NthUnitPrice(_, Money price) -> price.compareTo(unit) <= 0;
            case Benefit.BundlePrice(int units, Money price) ->
                    price.isPositive() && price.compareTo(unit.times(units)) <= 0;
            case Benefit.BundleSave(int units, Money off) ->
                    off.isPositive() && off.compareTo(unit.times(units)) < 0;
            case Benefit.AmountOff(Money amount, Benefit.AmountOff.Per per) ->
                    switch (per) {
                        case UNIT -> amount.isPositive() && amount.compareTo(unit) < 0;
                        case LINE, ORDER ->
                                amount.isPositive()
                                        && least(meaning.trigger())
                                                .map(spend -> amount.compareTo(spend) < 0)
                                                .orElse(true);
                    };
            case Benefit.PercentOff(long ratePpm, _) -> ratePpm < Money.PPM;
            case Benefit.QuantityPercent(_, long ratePpm) -> ratePpm < Money.PPM;
            case Benefit.Ladder(List<Rung> rungs) -> climbs(rungs, unit);
            case Benefit.StepOff(Money every, Money off, _) ->
                    off.isPositive() && off.compareTo(every) < 0;
            case Benefit.DepositBoost(Money deposit, Money countsAs) ->
                    countsAs.compareTo(deposit) > 0 && countsAs.compareTo(unit) <= 0;
            case Benefit.ValueBack(_, Reward reward, _) ->
                    switch (reward) {
                        case Reward.Amount(Money amount) -> amount.isPositive();
                        case Reward.Rate(long ratePpm) -> ratePpm < Money.PPM;
                    };
            case Benefit.NthUnit _,
                    Benefit.SetPrice _,
                    Benefit.BuyThisGetThat _,
                    Benefit.AddOnPrice _,
                    Benefit.StoredValue _,
                    Benefit.BuyXGetY _,
                    Benefit.Gift _,
                    Benefit.DeliveryOff _,
                    Benefit.Unmodelled _ ->
                    true;
        };
    }

    /** The spend a condition asks for, where it asks for one. */
    private static Optional<Money> least(Trigger trigger) {
        return switch (trigger) {
            case Trigger.MinSpend(Money amount, _) -> Optional.of(amount);
            case Trigger.AllOf(List<Trigger> triggers) ->
                    triggers.stream().map(Sense::least).flatMap(Optional::stream).findFirst();
            case Trigger.Always _,
                    Trigger.MinQuantity _,
                    Trigger.MinDistinct _,
                    Trigger.Within _,
                    Trigger.Code _,
                    Trigger.Member _,
                    Trigger.NewCustomer _,
                    Trigger.PaymentMethod _,
                    Trigger.Confirmed _,
                    Trigger.AnyOf _,
                    Trigger.Unmodelled _ ->
                    Optional.empty();
        };
    }

    /** Each step gives more than the one before, and less than what must be reached. */
    private static boolean climbs(List<Rung> rungs, Money unit) {
        Optional<Reward> before = Optional.empty();
        for (Rung rung : rungs) {
            boolean isPossible =
                    switch (rung.reward()) {
                        case Reward.Amount(Money amount) ->
                                amount.isPositive()
                                        && amount.compareTo(reached(rung.reach(), unit)) < 0
                                        && before.map(lower -> isAbove(amount, lower)).orElse(true);
                        case Reward.Rate(long ratePpm) ->
                                ratePpm < Money.PPM
                                        && before.map(lower -> isAbove(ratePpm, lower))
                                                .orElse(true);
                    };
            if (!isPossible) {
                return false;
            }
            before = Optional.of(rung.reward());
        }
        return true;
    }

    private static Money reached(Reach reach, Money unit) {
        return switch (reach) {
            case Reach.Spend(Money amount) -> amount;
            case Reach.Units(int count) -> unit.times(count);
        };
    }

    private static boolean isAbove(Money amount, Reward lower) {
        return lower instanceof Reward.Amount(Money other) && amount.compareTo(other) > 0;
    }

    private static boolean isAbove(long ratePpm, Reward lower) {
        return lower instanceof Reward.Rate(long other) && ratePpm > other;
    }
}
