package com.truecart.app.basket.web;

import com.truecart.app.web.Problem;
import com.truecart.model.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;

/** Amounts as people type them. */
final class Amounts {
    private Amounts() {}

    /**
     * The amount; empty where nothing is typed.
     *
     * @throws org.springframework.web.ErrorResponseException where it is no amount above nothing,
     *     naming the field
     */
    static Optional<Money> typed(String field, String amount, String currency) {
        if (amount.isBlank()) {
            return Optional.empty();
        }
        try {
            Money money =
                    Money.ofMajor(new BigDecimal(amount.strip()), Currency.getInstance(currency));
            if (money.isPositive()) {
                return Optional.of(money);
            }
        } catch (ArithmeticException | IllegalArgumentException _) {
            // said below for every way of being no amount
        }
        throw Problem.badRequest(
                field, "must be an amount such as 40.00 in a currency such as HKD, above nothing");
    }
}
