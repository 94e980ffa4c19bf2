package com.truecart.testkit.corner;

import com.truecart.kit.Json;
import com.truecart.kit.UnusableRecord;
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

/** The corner shop's products, page by page; all of them, or those that changed. */
final class Catalog implements CatalogSource {
    private final Calls calls;
    private final Clock clock;

    Catalog(Calls calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    // guide: page
    @Override
    public Page<Listing> page(Pull pull) {
        Place place =
                switch (pull) {
                    case Pull.Everything() -> Place.start(clock.instant(), 0);
                    case Pull.Since(Cursor at) ->
                            Place.start(
                                    clock.instant(), Place.parse(at).map(Place::since).orElse(0L));
                    case Pull.Resume(Cursor at) ->
                            Place.parse(at).orElseGet(() -> Place.start(clock.instant(), 0));
                };
        Calls.ProductPage found = calls.products(place.since, place.page);
        List<Listing> listings = new ArrayList<>();
        List<Page.Skipped> skipped = new ArrayList<>();
        for (Json product : found.products()) {
            try {
                listings.add(Translate.listing(product, found.at()));
            } catch (Drifted | IllegalArgumentException unusable) {
                skipped.add(
                        UnusableRecord.skipped(
                                "product at " + product.path(),
                                unusable,
                                product.node().toString()));
            }
        }
        return new Page<>(listings, skipped, place.next(found));
    }

    // end

    // guide: cursor
    /**
     * Where a pull is.
     *
     * @param since the count of changes it starts behind; 0 for everything
     * @param version the count of changes when it began, where the next one starts
     */
    private record Place(Instant start, long since, long version, long page) {

        static Place start(Instant now, long since) {
            return new Place(now, since, -1, 1);
        }

        Page.Next next(Calls.ProductPage found) {
            long began = version < 0 ? found.version() : version;
            return found.next().isPresent()
                    ? new Page.More(
                            new Place(start, since, began, found.next().getAsLong()).cursor())
                    : new Page.Done(
                            Optional.of(new Place(start, began, began, 1).cursor()),
                            since == 0 ? Optional.of(start) : Optional.empty());
        }

        Cursor cursor() {
            return new Cursor(start + " " + since + " " + version + " " + page);
        }

        /** Empty for a cursor of another release: then the pull begins again. */
        static Optional<Place> parse(Cursor cursor) {
            String[] parts = cursor.token().split(" ", -1);
            if (parts.length != 4 || !cursor.token().matches("\\S+( \\d{1,12}){3}")) {
                return Optional.empty();
            }
            try {
                return Optional.of(
                        new Place(
                                Instant.parse(parts[0]),
                                Long.parseLong(parts[1]),
                                Long.parseLong(parts[2]),
                                Long.parseLong(parts[3])));
            } catch (DateTimeParseException notOurs) {
                return Optional.empty();
            }
        }
    }
    // end
}
