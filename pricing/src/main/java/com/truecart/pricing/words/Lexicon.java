package com.truecart.pricing.words;

import com.truecart.model.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The texts of one language with its amounts, shares, ordinals and lists. */
final class Lexicon {

    static final String BUNDLE = "com.truecart.pricing.words.words";

    /** Where a dollar is not taken for granted to be American: HK$, US$, CN¥. */
    private static final Locale ENGLISH_SYMBOLS = Locale.of("en", "HK");

    private final Locale locale;
    private final ResourceBundle texts;

    /** Chinese for a reader of Chinese in any script or country, English for everybody else. */
    Lexicon(Locale reader) {
        this.locale =
                reader.getLanguage().equals("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
        this.texts =
                ResourceBundle.getBundle(
                        BUNDLE,
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    String say(String key, Object... values) {
        return new MessageFormat(texts.getString(key), locale).format(values);
    }

    /** "HK$1,290.00", the minus in front where negative. */
    String money(Money money) {
        NumberFormat number = NumberFormat.getNumberInstance(locale);
        int decimals = money.currency().getDefaultFractionDigits();
        number.setMinimumFractionDigits(decimals);
        number.setMaximumFractionDigits(decimals);
        return (money.isNegative() ? "−" : "")
                + symbol(money.currency())
                + number.format(money.major().abs());
    }

    /** An amount with its sign: "+HK$30.00", "−HK$2.00". */
    String change(Money money) {
        return (money.isPositive() ? "+" : "") + money(money);
    }

    private String symbol(Currency currency) {
        String symbol =
                currency.getSymbol(locale.equals(Locale.ENGLISH) ? ENGLISH_SYMBOLS : locale);
        return symbol.equals(currency.getCurrencyCode()) ? symbol + " " : symbol;
    }

    /** A share in parts per million, as "12.5%". */
    String percent(long ppm) {
        NumberFormat number = NumberFormat.getNumberInstance(locale);
        number.setMaximumFractionDigits(4);
        return number.format(BigDecimal.valueOf(ppm, 4)) + "%";
    }

    /** What a share off leaves to pay: "20% off" in English, "打 8 折" in Chinese. */
    String off(long ppm) {
        if (ppm == Money.PPM) {
            return say("rate.free");
        }
        return ppm == Money.PPM / 2
                ? say("rate.half")
                : say("rate.off", percent(ppm), tenths(Money.PPM - ppm));
    }

    private static String tenths(long ppm) {
        return BigDecimal.valueOf(ppm)
                .divide(BigDecimal.valueOf(Money.PPM / 10), 5, RoundingMode.UNNECESSARY)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** "2nd", "23rd", "111th". */
    String ordinal(int n) {
        boolean isTeen = n % 100 >= 11 && n % 100 <= 13;
        String category =
                switch (isTeen ? 0 : n % 10) {
                    case 1 -> "one";
                    case 2 -> "two";
                    case 3 -> "few";
                    default -> "other";
                };
        return say("ordinal." + category, n);
    }

    /**
     * Several texts as one: "a, b and c".
     *
     * @param how the list's keys: {@code how.more} between all but the last two, {@code how.last}
     *     before the last
     */
    String join(String how, List<String> parts) {
        String joined = parts.getFirst();
        for (int i = 1; i < parts.size(); i++) {
            joined = say(how + (i < parts.size() - 1 ? ".more" : ".last"), joined, parts.get(i));
        }
        return joined;
    }

    /** Date and time to the minute at a place. */
    String moment(Instant moment, ZoneId zone) {
        return DateTimeFormatter.ofPattern(say("moment"), locale).withZone(zone).format(moment);
    }

    /** The same with a capital at its beginning, where the script has capitals. */
    static String sentence(String text) {
        int first = text.offsetByCodePoints(0, 1);
        return text.substring(0, first).toUpperCase(Locale.ROOT) + text.substring(first);
    }
}
