package com.truecart.app.web;

import com.truecart.model.Money;

/**
 * An amount on our own wire.
 *
 * @param minor in minor units of the currency (cents)
 * @param currency its ISO 4217 code
 * @param text in major units with a point, for people who read JSON: "12.90"
 */
public record MoneyView(long minor, String currency, String text) {

    public static MoneyView of(Money money) {
        return new MoneyView(
                money.minor(), money.currency().getCurrencyCode(), money.major().toPlainString());
    }
}
