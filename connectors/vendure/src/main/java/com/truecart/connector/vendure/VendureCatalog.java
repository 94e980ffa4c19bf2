package com.truecart.connector.vendure;

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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The shop's products by ascending id, each with its variants.
 *
 * <p>Changes: a product's own time moves with its name and not with the price or stock of its
 * variants, so changed variants are asked of the Admin API and changed products of the Shop API. Of
 * both only the ids are taken from there: what is handed over is always read as shoppers see it.
 */
final class VendureCatalog implements CatalogSource {
    /** The most a shop answers by default. */
    private static final int PER_PAGE = 100;

    private static final String PRODUCTS =
            "query($options: ProductListOptions!) { products(options: $options) { totalItems items {"
                    + Translate.PRODUCT
                    + "} } }";
    private static final String CHANGED_VARIANTS =
            """
            query($options: ProductVariantListOptions!) {
              productVariants(options: $options) { totalItems items { productId } } }
            """;

    private final GraphQl shop;
    private final Optional<GraphQl> admin;
    private final Translate translate;
    private final Clock clock;

    VendureCatalog(GraphQl shop, Optional<GraphQl> admin, Translate translate, Clock clock) {
        this.shop = shop;
        this.admin = admin;
        this.translate = translate;
        this.clock = clock;
    }

    @Override
    public Page<Listing> page(Pull pull) {
        Instant now = clock.instant();
        Place place =
                switch (pull) {
                    case Pull.Everything() -> Place.everything(now);
                    case Pull.Since(Cursor watermark) ->
                            Place.since(watermark, now).orElseGet(() -> Place.everything(now));
                    case Pull.Resume(Cursor at) ->
                            Place.parse(at).orElseGet(() -> Place.everything(now));
                };
        if (place.part() != Place.Part.ALL && admin.isEmpty()) {
            // the key was taken out meanwhile: all that is left is to read everything
            place = Place.everything(now);
        }
        return switch (place.part()) {
            case ALL -> listed(place, Map.of());
            case CHANGED_VARIANTS -> changedVariants(place, admin.orElseThrow());
            case CHANGED_PRODUCTS ->
                    listed(place, Map.of("updatedAt", Map.of("after", place.since().toString())));
        };
    }

    private Page<Listing> listed(Place place, Map<String, ?> filter) {
        GraphQl.Answer.Given answer = products(place.skip(), filter);
        Json found = answer.data().at("products");
        List<Json> products = found.list("items");
        Place next =
                place.at(answer.shopTime())
                        .after(products.size(), Math.toIntExact(found.number("totalItems")));
        boolean isLast = products.isEmpty() || next.skip() >= next.total();
        return page(products, answer.at(), isLast ? done(next) : new Page.More(next.cursor()));
    }

    private Page<Listing> changedVariants(Place place, GraphQl keyed) {
        GraphQl.Answer.Given answer =
                GraphQl.given(
                        keyed.read(
                                CHANGED_VARIANTS,
                                Map.of(
                                        "options",
                                        options(
                                                place.skip(),
                                                Optional.of(PER_PAGE),
                                                Map.of(
                                                        "updatedAt",
                                                        Map.of(
                                                                "after",
                                                                place.since().toString()))))));
        Json found = answer.data().at("productVariants");
        List<Json> variants = found.list("items");
        List<String> ids =
                variants.stream().map(variant -> variant.id("productId")).distinct().toList();
        Place next =
                place.at(answer.shopTime())
                        .after(variants.size(), Math.toIntExact(found.number("totalItems")));
        boolean isLast = variants.isEmpty() || next.skip() >= next.total();
        Page.Next more =
                new Page.More(
                        isLast ? next.then(Place.Part.CHANGED_PRODUCTS).cursor() : next.cursor());
        if (ids.isEmpty()) {
            return new Page<>(List.of(), List.of(), more);
        }
        List<Json> products = new ArrayList<>();
        GraphQl.Answer.Given shown;
        do {
            // as many calls as a shop of small pages needs for what one page named
            shown = products(products.size(), Map.of("id", Map.of("in", ids)));
            List<Json> some = shown.data().at("products").list("items");
            if (some.isEmpty()) {
                break;
            }
            products.addAll(some);
        } while (products.size() < shown.data().at("products").number("totalItems"));
        return page(products, shown.at(), more);
    }

    private Page.Done done(Place place) {
        return new Page.Done(
                admin.map(_ -> place.watermark()),
                place.part() == Place.Part.ALL ? Optional.of(place.start()) : Optional.empty());
    }

    /** A shop that allows fewer than a hundred at once gives as many as it allows. */
    private GraphQl.Answer.Given products(int skip, Map<String, ?> filter) {
        GraphQl.Answer answer =
                shop.read(
                        PRODUCTS, Map.of("options", options(skip, Optional.of(PER_PAGE), filter)));
        if (answer instanceof GraphQl.Answer.Failed failed
                && failed.code().equals("USER_INPUT_ERROR")) {
            answer =
                    shop.read(PRODUCTS, Map.of("options", options(skip, Optional.empty(), filter)));
        }
        return GraphQl.given(answer);
    }

    private static Map<String, Object> options(
            int skip, Optional<Integer> take, Map<String, ?> filter) {
        Map<String, Object> options = new HashMap<>();
        options.put("skip", skip);
        take.ifPresent(most -> options.put("take", most));
        options.put("sort", Map.of("id", "ASC"));
        options.put("filter", filter);
        return options;
    }

    private Page<Listing> page(List<Json> products, Instant at, Page.Next next) {
        List<Listing> listings = new ArrayList<>();
        List<Page.Skipped> skipped = new ArrayList<>();
        for (Json product : products) {
            for (Json variant : product.list("variants")) {
                try {
                    listings.add(translate.listing(product, variant, at));
                } catch (Drifted | IllegalArgumentException unusable) {
                    skipped.add(
                            UnusableRecord.skipped(
                                    "variant "
                                            + variant.optional("id").map(Json::asText).orElse("?")
                                            + " of product "
                                            + product.id("id"),
                                    unusable,
                                    variant.node().toString()));
                }
            }
        }
        return new Page<>(listings, skipped, next);
    }
}
