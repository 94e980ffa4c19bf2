package com.truecart.kit.china;

import com.truecart.kit.Json;
import com.truecart.kit.UnusableRecord;
import com.truecart.kit.china.ProductSearch.Found;
import com.truecart.model.Listing;
import com.truecart.spi.CatalogSource;
import com.truecart.spi.Cursor;
import com.truecart.spi.Page;
import com.truecart.spi.Pull;
import com.truecart.spi.UpstreamException.Drifted;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The catalogue of a platform that can only be searched: the pages of the searches a connection
 * follows, one search after the other. A product that two searches find comes twice, under one key
 * where the platform's keys are stable.
 */
public final class SearchCatalog implements CatalogSource {
    private final Searches searches;
    private final ProductSearch search;
    private final Rows rows;
    private final Clock clock;

    /** How a platform's rows are read. */
    public interface Rows {
        /** The listing a row states. */
        Listing listing(Json row, Instant seenAt);

        /** How to find the row again, for people. */
        String reference(Json row);
    }

    public SearchCatalog(Searches searches, ProductSearch search, Rows rows, Clock clock) {
        this.searches = searches;
        this.search = search;
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public Page<Listing> page(Pull pull) {
        Place place =
                switch (pull) {
                    case Pull.Resume(Cursor at) ->
                            Place.parse(at, searches).orElseGet(() -> Place.start(clock.instant()));
                    case Pull.Everything() -> Place.start(clock.instant());
                    // never asked for: CHANGES_SINCE is not declared
                    case Pull.Since(Cursor _) -> Place.start(clock.instant());
                };
        Found found =
                search.page(searches.words().get(place.search), place.page, place.continuation);
        List<Listing> listings = new ArrayList<>();
        List<Page.Skipped> skipped = new ArrayList<>();
        for (Json row : found.rows()) {
            try {
                listings.add(rows.listing(row, found.at()));
            } catch (Drifted | IllegalArgumentException unusable) {
                skipped.add(
                        UnusableRecord.skipped(
                                rows.reference(row), unusable, row.node().toString()));
            }
        }
        return new Page<>(listings, skipped, place.next(found, searches));
    }

    /**
     * The row of one product as the platform states it now, ids that live for minutes included:
     * looked for on the pages a pull would see, so it may take as many calls as a pull.
     */
    public Optional<Json> rowNow(Predicate<Json> wanted) {
        for (String words : searches.words()) {
            Optional<String> continuation = Optional.empty();
            for (int page = 1; page <= searches.pages(); page++) {
                Found found = search.page(words, page, continuation);
                Optional<Json> row = found.rows().stream().filter(wanted).findFirst();
                if (row.isPresent()) {
                    return row;
                }
                if (found.isLast()) {
                    break;
                }
                continuation = found.continuation();
            }
        }
        return Optional.empty();
    }

    /** Where a pull is: in which search, on which page. */
    private record Place(Instant start, int search, int page, Optional<String> continuation) {

        static Place start(Instant now) {
            return new Place(now, 0, 1, Optional.empty());
        }

        Page.Next next(Found found, Searches searches) {
            if (!found.isLast() && page < searches.pages()) {
                return more(searches, search, page + 1, found.continuation());
            }
            return search + 1 < searches.words().size()
                    ? more(searches, search + 1, 1, Optional.empty())
                    : new Page.Done(Optional.empty(), Optional.of(start));
        }

        private Page.More more(Searches searches, int toSearch, int toPage, Optional<String> with) {
            return new Page.More(
                    new Cursor(
                            String.join(
                                    " ",
                                    start.toString(),
                                    fingerprint(searches),
                                    Integer.toString(toSearch),
                                    Integer.toString(toPage),
                                    with.orElse(""))));
        }

        /**
         * Empty for a cursor of another release, or of other searches than are followed now: the
         * pull begins again.
         */
        static Optional<Place> parse(Cursor cursor, Searches searches) {
            String[] parts = cursor.token().split(" ", 5);
            if (parts.length != 5
                    || !parts[1].equals(fingerprint(searches))
                    || !parts[2].matches("\\d{1,4}")
                    || Integer.parseInt(parts[2]) >= searches.words().size()
                    || !parts[3].matches("[1-9]\\d{0,3}")) {
                return Optional.empty();
            }
            try {
                return Optional.of(
                        new Place(
                                Instant.parse(parts[0]),
                                Integer.parseInt(parts[2]),
                                Integer.parseInt(parts[3]),
                                Optional.of(parts[4]).filter(token -> !token.isEmpty())));
            } catch (DateTimeParseException notOurs) {
                return Optional.empty();
            }
        }

        private static String fingerprint(Searches searches) {
            return Integer.toHexString(searches.words().hashCode());
        }
    }
}
