package com.truecart.connector.jsonld;

import com.truecart.spi.Cursor;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far a pull is; it travels in the cursor, nothing is kept here.
 *
 * @param startedAt when the pull began, by our clock
 * @param mark when it began by the shop's clock; a later pull of changes asks for what is newer
 * @param since for a pull of changes, what it asks for
 * @param place in the sitemaps; empty at the beginning
 */
record Progress(Instant startedAt, Instant mark, Optional<Instant> since, Optional<Cursor> place) {
    private static final Pattern TOKEN =
            Pattern.compile("1 (\\d{1,16}) (\\d{1,16}) (\\d{1,16}|-) ?(.*)");
    private static final Pattern WATERMARK = Pattern.compile("1 (\\d{1,16})");

    /** Where a pull stands; empty for a cursor of another release. */
    static Optional<Progress> parse(Cursor cursor) {
        Matcher token = TOKEN.matcher(cursor.token());
        return token.matches()
                ? Optional.of(
                        new Progress(
                                moment(token.group(1)),
                                moment(token.group(2)),
                                Optional.of(token.group(3))
                                        .filter(text -> !text.equals("-"))
                                        .map(Progress::moment),
                                Optional.of(new Cursor(token.group(4)))))
                : Optional.empty();
    }

    /** The moment in a watermark. */
    static Optional<Instant> watermark(Cursor cursor) {
        Matcher token = WATERMARK.matcher(cursor.token());
        return token.matches() ? Optional.of(moment(token.group(1))) : Optional.empty();
    }

    Cursor watermark() {
        return new Cursor("1 " + mark.toEpochMilli());
    }

    Cursor at(Cursor next) {
        return new Cursor(
                "1 "
                        + startedAt.toEpochMilli()
                        + " "
                        + mark.toEpochMilli()
                        + " "
                        + since.map(moment -> String.valueOf(moment.toEpochMilli())).orElse("-")
                        + " "
                        + next.token());
    }

    private static Instant moment(String millis) {
        return Instant.ofEpochMilli(Long.parseLong(millis));
    }
}
