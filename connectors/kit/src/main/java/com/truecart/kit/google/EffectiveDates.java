package com.truecart.kit.google;

import com.truecart.model.Validity;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Google's "start/end", both with their offset from UTC. */
public final class EffectiveDates {

    /** "2026-11-01T00:00:00+08:00" and Google's own "…+0800". */
    private static final DateTimeFormatter DATE_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm[:ss][.SSS][XXX][XX][X]");

    private EffectiveDates() {}

    /**
     * When something holds.
     *
     * @throws IllegalArgumentException beginning with the attribute
     */
    public static Validity parse(String attribute, String text) {
        String[] sides = text.split("/", -1);
        if (sides.length != 2) {
            throw unreadable(attribute, text, null);
        }
        try {
            return new Validity(Optional.of(moment(sides[0])), Optional.of(moment(sides[1])));
        } catch (DateTimeException | IllegalArgumentException notDates) {
            throw unreadable(attribute, text, notDates);
        }
    }

    private static Instant moment(String text) {
        return OffsetDateTime.parse(text.strip(), DATE_TIME).toInstant();
    }

    private static IllegalArgumentException unreadable(
            String attribute, String text, @Nullable Throwable cause) {
        return new IllegalArgumentException(
                attribute
                        + ": expected \"start/end\" with offsets from UTC, the end last, found "
                        + text,
                cause);
    }
}
