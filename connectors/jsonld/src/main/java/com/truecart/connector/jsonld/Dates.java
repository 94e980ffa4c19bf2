package com.truecart.connector.jsonld;

import com.truecart.model.Validity;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Dates of a specification; what cannot be read is open. */
final class Dates {
    private Dates() {}

    static Validity validity(Thing thing) {
        Optional<Instant> start = thing.text("validFrom").flatMap(text -> moment(text, 0));
        Optional<Instant> end = thing.text("validThrough").flatMap(text -> moment(text, 1));
        return start.isPresent() && end.isPresent() && !start.get().isBefore(end.get())
                ? Validity.OPEN
                : new Validity(start, end);
    }

    /** A bare day ends with its last moment, in UTC for want of the shop's zone. */
    private static Optional<Instant> moment(String text, int daysForADate) {
        try {
            return Optional.of(OffsetDateTime.parse(text.strip()).toInstant());
        } catch (DateTimeException notATime) {
            return day(text.strip())
                    .map(day ->
                            day.plusDays(daysForADate).atStartOfDay(ZoneOffset.UTC).toInstant());
        }
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return text.length() < 10
                    ? Optional.empty()
                    : Optional.of(LocalDate.parse(text.substring(0, 10)));
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }
}
