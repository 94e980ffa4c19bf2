package com.truecart.connector.medusa;

import com.truecart.kit.Json;
import com.truecart.model.Benefit;
import com.truecart.model.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;

/**
 * What an application method takes off. Pure.
 *
 * @param method of the Admin API
 * @param isTaxed whether amounts with and without tax differ in this market; ours are with it
 * @param isWithTax whether the promotion's amounts off goods are with tax; those off a fee never
 *     are
 */
record Reduction(Json method, Currency currency, boolean isTaxed, boolean isWithTax) {
    /** No line of ours has more units, so a higher limit is none. */
    private static final int MOST_UNITS = 9_999;

    /** A share of the fee, or at most an amount of it. */
    Benefit offDelivery() {
        if (isRate()) {
            return ratePpm().<Benefit>map(Benefit.DeliveryOff::new).orElseGet(this::unmodelled);
        }
        return isTaxed
                ? new Benefit.Unmodelled(words() + ", before tax")
                : amount().<Benefit>map(off -> new Benefit.DeliveryOff(Money.PPM, Optional.of(off)))
                        .orElseGet(this::unmodelled);
    }

    /**
     * Off the lines in scope: divided over all of them, or on each unit. So many units of each line
     * ({@code each}) or of all ({@code once}) is no rule of ours, unless the limit is beyond reach.
     */
    Benefit offGoods() {
        boolean isDivided =
                method.text("target_type").equals("order")
                        || method.optionalText("allocation").orElse("").equals("across");
        if (!isDivided && units() < MOST_UNITS) {
            return unmodelled();
        }
        if (isRate()) {
            return ratePpm()
                    .<Benefit>map(rate -> new Benefit.PercentOff(rate, Optional.empty()))
                    .orElseGet(this::unmodelled);
        }
        return amount().<Benefit>map(off ->
                        new Benefit.AmountOff(
                                off,
                                isDivided
                                        ? Benefit.AmountOff.Per.ORDER
                                        : Benefit.AmountOff.Per.UNIT))
                .orElseGet(this::unmodelled);
    }

    /** The rate in parts per million; empty where it is an amount, or finer than that. */
    Optional<Long> ratePpm() {
        if (!isRate()) {
            return Optional.empty();
        }
        try {
            return Optional.of(value().movePointRight(4).longValueExact());
        } catch (ArithmeticException finer) {
            return Optional.empty();
        }
    }

    /** For people: "12.5 % off items, each, at most 2 units". */
    String words() {
        String off =
                StatedPromotions.plain(value())
                        + (isRate() ? " %" : " " + currency.getCurrencyCode())
                        + " off "
                        + method.text("target_type").replace('_', ' ');
        String how =
                method.optionalText("allocation")
                        .map(allocation -> off + ", " + allocation)
                        .orElse(off);
        return method.optional("max_quantity").isPresent()
                ? how + ", at most " + units() + " units"
                : how;
    }

    private Benefit unmodelled() {
        return new Benefit.Unmodelled(
                !isRate() && isOnOtherSide() ? words() + ", before tax" : words());
    }

    private Optional<Money> amount() {
        if (isOnOtherSide()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Money.ofMajor(value(), currency));
        } catch (ArithmeticException finer) {
            return Optional.empty();
        }
    }

    private boolean isOnOtherSide() {
        return isTaxed && !isWithTax;
    }

    private boolean isRate() {
        return method.text("type").equals("percentage");
    }

    private BigDecimal value() {
        return method.decimal("value");
    }

    /** One where none is stated, as Medusa takes it. */
    private long units() {
        return method.optionalNumber("max_quantity").orElse(1);
    }
}
