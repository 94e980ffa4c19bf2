package com.truecart.connector.__PACKAGE__;

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

/** The shop's products, page by page. */
final class Catalog implements CatalogSource {
    private final Calls calls;
    private final Translate translate;
    private final Clock clock;

    Catalog(Calls calls, Translate translate, Clock clock) {
        this.calls = calls;
        this.translate = translate;
        this.clock = clock;
    }

    @Override
    public Page<Listing> page(Pull pull) {
        Place place =
                switch (pull) {
                    case Pull.Resume(Cursor at) -> Place.parse(at).orElseGet(this::start);
                    case Pull.Everything() -> start();
                    // never asked for: CHANGES_SINCE is not declared
                    case Pull.Since(Cursor _) -> start();
                };
        Calls.ProductPage found = calls.products(place.page);
        List<Listing> listings = new ArrayList<>();
        List<Page.Skipped> skipped = new ArrayList<>();
        for (Json product : found.products()) {
            try {
                listings.add(translate.listing(product, found.at()));
            } catch (Drifted | IllegalArgumentException unusable) {
                skipped.add(
                        UnusableRecord.skipped(
                                Translate.reference(product), unusable, product.node().toString()));
            }
        }
        Page.Next next =
                found.next().isPresent()
                        ? new Page.More(new Place(place.start, found.next().getAsLong()).cursor())
                        : new Page.Done(Optional.empty(), Optional.of(place.start));
        return new Page<>(listings, skipped, next);
    }

    private Place start() {
        return new Place(clock.instant(), 1);
    }

    /** Where a pull is: all it takes to go on after a crash. */
    private record Place(Instant start, long page) {

        Cursor cursor() {
            return new Cursor(start + " " + page);
        }

        /**
         * Empty for a cursor of another release: the pull begins again, for repeats are fine and
         * gaps are not.
         */
        static Optional<Place> parse(Cursor cursor) {
            String[] parts = cursor.token().split(" ", -1);
            if (parts.length != 2 || !parts[1].matches("[1-9]\\d{0,8}")) {
                return Optional.empty();
            }
            try {
                return Optional.of(new Place(Instant.parse(parts[0]), Long.parseLong(parts[1])));
            } catch (DateTimeParseException notOurs) {
                return Optional.empty();
            }
        }
    }
}
