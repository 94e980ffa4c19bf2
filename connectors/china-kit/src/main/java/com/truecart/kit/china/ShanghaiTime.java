package com.truecart.kit.china;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;

/** Moments as Taobao and JD write them: "2026-11-26 20:15:00", in China's only time zone. */
public final class ShanghaiTime {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT)
                    .withResolverStyle(ResolverStyle.STRICT);

    private ShanghaiTime() {}

    /** The moment to the second, as text. */
    public static String text(Instant moment) {
        return FORMAT.format(moment.atZone(ZONE));
    }

    /** The moment a text names; empty where it names none. */
    public static Optional<Instant> parse(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text.strip(), FORMAT).atZone(ZONE).toInstant());
        } catch (DateTimeParseException notAMoment) {
            return Optional.empty();
        }
    }
}
