package com.truecart.connector.magento;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.truecart.connector.magento.Translate.Pages;
import com.truecart.kit.Json;
import com.truecart.model.Availability;
import com.truecart.model.Benefit;
import com.truecart.model.Listing;
import com.truecart.model.Localized;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.model.Seller;
import com.truecart.model.Trigger;
import com.truecart.spi.UpstreamException.Drifted;
import com.truecart.spi.UpstreamOrder.Status;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TranslateTest {
    private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");
    private static final Pages PAGES = new Pages("https://shop.example/", ".html");
    private static final Translate TRANSLATE =
            new Translate(new Seller("shop", Localized.of("en", "A shop")), "en");

    private static final String PRODUCT =
            """
            {"__typename":"SimpleProduct","sku":"24-MB01","name":"Tea &amp; honey","url_key":"tea-honey",
             "stock_status":"IN_STOCK","only_x_left_in_stock":null,"description":{"html":"<p>Black</p><p>tea</p>"},
             "image":{"url":"https://shop.example/media/tea.jpg"},
             "categories":[{"name":"Black tea","level":4},{"name":"Drinks","level":2},{"name":"Tea","level":3}],
             "price_range":{"minimum_price":{"regular_price":{"value":15.9,"currency":"HKD"},
               "final_price":{"value":12.9,"currency":"HKD"}}},
             "price_tiers":[{"quantity":3,"final_price":{"value":11.5,"currency":"HKD"}},
               {"quantity":6,"final_price":{"value":12.9,"currency":"HKD"}}],
             "custom_attributesV2":{"items":[
               {"code":"manufacturer","selected_options":[{"label":"Lion &amp; Co"}]},
               {"code":"ean","value":"4006381333931"},{"code":"mpn","value":"LC-9"},
               {"code":"pack","selected_options":[{"label":"20 bags"},{"label":"40 bags"}]}]}}
            """;

    @Test
    void aProductSaysAllTheShopSays() {
        Listing listing = listing(PRODUCT);
        assertThat(listing.upstreamId()).isEqualTo("24-MB01");
        assertThat(listing.title().in(Locale.ENGLISH)).isEqualTo("Tea & honey");
        assertThat(listing.description().orElseThrow().in(Locale.ENGLISH)).isEqualTo("Black tea");
        assertThat(listing.brand().orElseThrow().in(Locale.ENGLISH)).isEqualTo("Lion & Co");
        assertThat(listing.identifiers().gtin().orElseThrow().digits()).isEqualTo("04006381333931");
        assertThat(listing.identifiers().mpn()).contains("LC-9");
        assertThat(listing.category().stream().map(step -> step.in(Locale.ENGLISH)))
                .containsExactly("Drinks", "Tea", "Black tea");
        assertThat(listing.attributes())
                .isEqualTo(Map.of("pack", "20 bags, 40 bags", "SKU", "24-MB01"));
        assertThat(listing.page().orElseThrow().toString())
                .isEqualTo("https://shop.example/tea-honey.html");
    }

    @Test
    void aFinalPriceBelowTheRegularOneKeepsItBeside() {
        assertThat(listing(PRODUCT).offers().getFirst().price()).isEqualTo(hkd(1_290));
        assertThat(listing(PRODUCT).offers().getFirst().listPrice()).contains(hkd(1_590));
        assertThat(listing(PRODUCT.replace("15.9", "12.9")).offers().getFirst().listPrice())
                .isEmpty();
    }

    @Test
    void theNoiseOfFloatingPointIsTakenOffAndWhatIsReallyFinerIsNamed() {
        assertThat(amount("59.699999999999996")).isEqualTo(hkd(5_970));
        assertThat(amount("0.30000000000000004")).isEqualTo(hkd(30));
        assertThat(amount("1299")).isEqualTo(hkd(129_900));
        assertThatThrownBy(() -> amount("12.905"))
                .isInstanceOf(Drifted.class)
                .hasMessageContaining("$.price.value");
    }

    @Test
    void tiersThatLowerThePriceArePromotionsOfTheArticle() {
        List<Promotion> promotions = listing(PRODUCT).offers().getFirst().promotions();
        assertThat(promotions)
                .singleElement()
                .satisfies(promotion -> {
                    assertThat(promotion.ref()).isEqualTo("tier-3-24-MB01");
                    assertThat(promotion.trigger()).isEqualTo(new Trigger.MinQuantity(3));
                    assertThat(promotion.benefit())
                            .isEqualTo(new Benefit.UnitPrice(hkd(1_150), Optional.empty()));
                });
    }

    @Test
    void availabilityIsAsTheShopSays() {
        assertThat(availability(PRODUCT)).isEqualTo(Availability.IN_STOCK);
        assertThat(availability(PRODUCT.replace("in_stock\":null", "in_stock\":3")))
                .isEqualTo(Availability.LOW_STOCK);
        assertThat(availability(PRODUCT.replace("IN_STOCK", "OUT_OF_STOCK")))
                .isEqualTo(Availability.OUT_OF_STOCK);
    }

    @Test
    void aVariantIsNamedByItsProductAndItself() {
        Json product =
                Json.parse(
                        PRODUCT.replace("SimpleProduct", "ConfigurableProduct")
                                .replace("24-MB01", "MH/01")
                                .replaceFirst(
                                        "\\{",
                                        "{\"configurable_options\":[{\"attribute_code\":\"size\",\"label\":\"Size\"}],"));
        Json variant =
                Json.parse(
                        "{\"attributes\":[{\"code\":\"size\",\"label\":\"XS\"}],\"product\":"
                                + PRODUCT.replace("24-MB01", "MH01-XS")
                                + "}");
        assertThat(Translate.sold(product)).isEqualTo(Translate.Sold.AS_VARIANTS);
        Listing listing = TRANSLATE.variant(product, variant, PAGES, NOW);
        assertThat(listing.upstreamId()).isEqualTo("MH%2F01/MH01-XS");
        assertThat(listing.variantOf()).contains("MH/01");
        assertThat(listing.attributes()).containsEntry("Size", "XS");
        assertThat(Sku.parse(listing.upstreamId()))
                .isEqualTo(new Sku(Optional.of("MH/01"), "MH01-XS"));
    }

    @Test
    void skusWithSlashesAndPercentSignsComeBackAsTheyWere() {
        for (String sku : List.of("24-MB01", "A/B", "50%2F", "100%", "%25", "茶 20包")) {
            Sku simple = new Sku(Optional.empty(), sku);
            assertThat(Sku.parse(simple.id())).isEqualTo(simple);
            Sku variant = new Sku(Optional.of(sku), sku + "/XS");
            assertThat(Sku.parse(variant.id())).isEqualTo(variant);
        }
    }

    @Test
    void whatTheShopperPutsTogetherIsPassedOverWithItsReason() {
        assertThatThrownBy(() ->
                        Translate.sold(
                                Json.parse(PRODUCT.replace("SimpleProduct", "BundleProduct"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("put together");
    }

    @Test
    void aStatusWeDoNotKnowIsNeitherSuccessNorFailure() {
        assertThat(Placed.status("Pending")).isEqualTo(Status.ACCEPTED);
        assertThat(Placed.status("Complete")).isEqualTo(Status.SHIPPED);
        assertThat(Placed.status("Closed")).isEqualTo(Status.CANCELLED);
        assertThat(Placed.status("Wird bearbeitet")).isEqualTo(Status.UNRECOGNISED);
    }

    private static Money amount(String number) {
        return Amounts.of(
                Json.parse("{\"price\":{\"value\":" + number + ",\"currency\":\"HKD\"}}"), "price");
    }

    private static Availability availability(String product) {
        return listing(product).offers().getFirst().availability();
    }

    private static Listing listing(String product) {
        return TRANSLATE.simple(Json.parse(product), PAGES, NOW);
    }

    private static Money hkd(long cents) {
        return Money.of(cents, "HKD");
    }
}
