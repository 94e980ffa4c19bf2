package com.truecart.app.notification;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * When a shopper wants no e-mail.
 *
 * @param from the first quiet minute of the day
 * @param to the first minute that is not quiet; before {@code from} where the night lies between,
 *     never the same
 */
public record QuietHours(LocalTime from, LocalTime to) {
    public QuietHours {
        if (from.equals(to)) {
            throw new IllegalArgumentException("quiet hours begin and end at " + from);
        }
    }

    /**
     * The first moment from this one on that is not quiet.
     *
     * @param zone the shopper's
     */
    Instant endAfter(Instant moment, ZoneId zone) {
        ZonedDateTime here = moment.atZone(zone);
        LocalTime time = here.toLocalTime();
        boolean overMidnight = to.isBefore(from);
        boolean afterFrom = !time.isBefore(from);
        boolean beforeTo = time.isBefore(to);
        boolean quiet = overMidnight ? afterFrom || beforeTo : afterFrom && beforeTo;
        if (!quiet) {
            return moment;
        }
        ZonedDateTime end = here.with(to);
        return (overMidnight && afterFrom ? end.plusDays(1) : end).toInstant();
    }
}
