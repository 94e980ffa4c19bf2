package com.truecart.app.catalog;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.truecart.model.Money;
import java.util.Currency;
import tools.jackson.databind.json.JsonMapper;

/** How records with amounts in them are written into jsonb columns. */
public final class MoneyJson {
    private MoneyJson() {}

    /** Writes of an amount only what it is, not what can be asked of it. */
    public static JsonMapper mapper() {
        return JsonMapper.builder().addMixIn(Money.class, MoneyFields.class).build();
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
}
