package com.truecart.connector.magento;

import com.truecart.kit.Json;
import com.truecart.model.Money;
import com.truecart.spi.UpstreamException.Drifted;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * Reads amounts of Magento, which are binary floating-point numbers in major units: {@code
 * {"value":59.699999999999996,"currency":"HKD"}} is 59.70.
 */
final class Amounts {
    /** What is nearer to a whole minor unit than this is that unit, and noise. */
    private static final BigDecimal NOISE = new BigDecimal("0.00001");

    private Amounts() {}

    static Money of(Json node, String field) {
        Json amount = node.at(field);
        Currency currency;
        try {
            currency = Currency.getInstance(amount.text("currency"));
        } catch (IllegalArgumentException unknown) {
            throw new Drifted(amount.path() + ".currency: is no ISO 4217 code", unknown);
        }
        BigDecimal minor =
                amount.decimal("value").movePointRight(currency.getDefaultFractionDigits());
        BigDecimal whole = minor.setScale(0, RoundingMode.HALF_EVEN);
        if (minor.subtract(whole).abs().compareTo(NOISE) > 0) {
            throw new Drifted(
                    amount.path()
                            + ".value: expected at most "
                            + currency.getDefaultFractionDigits()
                            + " decimals for "
                            + currency.getCurrencyCode()
                            + ", found "
                            + amount.decimal("value").toPlainString());
        }
        return new Money(whole.longValueExact(), currency);
    }
}
