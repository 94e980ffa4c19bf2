package com.truecart.connector.medusa;

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

/** The shop's products in the order of their ids; what can be bought are their variants. */
final class MedusaCatalog implements CatalogSource {
    private static final int PER_PAGE = 100;

    private static final String FIELDS =
            Calls.encode(
                    String.join(
                            ",",
                            "id,title,handle,description,thumbnail,material,metadata",
                            "collection.title,type.value,tags.value",
                            // picked one by one its fields are left out
                            "*categories",
                            "variants.id,variants.title,variants.sku,variants.ean,variants.upc",
                            "variants.barcode,variants.thumbnail,variants.manage_inventory",
                            "variants.allow_backorder,*variants.options,*variants.options.option",
                            "*variants.calculated_price,+variants.inventory_quantity"));

    private final Calls calls;
    private final Translate translate;
    private final Clock clock;

    MedusaCatalog(Calls calls, Translate translate, Clock clock) {
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
        Calls.Answer.Good answer = Calls.good(calls.store(place.path()));
        List<Listing> listings = new ArrayList<>();
        List<Page.Skipped> skipped = new ArrayList<>();
        List<Json> products = answer.body().list("products");
        for (Json product : products) {
            List<Json> variants = product.optionalList("variants");
            for (Json variant : variants) {
                try {
                    listings.add(
                            translate.listing(product, variant, variants.size() > 1, answer.at()));
                } catch (Drifted | IllegalArgumentException unusable) {
                    skipped.add(
                            UnusableRecord.skipped(
                                    Translate.reference(product, variant),
                                    unusable,
                                    variant.node().toString()));
                }
            }
        }
        return new Page<>(
                listings, skipped, place.next(products.size(), answer.body().number("count")));
    }

    private Place start() {
        Market market = calls.market();
        return new Place(clock.instant(), market.regionId(), market.country(), 0, -1);
    }

    /**
     * Where a pull is. The Store API pages by offset only.
     *
     * @param total products the shop counted at the page before; -1 where nothing is known
     */
    private record Place(Instant start, String region, String country, long offset, long total) {

        String path() {
            return "/products?order=id&limit="
                    + PER_PAGE
                    + "&offset="
                    + offset
                    + "&region_id="
                    + Calls.encode(region)
                    + "&country_code="
                    + Calls.encode(country)
                    + "&fields="
                    + FIELDS;
        }

        Page.Next next(int found, long counted) {
            if (counted < total && offset > 0) {
                // products that vanished meanwhile moved the later ones to smaller offsets
                return at(Math.max(0, offset - (total - counted)), counted);
            }
            return found == 0 || offset + found >= counted
                    ? new Page.Done(Optional.empty(), Optional.of(start))
                    : at(offset + found, counted);
        }

        private Page.More at(long to, long counted) {
            return new Page.More(
                    new Cursor(
                            String.join(
                                    " ",
                                    start.toString(),
                                    region,
                                    country,
                                    Long.toString(to),
                                    Long.toString(counted))));
        }

        /** Empty for a cursor of another release: the pull begins again. */
        static Optional<Place> parse(Cursor cursor) {
            String[] parts = cursor.token().split(" ", -1);
            if (parts.length != 5
                    || !parts[3].matches("\\d{1,9}")
                    || !parts[4].matches("\\d{1,9}")) {
                return Optional.empty();
            }
            try {
                return Optional.of(
                        new Place(
                                Instant.parse(parts[0]),
                                parts[1],
                                parts[2],
                                Long.parseLong(parts[3]),
                                Long.parseLong(parts[4])));
            } catch (DateTimeParseException notOurs) {
                return Optional.empty();
            }
        }
    }
}
