package com.truecart.kit.china;

import com.truecart.kit.Json;
import com.truecart.kit.UnusableRecord;
import com.truecart.spi.Cursor;
import com.truecart.spi.HandedOrder;
import com.truecart.spi.HandedOrders;
import com.truecart.spi.Page;
import com.truecart.spi.UpstreamException.Drifted;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Orders of an affiliate account, which the platforms tell only by short windows of the time of
 * change: one window after the other, each page by page as the platform will have it.
 */
public final class WindowedOrders implements HandedOrders {
    /**
     * How far the next reading goes back behind the end of this one: an order is shown a little
     * after the moment it says it changed at.
     */
    public static final Duration OVERLAP = Duration.ofMinutes(10);

    /** A window this short is not halved any more. */
    private static final Duration SHORTEST = Duration.ofMinutes(1);

    private final Duration longest;
    private final Platform platform;
    private final Clock clock;

    /** How a platform tells its orders. */
    public interface Platform {
        /**
         * One page of a window.
         *
         * @param place where the page before said to go on; empty for the first
         */
        Told tell(Instant from, Instant to, Optional<String> place);

        /** The line a row states. */
        HandedOrder order(Json row);
    }

    /** What a platform told, and how the window goes on. */
    public record Told(List<Json> rows, Onward onward) {
        public Told {
            rows = List.copyOf(rows);
        }
    }

    /** How a window goes on. */
    public sealed interface Onward {}

    /** That was all of the window. */
    public record WindowOver() implements Onward {}

    /** The window has another page. */
    public record NextPage(String place) implements Onward {}

    /**
     * The window has more than a page, and a page after it may miss a line that moves up meanwhile:
     * half the window is asked for instead, as long as it can be halved.
     */
    public record TooMuch(String place) implements Onward {}

    /**
     * @param longest the longest window the platform takes, above {@link #OVERLAP}
     */
    public WindowedOrders(Duration longest, Platform platform, Clock clock) {
        this.longest = longest;
        this.platform = platform;
        this.clock = clock;
    }

    /**
     * The page that a place names, from 1.
     *
     * @throws IllegalArgumentException where it names none
     */
    public static int pageNumber(String place) {
        if (!place.matches("[1-9]\\d{0,6}")) {
            throw new IllegalArgumentException("cursor: names no page but " + place);
        }
        return Integer.parseInt(place);
    }

    @Override
    public Cursor from(Instant start) {
        return new Place(whole(start), Optional.empty(), Optional.empty()).cursor();
    }

    @Override
    public Page<HandedOrder> page(Cursor at) {
        Place place = Place.parse(at);
        Instant now = whole(clock.instant());
        Instant to =
                place.to()
                        .orElseGet(() -> {
                            Instant end = place.from().plus(longest);
                            return end.isBefore(now) ? end : now;
                        });
        if (!to.isAfter(place.from())) {
            return new Page<>(List.of(), List.of(), done(place.from()));
        }
        Told told = platform.tell(place.from(), to, place.onPage());
        List<HandedOrder> orders = new ArrayList<>();
        List<Page.Skipped> skipped = new ArrayList<>();
        for (Json row : told.rows()) {
            try {
                orders.add(platform.order(row));
            } catch (Drifted | IllegalArgumentException unusable) {
                skipped.add(
                        UnusableRecord.skipped(
                                "order row at " + row.path(), unusable, row.node().toString()));
            }
        }
        return new Page<>(orders, skipped, next(place.from(), to, told.onward(), now));
    }

    private static Page.Next next(Instant from, Instant to, Onward onward, Instant now) {
        return switch (onward) {
            case WindowOver() ->
                    to.isBefore(now)
                            ? more(to, Optional.empty(), Optional.empty())
                            : done(to.minus(OVERLAP));
            case NextPage(String place) -> more(from, Optional.of(to), Optional.of(place));
            case TooMuch(String place) -> {
                Duration window = Duration.between(from, to);
                yield window.compareTo(SHORTEST) > 0
                        ? more(
                                from,
                                Optional.of(whole(from.plus(window.dividedBy(2)))),
                                Optional.empty())
                        : more(from, Optional.of(to), Optional.of(place));
            }
        };
    }

    private static Page.More more(Instant from, Optional<Instant> to, Optional<String> onPage) {
        return new Page.More(new Place(from, to, onPage).cursor());
    }

    private static Page.Done done(Instant watermark) {
        return new Page.Done(
                Optional.of(new Place(watermark, Optional.empty(), Optional.empty()).cursor()),
                Optional.empty());
    }

    /** The platforms know no fractions of a second. */
    private static Instant whole(Instant moment) {
        return Instant.ofEpochSecond(moment.getEpochSecond());
    }

    /** Where reading is; a window under way keeps its end, or its pages would shift. */
    private record Place(Instant from, Optional<Instant> to, Optional<String> onPage) {

        Cursor cursor() {
            return new Cursor(
                    String.join(
                            " ",
                            from.toString(),
                            to.map(Instant::toString).orElse("-"),
                            onPage.orElse("")));
        }

        static Place parse(Cursor cursor) {
            String[] parts = cursor.token().split(" ", 3);
            try {
                if (parts.length == 3) {
                    return new Place(
                            Instant.parse(parts[0]),
                            parts[1].equals("-")
                                    ? Optional.empty()
                                    : Optional.of(Instant.parse(parts[1])),
                            Optional.of(parts[2]).filter(place -> !place.isEmpty()));
                }
            } catch (DateTimeParseException notOurs) {
                throw new IllegalArgumentException("cursor: " + cursor.token(), notOurs);
            }
            throw new IllegalArgumentException("cursor: " + cursor.token());
        }
    }
}
