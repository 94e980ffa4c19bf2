package com.truecart.connector.shopify;

import com.truecart.kit.Json;
import com.truecart.kit.UnusableRecord;
import com.truecart.model.Listing;
import com.truecart.spi.CatalogSource;
import com.truecart.spi.Cursor;
import com.truecart.spi.Page;
import com.truecart.spi.Pull;
import com.truecart.spi.UpstreamException.Drifted;
import com.truecart.spi.UpstreamException.Misconfigured;
import com.truecart.spi.UpstreamException.Refused;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The shop's variants, product by product. Where the Storefront API is shut, the public product
 * list is read instead.
 */
final class ShopifyCatalog implements CatalogSource {
    private static final int PER_PAGE = 250;

    private final Calls calls;
    private final Shop shop;
    private final Translate translate;
    private final Clock clock;

    ShopifyCatalog(Calls calls, Shop shop, Clock clock) {
        this.calls = calls;
        this.shop = shop;
        this.translate = new Translate(shop);
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
        return switch (place) {
            case Place.Start(Instant start) -> {
                try {
                    yield products(start, Optional.empty());
                } catch (Refused shut) {
                    if (shop.currency().isEmpty()) {
                        throw new Refused(
                                shut.getMessage()
                                        + "; enter an access token, or the currency of its prices"
                                        + " so that its product list can be read instead");
                    }
                    yield listed(start, 1);
                }
            }
            case Place.After(Instant start, String cursor) -> products(start, Optional.of(cursor));
            case Place.ListPage(Instant start, int page) -> listed(start, page);
        };
    }

    private Page<Listing> products(Instant start, Optional<String> after) {
        Map<String, Object> variables = new HashMap<>();
        after.ifPresent(cursor -> variables.put("after", cursor));
        Calls.Answer answer = calls.read(Queries.products(calls.hasToken()), variables);
        Json products = answer.json().at("products");
        Found found = new Found();
        for (Json product : products.list("nodes")) {
            Json variants = product.at("variants");
            found.read(product, variants, answer.at());
            Optional<String> more = next(variants);
            while (more.isPresent()) {
                Calls.Answer rest =
                        calls.read(
                                Queries.variants(calls.hasToken()),
                                Map.of("product", product.text("id"), "after", more.get()));
                Optional<Json> still = rest.json().optional("product");
                // gone while we read it
                if (still.isEmpty()) {
                    break;
                }
                Json further = still.get().at("variants");
                found.read(product, further, rest.at());
                more = next(further);
            }
        }
        return new Page<>(
                found.listings,
                found.skipped,
                next(products)
                        .<Page.Next>map(
                                cursor -> new Page.More(new Place.After(start, cursor).cursor()))
                        .orElseGet(() -> done(start)));
    }

    private Page<Listing> listed(Instant start, int page) {
        Currency currency =
                shop.currency()
                        .orElseThrow(() ->
                                new Misconfigured(
                                        ShopifyProvider.CURRENCY,
                                        "is needed: this shop opens only its product list, which"
                                                + " names no currency"));
        Calls.Answer answer = calls.productList(page, PER_PAGE);
        List<Json> products = answer.json().list("products");
        Found found = new Found();
        for (Json product : products) {
            for (Json variant : variantsOf(product, found)) {
                found.add(
                        product,
                        variant,
                        () -> translate.listed(product, variant, currency, answer.at()));
            }
        }
        return new Page<>(
                found.listings,
                found.skipped,
                products.isEmpty()
                        ? done(start)
                        : new Page.More(new Place.ListPage(start, page + 1).cursor()));
    }

    private static List<Json> variantsOf(Json product, Found found) {
        try {
            return product.list("variants");
        } catch (Drifted unusable) {
            found.skip(product, unusable);
            return List.of();
        }
    }

    private static Optional<String> next(Json connection) {
        Json info = connection.at("pageInfo");
        return info.flag("hasNextPage") ? Optional.of(info.text("endCursor")) : Optional.empty();
    }

    private static Page.Done done(Instant start) {
        return new Page.Done(Optional.empty(), Optional.of(start));
    }

    /** What one page came to. */
    private final class Found {
        private final List<Listing> listings = new ArrayList<>();
        private final List<Page.Skipped> skipped = new ArrayList<>();

        void read(Json product, Json variants, Instant at) {
            for (Json variant : variants.list("nodes")) {
                add(product, variant, () -> translate.listing(product, variant, at));
            }
        }

        void add(Json product, Json variant, Supplier<Listing> listing) {
            try {
                listings.add(listing.get());
            } catch (Drifted | IllegalArgumentException unusable) {
                skipped.add(
                        UnusableRecord.skipped(
                                reference(variant, "variant"),
                                unusable,
                                product.optionalText("title").orElse("") + " " + variant.node()));
            }
        }

        void skip(Json product, RuntimeException unusable) {
            skipped.add(
                    UnusableRecord.skipped(
                            reference(product, "product"), unusable, product.node().toString()));
        }

        private static String reference(Json record, String what) {
            try {
                return what + " " + record.id("id");
            } catch (Drifted noId) {
                return what + " at " + record.path();
            }
        }
    }

    /** Where a pull is. */
    private sealed interface Place {
        /** At the beginning: which door is open is not known yet. */
        record Start(Instant at) implements Place {}

        /** In the Storefront API, after this cursor of its own. */
        record After(Instant start, String after) implements Place {
            Cursor cursor() {
                return new Cursor("storefront " + start + " " + after);
            }
        }

        /** In the product list. */
        record ListPage(Instant start, int page) implements Place {
            Cursor cursor() {
                return new Cursor("list " + start + " " + page);
            }
        }

        static Place start(Instant now) {
            return new Start(now);
        }

        /**
         * Empty for a cursor of an older release: the pull begins again, for repeats are fine and
         * gaps are not.
         */
        static Optional<Place> parse(Cursor cursor) {
            String[] parts = cursor.token().split(" ", 3);
            if (parts.length != 3) {
                return Optional.empty();
            }
            Instant start;
            try {
                start = Instant.parse(parts[1]);
            } catch (DateTimeParseException notOurs) {
                return Optional.empty();
            }
            return switch (parts[0]) {
                case "storefront" -> Optional.of(new After(start, parts[2]));
                case "list" ->
                        parts[2].matches("[1-9]\\d{0,6}")
                                ? Optional.of(new ListPage(start, Integer.parseInt(parts[2])))
                                : Optional.empty();
                default -> Optional.empty();
            };
        }
    }
}
