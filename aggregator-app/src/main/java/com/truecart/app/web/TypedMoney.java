package com.truecart.app.web;

import com.truecart.model.Money;
import java.math.BigDecimal;
import java.util.Currency;

/** Amounts as people type them. */
public final class TypedMoney {
    private TypedMoney() {}

    /**
     * The amount.
     *
     * @throws org.springframework.web.ErrorResponseException where it is none, or below nothing,
     *     naming the field
     */
    public static Money of(String field, String amount, String currency) {
        try {
            Money money =
                    Money.ofMajor(new BigDecimal(amount.strip()), Currency.getInstance(currency));
            if (!money.isNegative()) {
                return money;
            }
        } catch (ArithmeticException | IllegalArgumentException _) {
            // said below for every way of being no amount
        }
        throw Problem.badRequest(
                field,
                "must be an amount such as 40.00 in a currency such as HKD, is '"
                        + amount
                        + " "
                        + currency
                        + "'");
    }
}
