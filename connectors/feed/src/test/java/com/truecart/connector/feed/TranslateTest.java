package com.truecart.connector.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.truecart.kit.XmlElement;
import com.truecart.kit.google.FeedRecord;
import com.truecart.model.Availability;
import com.truecart.model.ItemCondition;
import com.truecart.model.Listing;
import com.truecart.model.Localized;
import com.truecart.model.Money;
import com.truecart.model.Offer;
import com.truecart.model.Seller;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TranslateTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final Translate TRANSLATE =
            new Translate(new Seller("shop", Localized.of("en", "A shop")), "en", Optional.empty());

    @Test
    void aSalePriceCountsOnlyInItsTime() {
        String running = "2026-11-20T00:00+0800/2026-11-30T00:00+0800";
        String over = "2026-10-01T00:00:00Z/2026-10-31T00:00:00Z";
        assertThat(sale(running).price()).isEqualTo(Money.of(990, "USD"));
        assertThat(sale(running).listPrice()).contains(Money.of(1_500, "USD"));
        assertThat(sale(over).price()).isEqualTo(Money.of(1_500, "USD"));
        assertThat(sale(over).listPrice()).isEmpty();
    }

    @Test
    void aSalePriceAboveThePriceMeansNothing() {
        Offer offer = offer("sale_price", "20.00 USD");
        assertThat(offer.price()).isEqualTo(Money.of(1_500, "USD"));
        assertThat(offer.listPrice()).isEmpty();
    }

    @Test
    void aPriceWithoutACurrencyIsNotGuessed() {
        assertThatThrownBy(() -> offer("price", "15.00"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("price: ");
    }

    @Test
    void availabilityIsReadInBothSpellings() {
        assertThat(offer("availability", "in stock").availability())
                .isEqualTo(Availability.IN_STOCK);
        assertThat(offer("availability", "out_of_stock").availability())
                .isEqualTo(Availability.OUT_OF_STOCK);
        assertThat(offer("availability", "preorder").availability())
                .isEqualTo(Availability.PREORDER);
        assertThat(offer("availability", "maybe").availability()).isEqualTo(Availability.UNSTATED);
    }

    @Test
    void anUnstatedConditionIsNew() {
        assertThat(offer("mpn", "X").condition()).isEqualTo(ItemCondition.NEW);
        assertThat(offer("condition", "refurbished").condition())
                .isEqualTo(ItemCondition.REFURBISHED);
    }

    @Test
    void variantsOfAGroupKnowEachOther() {
        assertThat(listing("item_group_id", "g7", "color", "red").variantOf()).contains("g7");
        assertThat(listing("item_group_id", "g7", "color", "red").attributes())
                .isEqualTo(Map.of("color", "red"));
        assertThat(listing("item_group_id", "a1").variantOf()).isEmpty();
    }

    @Test
    void theShopsOwnPathComesBeforeGooglesTaxonomy() {
        assertThat(
                        listing(
                                        "product_type", "Home > Kitchen > Pans",
                                        "google_product_category", "Other > Thing")
                                .category()
                                .stream()
                                .map(step -> step.in(Locale.ENGLISH)))
                .containsExactly("Home", "Kitchen", "Pans");
        assertThat(listing("google_product_category", "2271").category()).isEmpty();
    }

    @Test
    void markupInADescriptionIsGone() {
        assertThat(
                        listing("description", "<b>Strong</b><br>tea &amp; milk")
                                .description()
                                .orElseThrow()
                                .in(Locale.ENGLISH))
                .isEqualTo("Strong tea & milk");
    }

    @Test
    void aLinkThatRunsCodeIsLeftOut() {
        assertThat(listing("link", "javascript:alert(1)").page()).isEmpty();
        assertThat(listing("link", "https://shop.example/a1").page()).isPresent();
    }

    @Test
    void aMalformedBarcodeStaysAnAttribute() {
        assertThat(listing("gtin", "123").attributes()).containsEntry("GTIN", "123");
        assertThat(listing("gtin", "4006381333931").identifiers().gtin()).isPresent();
    }

    private static Offer sale(String dates) {
        return offer("sale_price", "9.90 USD", "sale_price_effective_date", dates);
    }

    private static Offer offer(String... cells) {
        return listing(cells).offers().getFirst();
    }

    private static Listing listing(String... cells) {
        List<XmlElement> children = new ArrayList<>();
        for (int i = 0; i < cells.length; i += 2) {
            children.add(element(cells[i], cells[i + 1]));
        }
        children.add(element("id", "a1"));
        children.add(element("title", "Tea"));
        children.add(element("price", "15.00 USD"));
        return TRANSLATE.listing(
                new FeedRecord.Element(
                        "feed.xml line 9", new XmlElement("item", Map.of(), "", children, 9)),
                NOW,
                NOW);
    }

    private static XmlElement element(String name, String text) {
        return new XmlElement(name, Map.of(), text, List.of(), 1);
    }
}
