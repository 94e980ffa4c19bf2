package com.truecart.kit.phrase;

import com.truecart.kit.Prices;
import com.truecart.model.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.regex.Matcher;

/** The values a phrase's placeholders stood for. */
public final class Found {
    private final Matcher matcher;
    private final Currency currency;

    Found(Matcher matcher, Currency currency) {
        this.matcher = matcher;
        this.currency = currency;
    }

    /** The count at {n}. */
    public int n() {
        return Integer.parseInt(matcher.group("n"));
    }

    /** The count at {m}. */
    public int m() {
        return Integer.parseInt(matcher.group("m"));
    }

    /** The amount at {price}. */
    public Money price() {
        return Prices.major(matcher.group("price"), currency);
    }

    /** The rate at {percent}, in parts per million. */
    public long ratePpm() {
        return new BigDecimal(matcher.group("percent")).movePointRight(4).longValueExact();
    }

    /** The words at {words}. */
    public String words() {
        return matcher.group("words").strip();
    }
}
