package com.truecart.connector.ucp;

import com.truecart.kit.Json;
import com.truecart.kit.UnusableRecord;
import com.truecart.model.Listing;
import com.truecart.spi.CatalogSource;
import com.truecart.spi.Cursor;
import com.truecart.spi.Page;
import com.truecart.spi.Pull;
import com.truecart.spi.UpstreamException.Drifted;
import com.truecart.spi.UpstreamException.Refused;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The whole catalogue by search: UCP has no listing, but a price filter that everything passes. */
final class UcpCatalog implements CatalogSource {
    private static final int PER_PAGE = 100;

    private final Calls calls;
    private final Translate translate;
    private final Clock clock;

    UcpCatalog(Calls calls, Translate translate, Clock clock) {
        this.calls = calls;
        this.translate = translate;
        this.clock = clock;
    }

    @Override
    public Page<Listing> page(Pull pull) {
        if (!calls.capabilities().has(Capabilities.SEARCH)) {
            throw new Refused("the business offers others no search of its catalogue over UCP");
        }
        Place place =
                switch (pull) {
                    case Pull.Resume(Cursor at) ->
                            Place.parse(at)
                                    .orElseGet(() -> new Place(clock.instant(), Optional.empty()));
                    case Pull.Everything() -> new Place(clock.instant(), Optional.empty());
                    // never asked for: CHANGES_SINCE is not declared
                    case Pull.Since(Cursor _) -> new Place(clock.instant(), Optional.empty());
                };
        Map<String, Object> pagination = new LinkedHashMap<>();
        pagination.put("limit", PER_PAGE);
        place.upstream.ifPresent(cursor -> pagination.put("cursor", cursor));
        Calls.Answer.Good found =
                Calls.good(
                        calls.search(
                                Map.of(
                                        "filters",
                                        Map.of("price", Map.of("min", 0)),
                                        "pagination",
                                        pagination)));
        List<Listing> listings = new ArrayList<>();
        List<Page.Skipped> skipped = new ArrayList<>();
        for (Json product : found.body().list("products")) {
            for (Json variant : product.optionalList("variants")) {
                try {
                    listings.add(translate.listing(product, variant, found.at()));
                } catch (Drifted | IllegalArgumentException unusable) {
                    skipped.add(
                            UnusableRecord.skipped(
                                    Translate.reference(product, variant),
                                    unusable,
                                    variant.node().toString()));
                }
            }
        }
        return new Page<>(listings, skipped, next(found.body(), place));
    }

    private static Page.Next next(Json body, Place place) {
        Optional<Json> pagination = body.optional("pagination");
        if (pagination.isEmpty() || !pagination.get().flag("has_next_page")) {
            return new Page.Done(Optional.empty(), Optional.of(place.start));
        }
        String cursor = pagination.get().text("cursor");
        if (place.upstream.equals(Optional.of(cursor))) {
            throw new Drifted("the search gives the same cursor twice and would never end");
        }
        return new Page.More(new Place(place.start, Optional.of(cursor)).cursor());
    }

    private record Place(Instant start, Optional<String> upstream) {
        Cursor cursor() {
            return new Cursor(start + " " + upstream.orElse(""));
        }

        /**
         * Empty for a cursor of an older release: the pull begins again, for repeats are fine and
         * gaps are not.
         */
        static Optional<Place> parse(Cursor cursor) {
            int blank = cursor.token().indexOf(' ');
            try {
                return blank < 0
                        ? Optional.empty()
                        : Optional.of(
                                new Place(
                                        Instant.parse(cursor.token().substring(0, blank)),
                                        Optional.of(cursor.token().substring(blank + 1))
                                                .filter(text -> !text.isEmpty())));
            } catch (DateTimeParseException notOurs) {
                return Optional.empty();
            }
        }
    }
}
