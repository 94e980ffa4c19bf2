package com.truecart.connector.magento;

import com.truecart.connector.magento.Calls.Answer;
import com.truecart.connector.magento.Translate.Pages;
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
import java.util.Map;
import java.util.Optional;

/** The shop's products in the order of their names, configurable ones as their variants. */
final class MagentoCatalog implements CatalogSource {
    private final Calls calls;
    private final Translate translate;
    private final String shop;
    private final Clock clock;

    MagentoCatalog(Calls calls, Translate translate, String shop, Clock clock) {
        this.calls = calls;
        this.translate = translate;
        this.shop = shop;
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
        Answer answer =
                calls.read(Queries.PRODUCTS, Map.of("page", place.page, "size", Queries.PER_PAGE));
        if (answer instanceof Answer.Refusal && place.page > 1) {
            // a page that fell off the end is refused, not empty
            return new Page<>(List.of(), List.of(), place.back());
        }
        Answer.Good good = Calls.good(answer);
        Pages pages =
                good.json()
                        .optional("storeConfig")
                        .map(config -> Pages.of(config, shop))
                        .orElseGet(() -> new Pages(shop + "/", ""));
        Json found = good.json().at("products");
        List<Listing> listings = new ArrayList<>();
        List<Page.Skipped> skipped = new ArrayList<>();
        for (Json product : found.list("items")) {
            read(product, pages, good.at(), listings, skipped);
        }
        return new Page<>(
                listings,
                skipped,
                place.next(
                        Math.toIntExact(found.number("total_count")),
                        Math.toIntExact(found.at("page_info").number("total_pages"))));
    }

    private void read(
            Json product,
            Pages pages,
            Instant at,
            List<Listing> listings,
            List<Page.Skipped> skipped) {
        try {
            switch (Translate.sold(product)) {
                case ITSELF -> listings.add(translate.simple(product, pages, at));
                case AS_PARTS -> {
                    // its parts come by themselves
                }
                case AS_VARIANTS -> {
                    for (Json variant : product.list("variants")) {
                        try {
                            listings.add(translate.variant(product, variant, pages, at));
                        } catch (Drifted | IllegalArgumentException unusable) {
                            skipped.add(skipped(variant.at("product"), unusable));
                        }
                    }
                }
            }
        } catch (Drifted | IllegalArgumentException unusable) {
            skipped.add(skipped(product, unusable));
        }
    }

    private static Page.Skipped skipped(Json product, RuntimeException unusable) {
        return UnusableRecord.skipped(
                Translate.reference(product), unusable, product.node().toString());
    }

    /**
     * Where a pull is.
     *
     * @param total products the shop counted at the page before; -1 where nothing is known
     * @param isBack whether the page after this one was refused just now
     */
    private record Place(Instant start, int page, int total, boolean isBack) {

        static Place start(Instant now) {
            return new Place(now, 1, -1, false);
        }

        Page.Next next(int totalNow, int pages) {
            if (totalNow < total && page > 1) {
                // products that vanished meanwhile moved the later ones to earlier pages
                int back = (total - totalNow + Queries.PER_PAGE - 1) / Queries.PER_PAGE;
                return to(Math.max(1, page - back), totalNow, false);
            }
            if (page >= pages) {
                return new Page.Done(Optional.empty(), Optional.of(start));
            }
            if (isBack) {
                throw new Drifted(
                        "the shop counts " + pages + " pages and refuses page " + (page + 1));
            }
            return to(page + 1, totalNow, false);
        }

        /** One page back: if there are fewer products now, that page says so. */
        Page.Next back() {
            return to(page - 1, total, true);
        }

        private Page.More to(int toPage, int counted, boolean back) {
            return new Page.More(
                    new Cursor(
                            String.join(
                                    " ",
                                    start.toString(),
                                    Integer.toString(toPage),
                                    Integer.toString(counted),
                                    back ? "back" : "on")));
        }

        /**
         * Empty for a cursor of an older release: the pull begins again, for repeats are fine and
         * gaps are not.
         */
        static Optional<Place> parse(Cursor cursor) {
            String[] parts = cursor.token().split(" ", -1);
            if (parts.length != 4
                    || !parts[1].matches("[1-9]\\d{0,8}")
                    || !parts[2].matches("-1|\\d{1,9}")) {
                return Optional.empty();
            }
            try {
                return Optional.of(
                        new Place(
                                Instant.parse(parts[0]),
                                Integer.parseInt(parts[1]),
                                Integer.parseInt(parts[2]),
                                parts[3].equals("back")));
            } catch (DateTimeParseException notOurs) {
                return Optional.empty();
            }
        }
    }
}
