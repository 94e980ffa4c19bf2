package com.truecart.connector.vendure;

import com.truecart.kit.Json;
import com.truecart.model.Money;
import com.truecart.spi.UpstreamException.Drifted;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/** Vendure's money: whole numbers of hundredths of any currency, of the yen too. */
final class Amounts {
    private static final int DECIMALS = 2;

    private Amounts() {}

    /** {@code "currencyCode": "JPY", "priceWithTax": 10000} is 100 yen. */
    static Money of(Json owner, String field, Currency currency) {
        return of(owner.decimal(field), owner.path() + "." + field, currency);
    }

    /** The same for an amount written as text, as in the arguments of a promotion. */
    static Money of(BigDecimal hundredths, String where, Currency currency) {
        try {
            return Money.ofMajor(hundredths.movePointLeft(DECIMALS), currency);
        } catch (ArithmeticException tooFine) {
            throw new Drifted(
                    where
                            + ": expected hundredths that make whole units of "
                            + currency.getCurrencyCode()
                            + ", found "
                            + hundredths.toPlainString(),
                    tooFine);
        }
    }

    /** Of an amount that may be a fraction of a unit, as the parts of a discount are. */
    static Money rounded(Json owner, String field, Currency currency) {
        int digits = currency.getDefaultFractionDigits();
        return Money.ofMajor(
                owner.decimal(field).movePointLeft(DECIMALS).setScale(digits, RoundingMode.HALF_UP),
                currency);
    }

    static Currency currency(Json owner) {
        try {
            return Currency.getInstance(owner.text("currencyCode"));
        } catch (IllegalArgumentException unknown) {
            throw new Drifted(owner.path() + ".currencyCode: is no ISO 4217 code", unknown);
        }
    }
}
