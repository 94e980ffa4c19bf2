package com.truecart.connector.medusa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.truecart.kit.Json;
import com.truecart.model.Availability;
import com.truecart.model.Listing;
import com.truecart.model.Localized;
import com.truecart.model.Money;
import com.truecart.model.Seller;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TranslateTest {
    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

    private final Json product = Answers.of("products.json").list("products").getFirst();
    private final Translate translate =
            new Translate(
                    new Seller("shop", Localized.of("en", "Tea House")),
                    "en",
                    Optional.of("https://tea.example/gb/products"));

    @Test
    void aVariantAmongOthersIsNamedByBoth() {
        Listing small = listing(0);
        assertThat(small.upstreamId()).isEqualTo("variant_small");
        assertThat(small.variantOf()).contains("prod_tea");
        assertThat(small.title().in(Locale.ENGLISH)).isEqualTo("Oolong tea 100 g");
        assertThat(small.attributes())
                .containsEntry("Weight", "100 g")
                .containsEntry("Type", "Tea")
                .containsEntry("Collection", "Autumn")
                .containsEntry("Tags", "green, loose")
                .containsEntry("SKU", "TEA-100");
    }

    @Test
    void anOnlyVariantIsTheProduct() {
        Listing only = translate.listing(product, product.list("variants").getFirst(), false, NOW);
        assertThat(only.variantOf()).isEmpty();
        assertThat(only.title().in(Locale.ENGLISH)).isEqualTo("Oolong tea");
        assertThat(only.attributes()).doesNotContainKey("Weight");
    }

    @Test
    void thePriceIsWithTaxAndRoundedToTheCentHalfUp() {
        // 8.33 and 20 % are 9.996
        assertThat(listing(0).offers().getFirst().price()).isEqualTo(gbp(1_000));
    }

    @Test
    void aSaleShowsThePriceBeforeItAndAnEqualPriceIsNone() {
        assertThat(listing(0).offers().getFirst().listPrice()).contains(gbp(1_260));
        assertThat(listing(1).offers().getFirst().listPrice()).isEmpty();
    }

    @Test
    void whereTheShopWorksOutNoTaxThePriceIsAsItStands() {
        assertThat(listing(1).offers().getFirst().price()).isEqualTo(gbp(4_000));
    }

    @Test
    void aVariantWithoutAPriceHereSaysSo() {
        assertThatThrownBy(() -> listing(2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("calculated_price:");
    }

    @Test
    void whatIsPromisedBeyondTheStockIsOnBackorder() {
        assertThat(listing(0).offers().getFirst().availability()).isEqualTo(Availability.IN_STOCK);
        assertThat(listing(1).offers().getFirst().availability()).isEqualTo(Availability.BACKORDER);
    }

    @Test
    void categoriesAreWidestFirst() {
        assertThat(listing(0).category())
                .extracting(name -> name.in(Locale.ENGLISH))
                .containsExactly("Drinks", "Tea");
    }

    @Test
    void aBarcodeThatIsNoneIsKeptAsAnAttribute() {
        assertThat(listing(0).identifiers().gtin().orElseThrow().digits())
                .isEqualTo("04006381333931");
        assertThat(listing(1).identifiers().gtin()).isEmpty();
        assertThat(listing(1).attributes()).containsEntry("GTIN", "12345");
    }

    @Test
    void theBrandIsWhereShopsKeepItAndThePageIsTheStorefronts() {
        assertThat(listing(0).brand().orElseThrow().in(Locale.ENGLISH)).isEqualTo("Lo Mau");
        assertThat(listing(0).page().orElseThrow())
                .hasToString("https://tea.example/gb/products/oolong+tea");
        assertThat(listing(0).image().orElseThrow()).hasToString("https://img.example/tea.jpg");
        assertThat(listing(1).image().orElseThrow()).hasToString("https://img.example/large.jpg");
    }

    private Listing listing(int variant) {
        return translate.listing(product, product.list("variants").get(variant), true, NOW);
    }

    private static Money gbp(long pence) {
        return Money.of(pence, "GBP");
    }
}
