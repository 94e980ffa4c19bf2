package com.truecart.app.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.app.catalog.OfferFacts;
import com.truecart.app.catalog.ProductFacts;
import com.truecart.app.catalog.ProductId;
import com.truecart.app.catalog.StoreId;
import com.truecart.app.connection.Connection;
import com.truecart.model.Availability;
import com.truecart.model.DeliveryTerms;
import com.truecart.model.ItemCondition;
import com.truecart.model.Localized;
import com.truecart.model.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** In which order offers stand, and what is marked where products stand side by side. */
class ComparisonTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final StoreId SILENT = new StoreId("silent", "s");
    private static final StoreId DEAR = new StoreId("dear", "d");
    private static final StoreId FREE = new StoreId("free", "f");
    private static final Localized NAME = Localized.of("en", "Name");

    private static final Market MARKET =
            new Market(
                    Map.of(),
                    Map.of(
                            "silent", connection("silent", Optional.empty()),
                            "dear",
                                    connection(
                                            "dear",
                                            Optional.of(
                                                    new DeliveryTerms(
                                                            hkd(3000), Optional.empty()))),
                            "free",
                                    connection(
                                            "free",
                                            Optional.of(
                                                    new DeliveryTerms(hkd(0), Optional.empty())))),
                    Set.of("free"),
                    Set.of("silent"),
                    Map.of(),
                    Map.of(),
                    Map.of(),
                    NOW);

    @Test
    void anOfferSaysWhetherItsStoreTakesOrders() {
        List<PricedOffer> offers =
                MARKET.offersOf(
                        product(
                                1,
                                Map.of(),
                                offer(1, DEAR, 9000, true),
                                offer(2, FREE, 11000, true)));

        assertThat(offers)
                .filteredOn(PricedOffer::orderable)
                .extracting(priced -> priced.offer().store())
                .containsExactly(FREE);
    }

    @Test
    void offersRankByWhatIsPaidWithDelivery() {
        List<PricedOffer> offers =
                MARKET.offersOf(
                        product(
                                1,
                                Map.of(),
                                offer(1, DEAR, 9000, true),
                                offer(2, FREE, 11000, true)));
        assertThat(offers).extracting(priced -> priced.offer().store()).containsExactly(FREE, DEAR);
        assertThat(offers)
                .extracting(priced -> priced.price().payable())
                .containsExactly(hkd(11000), hkd(12000));
    }

    @Test
    void anUnknownFeeIsNotAFreeOne() {
        List<PricedOffer> offers =
                MARKET.offersOf(
                        product(
                                1,
                                Map.of(),
                                offer(1, SILENT, 9000, true),
                                offer(2, DEAR, 9000, true)));
        assertThat(offers)
                .extracting(priced -> priced.offer().store())
                .containsExactly(DEAR, SILENT);
        assertThat(offers.getLast().isDeliveryKnown()).isFalse();
    }

    @Test
    void whatCannotBeBoughtIsNeverTheBest() {
        ProductFacts product =
                product(1, Map.of(), offer(1, FREE, 100, false), offer(2, FREE, 9000, true));
        ProductCard card = new ProductCard(product, MARKET.offersOf(product));
        assertThat(card.best().orElseThrow().offer().id()).isEqualTo(2);
        assertThat(card.lowestGoods()).contains(hkd(9000));
    }

    @Test
    void onlyDifferingRowsAreMarkedAndOnlyTheLowestAmount() {
        Comparison comparison =
                new Comparison(
                        List.of(
                                candidate(
                                        product(
                                                1,
                                                Map.of("Size", "1 kg", "Origin", "Japan"),
                                                offer(1, FREE, 9000, true))),
                                candidate(
                                        product(
                                                2,
                                                Map.of("Size", "2 kg", "Origin", "Japan"),
                                                offer(2, FREE, 8000, true)))));
        Comparison.Row goods = row(comparison, new Comparison.Subject.Fact("goods"));
        assertThat(goods.cells())
                .containsExactly(
                        new Comparison.Cell.Amount(hkd(9000), false),
                        new Comparison.Cell.Amount(hkd(8000), true));
        assertThat(row(comparison, new Comparison.Subject.Attribute("Size")).differs()).isTrue();
        assertThat(row(comparison, new Comparison.Subject.Attribute("Origin")).differs()).isFalse();
    }

    @Test
    void equalAmountsDifferInNothing() {
        Comparison comparison =
                new Comparison(
                        List.of(
                                candidate(product(1, Map.of(), offer(1, FREE, 9000, true))),
                                candidate(product(2, Map.of(), offer(2, FREE, 9000, true)))));
        Comparison.Row goods = row(comparison, new Comparison.Subject.Fact("goods"));
        assertThat(goods.differs()).isFalse();
        assertThat(goods.cells()).containsOnly(new Comparison.Cell.Amount(hkd(9000), false));
    }

    private static Comparison.Row row(Comparison comparison, Comparison.Subject subject) {
        return comparison.rows().stream()
                .filter(row -> row.subject().equals(subject))
                .findFirst()
                .orElseThrow();
    }

    private static Comparison.Candidate candidate(ProductFacts product) {
        return new Comparison.Candidate(
                new ProductCard(product, MARKET.offersOf(product)), Optional.empty());
    }

    private static Money hkd(long minor) {
        return Money.of(minor, "HKD");
    }

    private static Connection connection(String id, Optional<DeliveryTerms> delivery) {
        return new Connection(id, "kind", NAME, Map.of(), delivery, Duration.ofDays(1), true);
    }

    private static ProductFacts product(
            int number, Map<String, String> attributes, OfferFacts... offers) {
        return new ProductFacts(
                new ProductId(new UUID(0, number)),
                NAME,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                attributes,
                OptionalInt.empty(),
                List.of(offers));
    }

    private static OfferFacts offer(long id, StoreId store, long price, boolean inStock) {
        return new OfferFacts(
                id,
                new ProductId(new UUID(0, 1)),
                store,
                "u" + id,
                NAME,
                Optional.empty(),
                List.of(),
                hkd(price),
                Optional.empty(),
                inStock ? Availability.IN_STOCK : Availability.OUT_OF_STOCK,
                ItemCondition.NEW,
                List.of(),
                Optional.empty(),
                NOW);
    }
}
