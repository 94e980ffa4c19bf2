package com.truecart.payment.alipay;

import com.truecart.kit.PlainText;
import com.truecart.model.Money;
import com.truecart.spi.UpstreamException.Drifted;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Forms as Alipay signs and writes them. */
final class Fields {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Currency CNY = Currency.getInstance("CNY");
    private static final Pattern AMPERSAND = Pattern.compile("&");

    private Fields() {}

    /** {@code name=value} in order of the names, joined by &; empty values do not count. */
    static String toSign(Map<String, String> fields, Predicate<String> counts) {
        return new TreeMap<>(fields)
                .entrySet().stream()
                        .filter(field -> counts.test(field.getKey()))
                        .filter(field -> !field.getValue().isEmpty())
                        .map(field -> field.getKey() + "=" + field.getValue())
                        .collect(Collectors.joining("&"));
    }

    static String form(Map<String, String> fields) {
        return new TreeMap<>(fields)
                .entrySet().stream()
                        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&"));
    }

    /** The fields of a form; empty where it is none. */
    static Optional<Map<String, String>> read(String form) {
        Map<String, String> fields = new HashMap<>();
        try {
            for (String field : AMPERSAND.split(form, -1)) {
                int equals = field.indexOf('=');
                if (equals > 0) {
                    fields.put(
                            decoded(field.substring(0, equals)),
                            decoded(field.substring(equals + 1)));
                }
            }
            return Optional.of(fields);
        } catch (IllegalArgumentException notAForm) {
            return Optional.empty();
        }
    }

    /** A moment in China's time. */
    static String time(Instant moment) {
        return TIME.format(moment.atZone(ZONE));
    }

    /** The moment that a time of China's says. */
    static Instant moment(String text) {
        try {
            return LocalDateTime.parse(text, TIME).atZone(ZONE).toInstant();
        } catch (DateTimeParseException notATime) {
            throw new Drifted("no time of Alipay's: " + PlainText.of(text, 20), notATime);
        }
    }

    static Money yuan(String text) {
        try {
            return Money.ofMajor(new BigDecimal(text), CNY);
        } catch (ArithmeticException | NumberFormatException notAnAmount) {
            throw new Drifted("no amount in yuan: " + PlainText.of(text, 20), notAnAmount);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
