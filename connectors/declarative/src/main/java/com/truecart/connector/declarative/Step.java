package com.truecart.connector.declarative;

import com.truecart.spi.Cursor;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far a pull is.
 *
 * @param startedAt when it began
 * @param request which of the definition's requests is next
 * @param at how far that one is: a number, or the path and query of the next answer; empty at its
 *     beginning
 */
record Step(Instant startedAt, int request, String at) {
    private static final Pattern TOKEN = Pattern.compile("1 (\\d{1,16}) (\\d{1,4}) ?(.*)");

    static Step first(Instant now) {
        return new Step(now, 0, "");
    }

    /** Where a pull stands; empty for a cursor of another release. */
    static Optional<Step> parse(Cursor cursor) {
        Matcher token = TOKEN.matcher(cursor.token());
        return token.matches()
                ? Optional.of(
                        new Step(
                                Instant.ofEpochMilli(Long.parseLong(token.group(1))),
                                Integer.parseInt(token.group(2)),
                                token.group(3)))
                : Optional.empty();
    }

    Cursor cursor() {
        return new Cursor("1 " + startedAt.toEpochMilli() + " " + request + " " + at);
    }

    Step on(String next) {
        return new Step(startedAt, request, next);
    }

    Step nextRequest() {
        return new Step(startedAt, request + 1, "");
    }
}
