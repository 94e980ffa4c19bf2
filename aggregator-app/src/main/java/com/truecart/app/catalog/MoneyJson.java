package com.truecart.app.catalog;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.truecart.model.Money;
import com.truecart.spi.PaymentMethod;
import java.util.Currency;
import tools.jackson.databind.json.JsonMapper;

/** How records with amounts and ways of paying in them are written into jsonb columns. */
public final class MoneyJson {
    private MoneyJson() {}

    /**
     * Writes of an amount only what it is, not what can be asked of it, and of a way of paying its
     * word.
     */
    public static JsonMapper mapper() {
        return JsonMapper.builder()
                .addMixIn(Money.class, MoneyFields.class)
                .addMixIn(PaymentMethod.class, PaymentMethodWord.class)
                .build();
    }

    @JsonAutoDetect(
            getterVisibility = Visibility.NONE,
            isGetterVisibility = Visibility.NONE,
            fieldVisibility = Visibility.NONE)
    private interface MoneyFields {
        @JsonProperty("minor")
        long minor();

        @JsonProperty("currency")
        Currency currency();
    }

    private interface PaymentMethodWord {
        @JsonValue
        String word();
    }
}
