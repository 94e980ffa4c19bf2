package com.truecart.connector.vendure;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.model.Availability;
import com.truecart.model.Gtin;
import com.truecart.model.Listing;
import com.truecart.model.Localized;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.model.Scope;
import com.truecart.spi.Connector;
import com.truecart.spi.Cursor;
import com.truecart.spi.Page;
import com.truecart.spi.Pull;
import com.truecart.testkit.LoopbackContext;
import com.truecart.testkit.Pulled;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a real Vendure lists, and what it says has changed. */
class VendureCatalogTest {
    private static ShopUnderTest real;
    private static LoopbackContext connection;

    @BeforeAll
    static void openShop() {
        real = ShopUnderTest.open();
        connection = real.context();
    }

    @Test
    void aListingSaysWhatTheShopSays() {
        Pulled<Listing> pulled = everything(connection);
        Listing mug = find(pulled, ShopUnderTest.id(real.mug));
        assertThat(mug.identifiers().gtin()).contains(Gtin.parse(ShopUnderTest.EAN));
        assertThat(mug.brand()).contains(Localized.of("en", "Acme"));
        assertThat(mug.category()).containsExactly(Localized.of("en", "Kitchen"));
        assertThat(mug.page())
                .contains(URI.create("https://shop.example.com/p/" + ShopUnderTest.EAN));
        Listing large = find(pulled, ShopUnderTest.id(real.large));
        assertThat(large.title()).isEqualTo(Localized.of("en", "Shirt large"));
        assertThat(large.description()).contains(Localized.of("en", "Of cotton & wool"));
        assertThat(large.attributes())
                .containsEntry("size", "large")
                .containsEntry("SKU", "shirt-l");
        assertThat(large.variantOf())
                .isEqualTo(find(pulled, ShopUnderTest.id(real.small)).variantOf());
        assertThat(find(pulled, ShopUnderTest.id(real.lamp)).offers().getFirst().availability())
                .isEqualTo(Availability.OUT_OF_STOCK);
    }

    @Test
    void aChangedPriceIsSeenInTheNextDelta() {
        Cursor before = longAfterThis(everything(connection).end().watermark().orElseThrow());
        real.shop.admin().shelves().price(real.book.id(), 850);
        try {
            Pulled<Listing> delta = since(before);
            assertThat(find(delta, ShopUnderTest.id(real.book)).offers().getFirst().price())
                    .isEqualTo(Money.of(850, "USD"));
            assertThat(delta.entries())
                    .extracting(Listing::upstreamId)
                    .doesNotContain(ShopUnderTest.id(real.small));
            assertThat(delta.end().completeAsOf()).isEmpty();
            assertThat(delta.end().watermark()).isPresent();
        } finally {
            real.shop.admin().shelves().price(real.book.id(), 800);
        }
    }

    @Test
    void aVariantThatSellsOutIsSeenInTheNextDelta() {
        Cursor before = longAfterThis(everything(connection).end().watermark().orElseThrow());
        real.shop.admin().shelves().stock(real.lamp.id(), 1);
        try {
            assertThat(
                            find(since(before), ShopUnderTest.id(real.lamp))
                                    .offers()
                                    .getFirst()
                                    .availability())
                    .isNotEqualTo(Availability.OUT_OF_STOCK);
        } finally {
            real.shop.admin().shelves().stock(real.lamp.id(), 0);
        }
    }

    @Test
    void aConnectionWithoutAKeyReadsEverythingEachTime() {
        LoopbackContext bare = real.bare();
        Pulled<Listing> pulled = everything(bare);
        assertThat(pulled.entries()).hasSize(real.listings());
        assertThat(pulled.end().watermark()).isEmpty();
        try (Connector connector = new VendureProvider().open(bare)) {
            assertThat(
                            Pulled.<Promotion>everything(connector.promotions().orElseThrow()::page)
                                    .entries())
                    .isEmpty();
        }
    }

    @Test
    void aPullThatShrinksReadsAsManyAgain() {
        Place halfWay = Place.everything(Instant.EPOCH).after(100, 250);
        assertThat(halfWay.after(100, 247).skip()).isEqualTo(197);
        assertThat(Place.parse(halfWay.cursor()).map(Place::skip)).contains(100);
    }

    @Test
    void aFacetIsTheVariantsThatHaveItOrTheirProductDoes() {
        try (Connector connector = new VendureProvider().open(connection)) {
            List<Promotion> promotions =
                    Pulled.<Promotion>everything(connector.promotions().orElseThrow()::page)
                            .entries();
            assertThat(promotions)
                    .filteredOn(
                            promotion -> promotion.label().in(Locale.ENGLISH).startsWith("Half"))
                    .singleElement()
                    .extracting(Promotion::scope)
                    .isEqualTo(new Scope.Listings(Set.of(ShopUnderTest.id(real.large))));
        }
    }

    /** The minute of overlap would bring in what the other tests changed just before. */
    private static Cursor longAfterThis(Cursor watermark) {
        Instant at = Place.since(watermark, Instant.EPOCH).orElseThrow().since();
        return new Place(
                        Place.Part.ALL,
                        Instant.EPOCH,
                        Optional.of(at.plus(Duration.ofMinutes(2))),
                        Instant.EPOCH,
                        0,
                        0)
                .watermark();
    }

    private static Pulled<Listing> everything(LoopbackContext context) {
        try (Connector connector = new VendureProvider().open(context)) {
            return Pulled.everything(connector.catalog()::page);
        }
    }

    private static Pulled<Listing> since(Cursor watermark) {
        try (Connector connector = new VendureProvider().open(connection)) {
            Function<Pull, Page<Listing>> source = connector.catalog()::page;
            return Pulled.from(new Pull.Since(watermark), source);
        }
    }

    private static Listing find(Pulled<Listing> pulled, String id) {
        return pulled.entries().stream()
                .filter(listing -> listing.upstreamId().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no listing " + id));
    }
}
