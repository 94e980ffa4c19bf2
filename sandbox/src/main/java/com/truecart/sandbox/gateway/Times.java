package com.truecart.sandbox.gateway;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/** When a call says it was made. */
final class Times {
    static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final Duration SKEW = Duration.ofMinutes(10);

    private Times() {}

    /** Whether a local time of China is at most ten minutes off. */
    static boolean isLocalAndNow(String text, Clock clock) {
        return local(text).filter(moment -> isNow(moment, clock)).isPresent();
    }

    /** The moment a local time of China names. */
    static Optional<Instant> local(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text, LOCAL).atZone(CHINA).toInstant());
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    /** The moment as a local time of China. */
    static String text(Instant moment) {
        return LOCAL.format(moment.atZone(CHINA));
    }

    /** Whether a moment is at most ten minutes off. */
    static boolean isNow(Instant moment, Clock clock) {
        return Duration.between(moment, clock.instant()).abs().compareTo(SKEW) <= 0;
    }
}
