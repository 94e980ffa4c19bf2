package com.truecart.connector.woocommerce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.truecart.kit.Json;
import com.truecart.model.Availability;
import com.truecart.model.Listing;
import com.truecart.model.Localized;
import com.truecart.model.Money;
import com.truecart.model.Seller;
import com.truecart.spi.UpstreamException.Drifted;
import com.truecart.spi.UpstreamOrder.Status;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TranslateTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final Translate TRANSLATE =
            new Translate(new Seller("shop", Localized.of("en", "A shop")), "en");

    private static final String PRODUCT =
            """
            {"id":42,"type":"simple","name":"Tea &amp; honey","sku":"T-1","parent":0,
             "description":"<p>Black</p><p>tea<script>alert(1)</script></p>",
             "permalink":"https://shop.example/p/42","images":[{"src":"javascript:alert(1)"}],
             "prices":{"price":"1290","regular_price":"1590","currency_code":"HKD","currency_minor_unit":2},
             "categories":[{"name":"Black tea","link":"https://shop.example/c/drinks/tea/black/"},
                           {"name":"Drinks","link":"https://shop.example/c/drinks/"},
                           {"name":"Tea","link":"https://shop.example/c/drinks/tea/"}],
             "brands":[{"name":"Lion &amp; Co"}],
             "attributes":[{"name":"EAN","terms":[{"name":"4006381333931"}]},
                           {"name":"MPN","terms":[{"name":"LC-9"}]},
                           {"name":"中文名稱","terms":[{"name":"蜂蜜茶"}]},
                           {"name":"Pack","terms":[{"name":"20 bags"},{"name":"40 bags"}]}],
             "is_in_stock":true,"is_purchasable":true,"low_stock_remaining":null}
            """;

    @Test
    void aReducedPriceKeepsTheRegularOneBesideIt() {
        Listing listing = listing(PRODUCT);
        assertThat(listing.offers().getFirst().price()).isEqualTo(Money.of(1_290, "HKD"));
        assertThat(listing.offers().getFirst().listPrice()).contains(Money.of(1_590, "HKD"));
    }

    @Test
    void aRegularPriceBelowThePriceMeansNothing() {
        Listing listing = listing(PRODUCT.replace("\"1590\"", "\"990\""));
        assertThat(listing.offers().getFirst().listPrice()).isEmpty();
    }

    @Test
    void currenciesWithoutCentsAreExact() {
        Listing listing =
                listing(
                        PRODUCT.replace("HKD", "JPY")
                                .replace("\"currency_minor_unit\":2", "\"currency_minor_unit\":0"));
        assertThat(listing.offers().getFirst().price()).isEqualTo(Money.of(1_290, "JPY"));
    }

    @Test
    void markupIsGoneAndWordsStayApart() {
        Listing listing = listing(PRODUCT);
        assertThat(listing.title().in(Locale.ENGLISH)).isEqualTo("Tea & honey");
        assertThat(listing.description().orElseThrow().in(Locale.ENGLISH)).isEqualTo("Black tea");
    }

    @Test
    void identifiersComeFromAttributesAndLeaveThem() {
        Listing listing = listing(PRODUCT);
        assertThat(listing.identifiers().gtin().orElseThrow().digits()).isEqualTo("04006381333931");
        assertThat(listing.identifiers().mpn()).contains("LC-9");
        assertThat(listing.title().in(Locale.TRADITIONAL_CHINESE)).isEqualTo("蜂蜜茶");
        assertThat(listing.attributes())
                .isEqualTo(Map.of("Pack", "20 bags, 40 bags", "SKU", "T-1"));
    }

    @Test
    void aBarcodeWithAWrongCheckDigitStaysAnAttribute() {
        Listing listing = listing(PRODUCT.replace("4006381333931", "4006381333930"));
        assertThat(listing.identifiers().gtin()).isEmpty();
        assertThat(listing.attributes()).containsEntry("GTIN", "4006381333930");
    }

    @Test
    void categoriesGoFromTheWidestToTheNarrowest() {
        assertThat(listing(PRODUCT).category().stream().map(name -> name.in(Locale.ENGLISH)))
                .containsExactly("Drinks", "Tea", "Black tea");
    }

    @Test
    void anAddressThatIsNoWebAddressIsLeftOut() {
        assertThat(listing(PRODUCT).image()).isEmpty();
        assertThat(listing(PRODUCT).page()).isPresent();
    }

    @Test
    void availabilityIsAsTheShopSays() {
        assertThat(availability(PRODUCT)).isEqualTo(Availability.IN_STOCK);
        assertThat(availability(PRODUCT.replace("remaining\":null", "remaining\":3")))
                .isEqualTo(Availability.LOW_STOCK);
        assertThat(availability(PRODUCT.replace("stock\":true", "stock\":false")))
                .isEqualTo(Availability.OUT_OF_STOCK);
        assertThat(
                        availability(
                                PRODUCT.replace(
                                        "\"is_in_stock\":true",
                                        "\"is_in_stock\":true,\"is_on_backorder\":true")))
                .isEqualTo(Availability.BACKORDER);
    }

    @Test
    void aVariationBelongsToItsProduct() {
        String variation =
                PRODUCT.replace("\"parent\":0", "\"parent\":7")
                        .replace("\"simple\"", "\"variation\"");
        assertThat(listing(variation).variantOf()).contains("7");
        assertThat(TRANSLATE.sold(Json.parse(PRODUCT.replace("simple", "variable"))))
                .isEqualTo(Translate.Sold.AS_VARIATIONS);
    }

    @Test
    void whatAVariationIsChosenByAreAttributesOfItsOwn() {
        assertThat(Translate.chosen("Colour: Deep blue, Size: M"))
                .isEqualTo(Map.of("Colour", "Deep blue", "Size", "M"));
        assertThat(Translate.chosen("Pack: 6, chilled, Size: M"))
                .isEqualTo(Map.of("Pack", "6, chilled", "Size", "M"));
        assertThat(Translate.chosen("the large one"))
                .isEqualTo(Map.of("variation", "the large one"));
        Listing blue =
                listing(
                        PRODUCT.replace(
                                "\"parent\":0", "\"parent\":7,\"variation\":\"Colour: Blue\""));
        assertThat(blue.attributes()).containsEntry("Colour", "Blue");
    }

    @Test
    void aPriceThatIsNoNumberIsNamed() {
        assertThatThrownBy(() -> listing(PRODUCT.replace("\"1290\"", "\"\"")))
                .isInstanceOf(Drifted.class)
                .hasMessageContaining("$.prices.price");
    }

    @Test
    void statusesWeDoNotKnowAreNeitherSuccessNorFailure() {
        assertThat(WooOrders.status("processing")).isEqualTo(Status.ACCEPTED);
        assertThat(WooOrders.status("shipped")).isEqualTo(Status.SHIPPED);
        assertThat(WooOrders.status("completed")).isEqualTo(Status.DELIVERED);
        assertThat(WooOrders.status("refunded")).isEqualTo(Status.CANCELLED);
        assertThat(WooOrders.status("awaiting-pickup")).isEqualTo(Status.UNRECOGNISED);
    }

    private static Availability availability(String product) {
        return listing(product).offers().getFirst().availability();
    }

    private static Listing listing(String product) {
        return TRANSLATE.listing(Json.parse(product), NOW);
    }
}
