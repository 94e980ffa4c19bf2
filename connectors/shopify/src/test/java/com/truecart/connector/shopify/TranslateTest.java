package com.truecart.connector.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.truecart.kit.Json;
import com.truecart.model.Availability;
import com.truecart.model.Listing;
import com.truecart.model.Localized;
import com.truecart.model.Money;
import com.truecart.model.Seller;
import com.truecart.spi.UpstreamException.Drifted;
import java.time.Instant;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TranslateTest {
    private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");
    private static final Shop SHOP = shop("en");

    private static final String PRODUCT =
            """
            {"id":"gid://shopify/Product/77","title":"Runner &amp; Co","handle":"runner","vendor":"Lion",
             "productType":"Shoes","onlineStoreUrl":"https://shop.example/products/runner",
             "description":"Light <b>shoe</b>","featuredImage":{"url":"https://cdn.example/r.jpg"}}
            """;

    private static final String VARIANT =
            """
            {"id":"gid://shopify/ProductVariant/4201","title":"Red / 42","sku":"RN-42","barcode":"4006381333931",
             "price":{"amount":"89.0","currencyCode":"USD"},"compareAtPrice":{"amount":"109.5","currencyCode":"USD"},
             "availableForSale":true,"currentlyNotInStock":false,"quantityAvailable":40,
             "selectedOptions":[{"name":"Colour","value":"Red"},{"name":"Size","value":"42"}],"image":null}
            """;

    @Test
    void aVariantIsAListingUnderItsNumberWithItsOwnTitle() {
        Listing listing = listing(VARIANT);
        assertThat(listing.upstreamId()).isEqualTo("4201");
        assertThat(listing.variantOf()).contains("77");
        assertThat(listing.title().in(Locale.ENGLISH)).isEqualTo("Runner & Co Red / 42");
        assertThat(listing.description().orElseThrow().in(Locale.ENGLISH)).isEqualTo("Light shoe");
        assertThat(listing.attributes())
                .isEqualTo(Map.of("Colour", "Red", "Size", "42", "SKU", "RN-42"));
        assertThat(listing.identifiers().gtin().orElseThrow().digits()).isEqualTo("04006381333931");
        assertThat(listing.image()).isPresent();
    }

    @Test
    void aProductOfOneKindIsNoVariantOfAnything() {
        Listing listing =
                listing(
                        VARIANT.replace("Red / 42", "Default Title")
                                .replace(
                                        "[{\"name\":\"Colour\",\"value\":\"Red\"},{\"name\":\"Size\",\"value\":\"42\"}]",
                                        "[{\"name\":\"Title\",\"value\":\"Default Title\"}]"));
        assertThat(listing.variantOf()).isEmpty();
        assertThat(listing.title().in(Locale.ENGLISH)).isEqualTo("Runner & Co");
        assertThat(listing.attributes()).isEqualTo(Map.of("SKU", "RN-42"));
    }

    @Test
    void decimalTextBecomesExactMinorUnits() {
        assertThat(listing(VARIANT).offers().getFirst().price()).isEqualTo(Money.of(8_900, "USD"));
        assertThat(listing(VARIANT).offers().getFirst().listPrice())
                .contains(Money.of(10_950, "USD"));
        assertThat(
                        listing(
                                        VARIANT.replace("89.0", "890.0")
                                                .replace("109.5", "1095.0")
                                                .replace("USD", "JPY"))
                                .offers()
                                .getFirst()
                                .price())
                .isEqualTo(Money.of(890, "JPY"));
    }

    @Test
    void aPriceFinerThanTheCurrencyIsNamedAndNotRounded() {
        assertThatThrownBy(() -> listing(VARIANT.replace("\"89.0\"", "\"89.005\"")))
                .isInstanceOf(Drifted.class)
                .hasMessageContaining("price.amount");
    }

    @Test
    void aComparedPriceThatIsNotHigherMeansNothing() {
        assertThat(listing(VARIANT.replace("109.5", "89.0")).offers().getFirst().listPrice())
                .isEmpty();
        assertThat(listing(VARIANT.replace("109.5", "0.0")).offers().getFirst().listPrice())
                .isEmpty();
    }

    @Test
    void availabilityIsAsTheShopSaysAndQuantitiesOnlyWhereItCounts() {
        assertThat(availability(VARIANT)).isEqualTo(Availability.IN_STOCK);
        assertThat(availability(VARIANT.replace("Available\":40", "Available\":3")))
                .isEqualTo(Availability.LOW_STOCK);
        assertThat(availability(VARIANT.replace("Available\":40", "Available\":-7")))
                .isEqualTo(Availability.IN_STOCK);
        assertThat(availability(VARIANT.replace("Available\":40", "Available\":null")))
                .isEqualTo(Availability.IN_STOCK);
        assertThat(availability(VARIANT.replace("InStock\":false", "InStock\":true")))
                .isEqualTo(Availability.BACKORDER);
        assertThat(availability(VARIANT.replace("ForSale\":true", "ForSale\":false")))
                .isEqualTo(Availability.OUT_OF_STOCK);
    }

    @Test
    void aBarcodeThatIsNoneStaysAnAttribute() {
        Listing listing = listing(VARIANT.replace("4006381333931", "RN42"));
        assertThat(listing.identifiers().gtin()).isEmpty();
        assertThat(listing.attributes()).containsEntry("Barcode", "RN42");
    }

    @Test
    void theProductListStatesTheSameUnderTheSameIdsWithoutACurrency() {
        Json product =
                Json.parse(
                        """
                        {"id":77,"title":"Runner","handle":"runner","vendor":"Lion","product_type":"Shoes",
                         "body_html":"<p>Light shoe</p>","images":[{"src":"https://cdn.example/r.jpg"}],
                         "variants":[{"id":4201,"title":"Red / 42","sku":"RN-42","available":true,
                           "price":"89.00","compare_at_price":"109.50"}]}
                        """);
        Listing listing =
                new Translate(SHOP)
                        .listed(
                                product,
                                product.list("variants").getFirst(),
                                Currency.getInstance("USD"),
                                NOW);
        assertThat(listing.upstreamId()).isEqualTo("4201");
        assertThat(listing.variantOf()).contains("77");
        assertThat(listing.offers()).isEqualTo(listing(VARIANT).offers());
        assertThat(listing.page().orElseThrow().toString())
                .isEqualTo("https://shop.example/products/runner?variant=4201");
    }

    @Test
    void languagesGoByThePlatformsCodes() {
        assertThat(shop("zh-Hant").languageCode()).contains("ZH_TW");
        assertThat(shop("zh-HK").languageCode()).contains("ZH_TW");
        assertThat(shop("zh-Hans").languageCode()).contains("ZH_CN");
        assertThat(shop("de-AT").languageCode()).contains("DE");
        assertThat(shop("und").languageCode()).isEmpty();
    }

    private static Availability availability(String variant) {
        return listing(variant).offers().getFirst().availability();
    }

    private static Listing listing(String variant) {
        return new Translate(SHOP).listing(Json.parse(PRODUCT), Json.parse(variant), NOW);
    }

    private static Shop shop(String language) {
        return new Shop(
                "https://shop.example",
                new Seller("shop", Localized.of("en", "A shop")),
                language,
                Optional.empty(),
                Optional.empty(),
                false);
    }
}
