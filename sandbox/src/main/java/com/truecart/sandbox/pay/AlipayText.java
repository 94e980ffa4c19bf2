package com.truecart.sandbox.pay;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Times, amounts and forms as Alipay writes and signs them. */
final class AlipayText {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private AlipayText() {}

    static String joined(Map<String, String> fields) {
        return fields.entrySet().stream()
                .filter(field -> !field.getValue().isEmpty())
                .map(field -> field.getKey() + "=" + field.getValue())
                .collect(Collectors.joining("&"));
    }

    /** A signed notification with these fields. */
    static Notices.Notice notice(String to, Map<String, String> told, DeskKeys keys) {
        Map<String, String> fields = new TreeMap<>(told);
        fields.put("charset", "utf-8");
        fields.put("version", "1.0");
        // covered are all but the signature and how it was made
        Map<String, String> sent = new LinkedHashMap<>(fields);
        sent.put("sign", keys.signed(joined(fields)));
        sent.put("sign_type", "RSA2");
        String body =
                sent.entrySet().stream()
                        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&"));
        return new Notices.Notice(
                URI.create(to),
                body,
                _ -> Map.of("Content-Type", "application/x-www-form-urlencoded; charset=utf-8"));
    }

    static String time(Instant moment) {
        return TIME.format(moment.atZone(ZONE));
    }

    static Instant moment(String text) {
        return LocalDateTime.parse(text, TIME).atZone(ZONE).toInstant();
    }

    static long fen(String yuan) {
        if (!yuan.matches("\\d{1,9}\\.\\d{2}")) {
            throw new ArithmeticException("an amount has two decimals");
        }
        return new BigDecimal(yuan).movePointRight(2).longValueExact();
    }

    static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
