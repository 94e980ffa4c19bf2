package com.truecart.kit;

import com.truecart.model.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads prices as shops print them for people of any country: "1.299,00 €", "CHF 1'299.–", "kr 12".
 *
 * <p>{@link Prices} is for interfaces, whose decimal point is a point. Here the separators tell:
 * the last of two kinds is the decimal one, one that sets off threes several times is none. What
 * can be read in two ways is refused, never guessed.
 */
public final class PrintedPrices {
    private static final Pattern PRINTED =
            Pattern.compile(
                    "(?<before>[\\p{Sc}\\p{L}][\\p{Sc}\\p{L}.]{0,4})?\\s*"
                            + "(?<number>[-−]?\\d(?:[\\d.,'’ ]*\\d)?)(?:[.,][-–—]{1,2})?"
                            + "\\s*(?<after>[\\p{Sc}\\p{L}][\\p{Sc}\\p{L}.]{0,4})?");

    private static final Pattern GROUPED_BY_SPACE =
            Pattern.compile("\\d{1,3}(?:[ '’]\\d{3})+(?:[.,]\\d+)?");

    /** Signs that name one currency. */
    private static final Map<String, String> SIGNS =
            Map.ofEntries(
                    Map.entry("€", "EUR"),
                    Map.entry("£", "GBP"),
                    Map.entry("₹", "INR"),
                    Map.entry("₩", "KRW"),
                    Map.entry("₺", "TRY"),
                    Map.entry("HK$", "HKD"),
                    Map.entry("US$", "USD"),
                    Map.entry("NT$", "TWD"),
                    Map.entry("R$", "BRL"),
                    Map.entry("A$", "AUD"),
                    Map.entry("AU$", "AUD"),
                    Map.entry("C$", "CAD"),
                    Map.entry("CA$", "CAD"),
                    Map.entry("NZ$", "NZD"),
                    Map.entry("S$", "SGD"),
                    Map.entry("ZŁ", "PLN"),
                    Map.entry("KČ", "CZK"),
                    Map.entry("FR.", "CHF"),
                    Map.entry("RMB", "CNY"));

    /** Signs of several currencies, which only what is stated beside them tells apart. */
    private static final String SHARED_SIGNS = "(?i)[$¥￥元]|kr\\.?|円";

    private static final int LONGEST = 40;

    /** From so many decimals on it is what a computer's halves leave of a price, not a price. */
    private static final int DECIMALS_OF_A_FLOAT = 9;

    private static final BigDecimal FLOAT_ERROR = new BigDecimal("0.000001");

    private PrintedPrices() {}

    /**
     * A price whose decimal separator is told by how it is written.
     *
     * @param stated the currency stated beside it; a sign in the text must agree with it
     * @throws IllegalArgumentException saying what was expected and found; also where "1.299" could
     *     be either
     */
    public static Money read(String text, Optional<Currency> stated) {
        return read(text, stated, Optional.empty());
    }

    /**
     * A price whose decimal separator is known.
     *
     * @param decimal "." or ","; the other one then sets off thousands
     */
    public static Money read(String text, Optional<Currency> stated, Optional<String> decimal) {
        String plain = text.replaceAll("[\\s\u00a0\u2007\u2009\u202f]+", " ").strip();
        Matcher matcher = PRINTED.matcher(plain);
        if (plain.length() > LONGEST || !matcher.matches()) {
            throw unreadable(plain);
        }
        Currency currency = currency(matcher, stated, plain);
        BigDecimal amount = amount(matcher.group("number").replace('−', '-'), decimal, plain);
        int decimals = currency.getDefaultFractionDigits();
        if (amount.scale() >= DECIMALS_OF_A_FLOAT) {
            BigDecimal rounded = amount.setScale(decimals, RoundingMode.HALF_UP);
            if (rounded.subtract(amount).abs().compareTo(FLOAT_ERROR) < 0) {
                amount = rounded;
            }
        }
        try {
            return Money.ofMajor(amount, currency);
        } catch (ArithmeticException tooFine) {
            throw new IllegalArgumentException(
                    "expected at most "
                            + decimals
                            + " decimals for "
                            + currency.getCurrencyCode()
                            + ", found \""
                            + PlainText.cut(plain, LONGEST)
                            + "\"",
                    tooFine);
        }
    }

