package com.truecart.pricing;

import com.truecart.model.Money;
import com.truecart.model.Promotion;
import java.util.List;

/**
 * One line with its share of everything the cart saves.
 *
 * @param before units times the store's unit price
 * @param savings by promotion, in the order applied; a store-wide discount is split over the lines
 *     to the cent
 * @param tax what is added where the store publishes prices without it; nothing elsewhere
 * @param payable {@code before} less the savings and with the tax, never below zero
 */
public record PricedLine(
        CartLine line, Money before, List<Saving> savings, Money tax, Money payable) {

    /** What one promotion takes off this line; never negative. */
    public record Saving(Promotion promotion, Money amount) {}

    public PricedLine {
        savings = List.copyOf(savings);
        Money left = before.plus(tax);
        for (Saving saving : savings) {
            left = left.minus(saving.amount());
        }
        if (!left.equals(payable) || payable.isNegative()) {
            throw new IllegalArgumentException(
                    line.lineId() + ": savings lead to " + left + ", payable is " + payable);
        }
    }
}
