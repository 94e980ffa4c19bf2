package com.truecart.kit;

import com.truecart.model.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads prices as upstreams write them; what cannot be read exactly is refused, never guessed. */
public final class Prices {

    /**
     * One currency before or after; the decimal point is a point, thousands are set off by commas
     * in threes.
     */
    private static final Pattern MAJOR =
            Pattern.compile(
                    "(?<before>[A-Za-z]{3}|HK\\$|US\\$|[$€£¥])?\\s*"
                            + "(?<number>\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d{1,12}(?:\\.\\d+)?)"
                            + "\\s*(?<after>[A-Za-z]{3}|[$€£¥])?");

    /** Signs that name one currency; "$" and "¥" name several and are taken as the expected one. */
    private static final Map<String, String> SIGNS =
            Map.of("HK$", "HKD", "US$", "USD", "€", "EUR", "£", "GBP");

    private static final int LONGEST = 40;

    private Prices() {}

    /**
     * An amount in major units: "12.90", "15.00 USD", "$1,299.00".
     *
     * @param expected the currency where the text names none; a text that names another one has
     *     that other one
     * @throws IllegalArgumentException saying what was expected and found
     */
    public static Money major(String text, Currency expected) {
        String stripped = text.strip();
        Matcher matcher = MAJOR.matcher(stripped);
        if (stripped.length() > LONGEST || !matcher.matches()) {
            throw unreadable(stripped);
        }
        String before = matcher.group("before");
        String after = matcher.group("after");
        if (before != null && after != null) {
            throw unreadable(stripped);
        }
        String sign = before != null ? before : after;
        Currency currency = sign == null ? expected : currency(sign, expected, stripped);
        try {
            return Money.ofMajor(
                    new BigDecimal(matcher.group("number").replace(",", "")), currency);
        } catch (ArithmeticException e) {
            throw tooFine(stripped, currency, e);
        }
    }

    /**
     * An amount in an upstream's own smallest unit: "1290" with 2 decimals is 12.90.
     *
     * @param decimals how many decimals the upstream's unit stands for; need not be the currency's
     *     own number
     * @throws IllegalArgumentException saying what was expected and found
     */
    public static Money minor(String digits, int decimals, Currency currency) {
        String stripped = digits.strip();
        if (!stripped.matches("\\d{1,15}")) {
            throw new IllegalArgumentException(
                    "expected an amount in whole minor units such as \"1290\", found \""
                            + beginning(stripped)
                            + "\"");
        }
        try {
            return Money.ofMajor(new BigDecimal(stripped).movePointLeft(decimals), currency);
        } catch (ArithmeticException e) {
            throw tooFine(stripped + " (" + decimals + " decimals)", currency, e);
        }
    }

    private static Currency currency(String sign, Currency expected, String text) {
        String code = SIGNS.getOrDefault(sign, sign);
        if (!code.matches("[A-Za-z]{3}")) {
            return expected;
        }
        try {
            return Currency.getInstance(code.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "expected an ISO 4217 currency code, found \"" + beginning(text) + "\"", e);
        }
    }

    private static IllegalArgumentException unreadable(String text) {
        return new IllegalArgumentException(
                "expected a price such as \"12.90\", \"15.00 USD\" or \"$1,299.00\", found \""
                        + beginning(text)
                        + "\"");
    }

    private static IllegalArgumentException tooFine(
            String text, Currency currency, ArithmeticException cause) {
        return new IllegalArgumentException(
                "expected at most "
                        + currency.getDefaultFractionDigits()
                        + " decimals for "
                        + currency.getCurrencyCode()
                        + ", found \""
                        + beginning(text)
                        + "\"",
                cause);
    }

    private static String beginning(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }
}