    private static Currency currency(Matcher matcher, Optional<Currency> stated, String text) {
        Optional<Currency> signed =
                Optional.ofNullable(matcher.group("before"))
                        .or(() -> Optional.ofNullable(matcher.group("after")))
                        .flatMap(sign -> currency(sign, text));
        if (signed.isPresent() && stated.isPresent() && !signed.equals(stated)) {
            throw new IllegalArgumentException(
                    "is in "
                            + signed.get()
                            + " by its sign and in "
                            + stated.get()
                            + " by what is stated beside it: \""
                            + text
                            + "\"");
        }
        return stated.or(() -> signed)
                .orElseThrow(
                        () -> new IllegalArgumentException("states no currency: \"" + text + "\""));
    }

    private static Optional<Currency> currency(String sign, String text) {
        if (sign.matches(SHARED_SIGNS)) {
            return Optional.empty();
        }
        String upper = sign.toUpperCase(Locale.ROOT);
        try {
            return Optional.of(Currency.getInstance(SIGNS.getOrDefault(upper, upper)));
        } catch (IllegalArgumentException _) {
            throw unreadable(text);
        }
    }

    private static BigDecimal amount(String number, Optional<String> decimal, String text) {
        String joined = number;
        if (number.matches(".*[ '’].*")) {
            if (!GROUPED_BY_SPACE.matcher(number).matches()) {
                throw unreadable(text);
            }
            joined = number.replaceAll("[ '’]", "");
        }
        if (decimal.isPresent()) {
            String thousands = decimal.get().equals(".") ? "," : ".";
            return split(joined, decimal.get(), thousands, text);
        }
        int dot = joined.lastIndexOf('.');
        int comma = joined.lastIndexOf(',');
        if (dot >= 0 && comma >= 0) {
            return dot > comma ? split(joined, ".", ",", text) : split(joined, ",", ".", text);
        }
        if (dot < 0 && comma < 0) {
            return new BigDecimal(joined);
        }
        String separator = dot >= 0 ? "." : ",";
        boolean once = joined.indexOf(separator) == joined.lastIndexOf(separator);
        if (!once) {
            return split(joined, dot >= 0 ? "," : ".", separator, text);
        }
        if (!joined.matches("[1-9]\\d{0,2}[.,]\\d{3}")) {
            return split(joined, separator, dot >= 0 ? "," : ".", text);
        }
        if (dot >= 0) {
            throw new IllegalArgumentException(
                    "can be read as "
                            + joined.replace(".", "")
                            + " and as a price with three decimals: \""
                            + text
                            + "\"");
        }
        return split(joined, ".", ",", text);
    }

    private static BigDecimal split(String joined, String decimal, String thousands, String text) {
        int at = joined.indexOf(decimal);
        String whole = at < 0 ? joined : joined.substring(0, at);
        String fraction = at < 0 ? "" : joined.substring(at + 1);
        boolean grouped =
                whole.matches("-?\\d{1,3}(?:" + Pattern.quote(thousands) + "\\d{3})+")
                        || whole.matches("-?\\d{1,12}");
        if (!grouped || !fraction.matches("\\d{0,20}")) {
            throw unreadable(text);
        }
        return new BigDecimal(
                whole.replace(thousands, "") + (fraction.isEmpty() ? "" : "." + fraction));
    }

    private static IllegalArgumentException unreadable(String text) {
        return new IllegalArgumentException(
                "expected a price such as \"12.90\", \"1.299,00 €\" or \"CHF 1'299.–\", found \""
                        + PlainText.cut(text, LONGEST)
                        + "\"");
    }
}
