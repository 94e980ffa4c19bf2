package com.truecart.app.web;

import com.truecart.model.Localized;
import com.truecart.model.Money;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Writes amounts, dates, ages and texts for the reader of this request; templates call it as
 * {@code @format}.
 */
@Component
public class Format {

    /** Where a dollar is not taken for granted to be American: HK$, US$, CN¥. */
    private static final Locale SYMBOLS = Locale.of("en", "HK");

    private final Clock clock;
    private final MessageSource messages;
    private final ZoneId zone;

    /**
     * @param zone whose days dates are told in; the stores' rather than the server's, since a dated
     *     price belongs to the day it was dated for
     */
    public Format(Clock clock, MessageSource messages, @Value("${truecart.zone}") ZoneId zone) {
        this.clock = clock;
        this.messages = messages;
        this.zone = zone;
    }

    /** "HK$1,290.00", the minus in front where negative. */
    public String money(Money money) {
        NumberFormat number = NumberFormat.getNumberInstance(locale());
        int decimals = money.currency().getDefaultFractionDigits();
        number.setMinimumFractionDigits(decimals);
        number.setMaximumFractionDigits(decimals);
        return (money.isNegative() ? "−" : "")
                + symbol(money.currency())
                + number.format(money.major().abs());
    }

    private static String symbol(Currency currency) {
        String symbol = currency.getSymbol(SYMBOLS);
        return symbol.equals(currency.getCurrencyCode()) ? symbol + " " : symbol;
    }

    /** A whole or decimal count with the reader's grouping: "12,345". */
    public String number(long count) {
        return NumberFormat.getIntegerInstance(locale()).format(count);
    }

    /** A share in parts per million, as "12.5%". */
    public String percent(long ppm) {
        NumberFormat number = NumberFormat.getNumberInstance(locale());
        number.setMaximumFractionDigits(1);
        return number.format(BigDecimal.valueOf(ppm, 4)) + "%";
    }

    /** "23 Nov 2026" or "2026年11月23日". */
    public String date(Instant moment) {
        return formatter(DateTimeFormatter.ofPattern(isChinese() ? "y年M月d日" : "d MMM y"))
                .format(moment);
    }

    /** The day where the year is plain: "23 Nov" or "11月23日". */
    public String day(Instant moment) {
        return formatter(DateTimeFormatter.ofPattern(isChinese() ? "M月d日" : "d MMM"))
                .format(moment);
    }

    /** Date and time to the minute. */
    public String dateTime(Instant moment) {
        return formatter(
                        DateTimeFormatter.ofPattern(
                                isChinese() ? "y年M月d日 HH:mm" : "d MMM y, HH:mm"))
                .format(moment);
    }

    /** How long ago: "3 minutes ago", "3 分钟前"; after a week the date says more. */
    public String age(Instant moment) {
        Duration age = Duration.between(moment, clock.instant());
        if (age.toSeconds() < 60) {
            return message("web.age.now");
        }
        if (age.toMinutes() < 60) {
            return message("web.age.minutes", age.toMinutes());
        }
        if (age.toHours() < 24) {
            return message("web.age.hours", age.toHours());
        }
        return age.toDays() <= 7 ? message("web.age.days", age.toDays()) : date(moment);
    }

    /** The words in the reader's language, or the nearest there is. */
    public String text(Localized words) {
        return words.in(locale());
    }

    private String message(String key, Object... values) {
        return messages.getMessage(key, values, locale());
    }

    private DateTimeFormatter formatter(DateTimeFormatter pattern) {
        return pattern.withLocale(locale()).withZone(zone);
    }

    private static boolean isChinese() {
        return locale().getLanguage().equals("zh");
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
