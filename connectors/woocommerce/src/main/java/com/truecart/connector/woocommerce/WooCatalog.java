package com.truecart.connector.woocommerce;

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
import java.util.OptionalInt;

/**
 * The shop's products in the order of their ids; those with variations are followed by their
 * variations, which is what one can buy.
 */
final class WooCatalog implements CatalogSource {
    private static final int PER_PAGE = 100;

    private final Calls calls;
    private final Translate translate;
    private final Clock clock;

    WooCatalog(Calls calls, Translate translate, Clock clock) {
        this.calls = calls;
        this.translate = translate;
        this.clock = clock;
    }

    @Override
    public Page<Listing> page(Pull pull) {
        Place place =
                switch (pull) {
                    case Pull.Resume(Cursor at) ->
                            Place.parse(at).orElseGet(() -> Place.start(clock.instant()));
                    case Pull.Everything() -> Place.start(clock.instant());
                    // never asked for: CHANGES_SINCE is not declared
                    case Pull.Since(Cursor _) -> Place.start(clock.instant());
                };
        Calls.ProductPage found = calls.products(place.page, PER_PAGE, place.variations);
        List<Listing> listings = new ArrayList<>();
        List<Page.Skipped> skipped = new ArrayList<>();
        boolean sawVariable = place.sawVariable;
        for (Json product : found.products()) {
            try {
                Translate.Sold sold = translate.sold(product);
                sawVariable |= sold == Translate.Sold.AS_VARIATIONS;
                if (sold == Translate.Sold.ITSELF) {
                    listings.add(translate.listing(product, found.at()));
                }
            } catch (Drifted | IllegalArgumentException unusable) {
                skipped.add(
                        UnusableRecord.skipped(
                                Translate.reference(product), unusable, product.node().toString()));
            }
        }
        return new Page<>(listings, skipped, place.next(found, sawVariable));
    }

    /**
     * Where a pull is.
     *
     * @param total products the shop counted at the page before; -1 where nothing is known
     */
    private record Place(
            Instant start, boolean variations, int page, int total, boolean sawVariable) {

        static Place start(Instant now) {
            return new Place(now, false, 1, -1, false);
        }

        Page.Next next(Calls.ProductPage found, boolean variableSeen) {
            int totalNow = found.total().orElse(-1);
            if (totalNow >= 0 && totalNow < total && page > 1) {
                // products that vanished meanwhile moved the later ones to earlier pages
                int back = (total - totalNow + PER_PAGE - 1) / PER_PAGE;
                return to(variations, Math.max(1, page - back), totalNow, variableSeen);
            }
            if (!isLast(found)) {
                return to(variations, page + 1, totalNow, variableSeen);
            }
            return variableSeen && !variations
                    ? to(true, 1, -1, true)
                    : new Page.Done(Optional.empty(), Optional.of(start));
        }

        private boolean isLast(Calls.ProductPage found) {
            OptionalInt pages = found.pages();
            return found.products().isEmpty()
                    || (pages.isPresent()
                            ? page >= pages.getAsInt()
                            : found.products().size() < PER_PAGE);
        }

        private Page.More to(boolean inVariations, int toPage, int counted, boolean variable) {
            return new Page.More(
                    new Cursor(
                            String.join(
                                    " ",
                                    start.toString(),
                                    inVariations ? "variations" : "products",
                                    Integer.toString(toPage),
                                    Integer.toString(counted),
                                    variable ? "variable" : "plain")));
        }

        /**
         * Empty for a cursor of an older release: the pull begins again, for repeats are fine and
         * gaps are not.
         */
        static Optional<Place> parse(Cursor cursor) {
            String[] parts = cursor.token().split(" ", -1);
            if (parts.length != 5
                    || !parts[2].matches("[1-9]\\d{0,8}")
                    || !parts[3].matches("-1|\\d{1,9}")) {
                return Optional.empty();
            }
            try {
                return Optional.of(
                        new Place(
                                Instant.parse(parts[0]),
                                parts[1].equals("variations"),
                                Integer.parseInt(parts[2]),
                                Integer.parseInt(parts[3]),
                                parts[4].equals("variable")));
            } catch (DateTimeParseException notOurs) {
                return Optional.empty();
            }
        }
    }
}
