package com.truecart.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Currency;

/**
 * An amount shown in another currency, with both sides and the dated rate it rests on. For display
 * only: no rule is ever judged on a converted amount.
 *
 * @param rate how much one major unit of {@code from} is worth in major units of {@code to}; above
 *     nothing
 * @param at when the rate held
 * @param source who stated it
 */
public record Conversion(Money from, Money to, BigDecimal rate, Instant at, String source) {
    public Conversion {
        if (!to.equals(converted(from, to.currency(), rate))) {
            throw new IllegalArgumentException(
                    "to: " + to + " is not " + from + " at " + rate.toPlainString());
        }
    }

    /** Converts at a rate, rounded half up to the minor unit. */
    public static Conversion of(
            Money from, Currency currency, BigDecimal rate, Instant at, String source) {
        return new Conversion(from, converted(from, currency, rate), rate, at, source);
    }

    private static Money converted(Money from, Currency currency, BigDecimal rate) {
        if (rate.signum() <= 0) {
            throw new IllegalArgumentException("rate: must be above nothing, is " + rate);
        }
        return Money.ofMajor(
                from.major()
                        .multiply(rate)
                        .setScale(currency.getDefaultFractionDigits(), RoundingMode.HALF_UP),
                currency);
    }
}
