package com.truecart.connector.medusa;

import com.truecart.kit.Json;
import com.truecart.model.Money;
import com.truecart.spi.UpstreamException.Drifted;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Locale;

/**
 * Medusa's decimals in major units. It rounds nothing, so a total can be 48.4245; what is charged
 * is that, rounded half up to the minor unit, once.
 */
final class Amounts {
    /** Shares are kept to twenty digits, so 107.525 can come as 107.52499999999999. */
    private static final int EXACT = 8;

    private Amounts() {}

    static Money rounded(Json object, String field, Currency currency) {
        return rounded(object.decimal(field), currency);
    }

    static Money rounded(BigDecimal major, Currency currency) {
        return Money.ofMajor(
                major.setScale(EXACT, RoundingMode.HALF_UP)
                        .setScale(currency.getDefaultFractionDigits(), RoundingMode.HALF_UP),
                currency);
    }

    /** The currency named in this field, which Medusa writes in lower case: "hkd". */
    static Currency currency(Json object, String field) {
        String code = object.text(field);
        try {
            return Currency.getInstance(code.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new Drifted(object.path() + "." + field + ": is no ISO 4217 code", unknown);
        }
    }
}
