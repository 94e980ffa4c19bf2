package com.truecart.connector.pricewatch;

import com.truecart.model.Listing;
import com.truecart.spi.CatalogSource;
import com.truecart.spi.Cursor;
import com.truecart.spi.Page;
import com.truecart.spi.Page.Done;
import com.truecart.spi.Page.More;
import com.truecart.spi.Page.Next;
import com.truecart.spi.Pull;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/**
 * Day after day, each day in pages.
 *
 * <p>Every file is a whole picture of its day. So a pull of the later days alone is as complete as
 * one of everything: what the last file does not list is gone. The watermark is the moment the last
 * file counts as seen.
 */
final class Catalog implements CatalogSource {
    static final int PAGE_SIZE = 500;

    private final Days days;

    Catalog(Days days) {
        this.days = days;
    }

    @Override
    public Page<Listing> page(Pull pull) {
        List<Days.Day> all = days.all();
        return switch (pull) {
            case Pull.Everything _ -> page(all, 0, 0);
            case Pull.Since(Cursor watermark) -> since(all, watermark);
            case Pull.Resume(Cursor at) -> resume(all, at);
        };
    }

    private Page<Listing> since(List<Days.Day> all, Cursor watermark) {
        Instant known = instant(watermark);
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).seenAt().isAfter(known)) {
                return page(all, i, 0);
            }
        }
        return new Page<>(List.of(), List.of(), new Done(Optional.of(watermark), Optional.empty()));
    }

    /**
     * A file that changed in the meantime begins again; if it is gone, the first later one does.
     */
    private Page<Listing> resume(List<Days.Day> all, Cursor at) {
        Place place = Place.parse(at);
        for (int i = 0; i < all.size(); i++) {
            Days.Day day = all.get(i);
            if (place.isIn(day)) {
                return page(all, i, place.passed());
            }
            if (!day.seenAt().isBefore(place.seenAt())) {
                return page(all, i, 0);
            }
        }
        return page(all, all.size() - 1, 0);
    }

    private Page<Listing> page(List<Days.Day> all, int index, int from) {
        Days.Day day = all.get(index);
        Snapshot snapshot = days.read(day);
        int size = snapshot.listings().size();
        int start = Math.min(from, size);
        int end = Math.min(start + PAGE_SIZE, size);
        Next next;
        if (end < size) {
            next = new More(new Place(day, end).cursor());
        } else if (index + 1 < all.size()) {
            next = new More(new Place(all.get(index + 1), 0).cursor());
        } else {
            next =
                    new Done(
                            Optional.of(new Cursor(day.seenAt().toString())),
                            Optional.of(day.seenAt()));
        }
        return new Page<>(
                snapshot.listings().subList(start, end),
                start == 0 ? snapshot.skipped() : List.of(),
                next);
    }

    /**
     * The moment of a watermark; one that is none of ours leaves everything to be pulled, for
     * repeats are fine and gaps are not.
     */
    private static Instant instant(Cursor watermark) {
        try {
            return Instant.parse(watermark.token());
        } catch (DateTimeParseException _) {
            return Instant.MIN;
        }
    }

    /** A place in a file: its moment, version and name, and how many listings were given. */
    private record Place(Instant seenAt, String version, String name, int passed) {
        static final Place START = new Place(Instant.MIN, "", "", 0);

        Place(Days.Day day, int passed) {
            this(day.seenAt(), day.document().version(), day.document().name(), passed);
        }

        static Place parse(Cursor cursor) {
            String[] parts = cursor.token().split(" ", -1);
            if (parts.length != 4 || !parts[1].matches("\\d{1,9}")) {
                return START;
            }
            return new Place(
                    instant(new Cursor(parts[0])),
                    decode(parts[2]),
                    decode(parts[3]),
                    Integer.parseInt(parts[1]));
        }

        boolean isIn(Days.Day day) {
            return day.document().name().equals(name) && day.document().version().equals(version);
        }

        Cursor cursor() {
            return new Cursor(seenAt + " " + passed + " " + encode(version) + " " + encode(name));
        }

        private static String encode(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }

        private static String decode(String text) {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        }
    }
}
