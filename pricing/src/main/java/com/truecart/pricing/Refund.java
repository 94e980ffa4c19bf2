package com.truecart.pricing;

import com.truecart.model.Money;
import com.truecart.model.Promotion;
import java.util.List;

/**
 * What one return gives back.
 *
 * @param amount all in all; never negative, and refused where it is not the lines less what is
 *     clawed back with the delivery fee
 * @param lines what came back, with what was paid for it
 * @param clawedBack what the kept units would not have got, by promotion
 * @param deliveryRefunded the part of {@code amount} that is delivery fee
 */
public record Refund(
        Money amount, List<Line> lines, List<ClawBack> clawedBack, Money deliveryRefunded) {

    /**
     * Some units of one line.
     *
     * @param units at least 1
     * @param amount what was paid for them; never negative
     */
    public record Line(String lineId, int units, Money amount) {}

    /**
     * A discount that is taken back.
     *
     * @param amount above nothing
     */
    public record ClawBack(Promotion promotion, Money amount) {}

    public Refund {
        lines = List.copyOf(lines);
        clawedBack = List.copyOf(clawedBack);
        Money sum = deliveryRefunded;
        for (Line line : lines) {
            sum = sum.plus(line.amount());
            if (line.units() < 1 || line.amount().isNegative()) {
                throw new IllegalArgumentException("lines: " + line + " is no return");
            }
        }
        for (ClawBack each : clawedBack) {
            sum = sum.minus(each.amount());
            if (!each.amount().isPositive()) {
                throw new IllegalArgumentException(
                        "clawedBack: " + each.promotion().ref() + " takes back " + each.amount());
            }
        }
        if (!sum.equals(amount) || amount.isNegative() || deliveryRefunded.isNegative()) {
            throw new IllegalArgumentException(
                    "parts come to " + sum + ", the refund to " + amount);
        }
    }

    /** The part that is goods. */
    Money goods() {
        return amount.minus(deliveryRefunded);
    }
}
