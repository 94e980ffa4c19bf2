package com.truecart.kit.phrase;

import com.truecart.model.Benefit;
import com.truecart.model.Money;

/** Whether a benefit read from a text can be meant, given what one unit costs. */
final class Sense {

    private Sense() {}

    /**
     * No promotion raises a price, and none gives all the goods away. "Buy 2 at $33.00" beside a
     * price of $12.00 is a slip in one of the two numbers, and which one nobody can tell.
     */
    static boolean makesSense(Benefit benefit, Money unit) {
        return switch (benefit) {
            case Benefit.UnitPrice(Money price, _) -> price.compareTo(unit) <= 0;
            case Benefit.NthUnitPrice(_, Money price) -> price.compareTo(unit) <= 0;
            case Benefit.BundlePrice(int units, Money price) ->
                    price.isPositive() && price.compareTo(unit.times(units)) <= 0;
            case Benefit.BundleSave(int units, Money off) ->
                    off.isPositive() && off.compareTo(unit.times(units)) < 0;
            case Benefit.AmountOff(Money amount, Benefit.AmountOff.Per per) ->
                    switch (per) {
                        case UNIT -> amount.isPositive() && amount.compareTo(unit) < 0;
                        case LINE, ORDER -> amount.isPositive();
                    };
            case Benefit.PercentOff(long ratePpm, _) -> ratePpm < Money.PPM;
            case Benefit.QuantityPercent(_, long ratePpm) -> ratePpm < Money.PPM;
            case Benefit.Ladder _,
                    Benefit.StepOff _,
                    Benefit.NthUnit _,
                    Benefit.SetPrice _,
                    Benefit.BuyThisGetThat _,
                    Benefit.AddOnPrice _,
                    Benefit.DepositBoost _,
                    Benefit.StoredValue _,
                    Benefit.ValueBack _,
                    Benefit.BuyXGetY _,
                    Benefit.Gift _,
                    Benefit.DeliveryOff _,
                    Benefit.Unmodelled _ ->
                    true;
        };
    }
}
