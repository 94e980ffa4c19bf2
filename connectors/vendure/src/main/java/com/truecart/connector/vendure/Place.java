package com.truecart.connector.vendure;

import com.truecart.spi.Cursor;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a pull of the catalogue is.
 *
 * @param part what is being listed
 * @param start when the pull began, by our clock
 * @param shopStart the same by the shop's clock, once it is known
 * @param since changes after this are asked for; what was read before where everything is
 * @param skip how many of the list are behind us
 * @param total how long the list was at the page before
 */
record Place(
        Part part, Instant start, Optional<Instant> shopStart, Instant since, int skip, int total) {
    /**
     * A change may be on record a moment after its own time; what is read twice does no harm, what
     * is missed does.
     */
    private static final Duration OVERLAP = Duration.ofMinutes(1);

    private static final Pattern CURSOR =
            Pattern.compile(
                    "(ALL|CHANGED_VARIANTS|CHANGED_PRODUCTS) (\\d{1,15}) (\\d{1,15}) (\\d{1,15})"
                            + " (\\d{1,9}) (\\d{1,9})");
    private static final Pattern WATERMARK = Pattern.compile("since (\\d{1,15})");

    /** What is listed. */
    enum Part {
        ALL,
        CHANGED_VARIANTS,
        CHANGED_PRODUCTS
    }

    static Place everything(Instant now) {
        return new Place(Part.ALL, now, Optional.empty(), Instant.EPOCH, 0, 0);
    }

    /** Empty where the watermark is of another release. */
    static Optional<Place> since(Cursor watermark, Instant now) {
        Matcher matcher = WATERMARK.matcher(watermark.token());
        return matcher.matches()
                ? Optional.of(
                        new Place(
                                Part.CHANGED_VARIANTS,
                                now,
                                Optional.empty(),
                                instant(matcher.group(1)),
                                0,
                                0))
                : Optional.empty();
    }

    /** Empty where the cursor is of another release. */
    static Optional<Place> parse(Cursor cursor) {
        Matcher matcher = CURSOR.matcher(cursor.token());
        return matcher.matches()
                ? Optional.of(
                        new Place(
                                Part.valueOf(matcher.group(1)),
                                instant(matcher.group(2)),
                                Optional.of(instant(matcher.group(3))),
                                instant(matcher.group(4)),
                                Integer.parseInt(matcher.group(5)),
                                Integer.parseInt(matcher.group(6))))
                : Optional.empty();
    }

    /** The same place, now that the shop told the time. */
    Place at(Instant shopTime) {
        return shopStart.isPresent()
                ? this
                : new Place(part, start, Optional.of(shopTime), since, skip, total);
    }

    /**
     * The place after a page of so many. Where the list became shorter, what was deleted moved the
     * later ones forward, so as many are read again.
     */
    Place after(int read, int totalNow) {
        int gone = Math.max(0, total - totalNow);
        return new Place(part, start, shopStart, since, Math.max(0, skip + read - gone), totalNow);
    }

    Place then(Part next) {
        return new Place(next, start, shopStart, since, 0, 0);
    }

    Cursor cursor() {
        return new Cursor(
                String.join(
                        " ",
                        part.name(),
                        Long.toString(start.toEpochMilli()),
                        Long.toString(shopStart.orElse(start).toEpochMilli()),
                        Long.toString(since.toEpochMilli()),
                        Integer.toString(skip),
                        Integer.toString(total)));
    }

    Cursor watermark() {
        return new Cursor("since " + shopStart.orElse(start).minus(OVERLAP).toEpochMilli());
    }

    private static Instant instant(String millis) {
        return Instant.ofEpochMilli(Long.parseLong(millis));
    }
}
