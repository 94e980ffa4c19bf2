package com.truecart.app.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.app.testing.TestDatabase;
import com.truecart.model.Localized;
import com.truecart.model.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class RecordTest {
    private static final Instant NOW = Instant.parse("2026-07-24T12:00:00Z");

    private JdbcClient jdbc;
    private JdbcCatalogRecorder recorder;
    private JdbcCatalog catalog;

    @BeforeEach
    void emptyRecord() {
        jdbc = JdbcClient.create(TestDatabase.fresh());
        recorder = new JdbcCatalogRecorder(jdbc);
        catalog = new JdbcCatalog(jdbc);
        for (String id : List.of("watch", "watch2", "shop")) {
            jdbc.sql(
                            "insert into connection (id, kind, name, created_at) values (:id, :kind, '{\"en\":\"x\"}', now())")
                    .param("id", id)
                    .param("kind", id.startsWith("watch") ? "pricewatch" : "feed")
                    .update();
        }
    }

    private CatalogRecorder.Recorded record(String connection, Facts... facts) {
        CatalogRecorder.Recorded recorded =
                recorder.record(
                        connection, 1, List.of(facts).stream().map(Facts::listing).toList());
        recorder.match(connection, NOW);
        return recorded;
    }

    private long count(String what) {
        return jdbc.sql("select count(*) from " + what).query(Long.class).single();
    }

    private UUID productOf(String upstreamId) {
        return jdbc.sql("select product_id from listing where upstream_id = :id")
                .param("id", upstreamId)
                .query(UUID.class)
                .single();
    }

    @Test
    void theSamePageAgainChangesNothing() {
        Facts sauce = Facts.of("1").at("a", 1290).at("b", 1350);
        record("watch", sauce);

        assertThat(record("watch", sauce)).isEqualTo(new CatalogRecorder.Recorded(1, 2, 0, 0));
    }

    @Test
    void whereKeysDoNotStayPricesAreKnownAndHaveNoHistory() {
        recorder.record(
                "shop",
                1,
                List.of(Facts.of("1").at("a", 1290).listing()),
                CatalogRecorder.History.NOT_KEPT);
        assertThat(count("offer")).isEqualTo(1);
        assertThat(count("price_observation")).isZero();
    }

    @Test
    void oneObservationADayWhileNothingChanges() {
        record("shop", Facts.of("1").at("a", 1290).seen("2026-07-15T01:00:00Z"));
        record("shop", Facts.of("1").at("a", 1290).seen("2026-07-15T09:00:00Z"));
        record("shop", Facts.of("1").at("a", 1250).seen("2026-07-15T10:00:00Z"));
        record("shop", Facts.of("1").at("a", 1250).seen("2026-07-15T11:00:00Z"));
        record("shop", Facts.of("1").at("a", 1250).seen("2026-07-16T11:00:00Z"));

        assertThat(
                        jdbc.sql("select price from price_observation order by seen_at")
                                .query(Long.class)
                                .list())
                .containsExactly(1290L, 1250L, 1250L);
    }

    @Test
    void daysInAnyOrderEndWithTheNewestAsCurrent() {
        List<Facts> days = new ArrayList<>();
        for (int day = 10; day < 20; day++) {
            days.add(
                    Facts.of("1")
                            .titled(Localized.of("en", "Sauce, day " + day))
                            .at("a", 1000 + day)
                            .seen("2026-07-" + day + "T00:00:00Z"));
        }
        Collections.shuffle(days, new Random(7));

        days.forEach(day -> record("watch", day));

        OfferFacts offer =
                catalog.product(new ProductId(productOf("1"))).orElseThrow().offers().getFirst();
        assertThat(offer.price()).isEqualTo(Money.of(1019, "HKD"));
        assertThat(offer.seenAt()).isEqualTo(Instant.parse("2026-07-19T00:00:00Z"));
        assertThat(offer.listingTitle()).isEqualTo(Localized.of("en", "Sauce, day 19"));
        assertThat(count("price_observation")).isEqualTo(10);
        assertThat(jdbc.sql("select first_seen_at from offer").query(Instant.class).single())
                .isEqualTo(Instant.parse("2026-07-10T00:00:00Z"));
    }

    @Test
    void twoDaysOfOneListingFitOnOnePage() {
        record(
                "watch",
                Facts.of("1").at("a", 1100).seen("2026-07-16T00:00:00Z"),
                Facts.of("1").at("a", 1000).seen("2026-07-15T00:00:00Z"));

        assertThat(count("price_observation")).isEqualTo(2);
        assertThat(jdbc.sql("select price from offer").query(Long.class).single()).isEqualTo(1100);
    }

    @Test
    void whatIsNotListedAnyMoreIsWithdrawnAndComesBackWhenSeenAgain() {
        record("shop", Facts.of("1").at("a", 1000).at("b", 900), Facts.of("2").at("a", 500));
        record("shop", Facts.of("1").at("a", 1000).seen("2026-07-16T00:00:00Z"));

        int gone = recorder.complete("shop", Instant.parse("2026-07-16T00:00:00Z"));

        assertThat(gone).isEqualTo(2);
        assertThat(count("offer where withdrawn_at is null")).isEqualTo(1);
        assertThat(count("listing where withdrawn_at is null")).isEqualTo(1);
        // the day it went is seen again, as a folder read twice does: still gone
        assertThat(record("shop", Facts.of("2").at("a", 500)).changed()).isZero();
        record("shop", Facts.of("2").at("a", 500).seen("2026-07-17T00:00:00Z"));
        assertThat(count("offer where withdrawn_at is null")).isEqualTo(2);
    }

    @Test
    void anOlderDayBroughtLaterCannotBringBackWhatIsGone() {
        record("watch", Facts.of("1").at("a", 1000).seen("2026-07-20T00:00:00Z"));
        recorder.complete("watch", Instant.parse("2026-07-20T00:00:00Z"));
        record("watch", Facts.of("2").at("a", 500).seen("2026-07-18T00:00:00Z"));

        int gone = recorder.complete("watch", Instant.parse("2026-07-18T00:00:00Z"));

        assertThat(gone).isEqualTo(1);
        assertThat(count("offer where withdrawn_at is null")).isEqualTo(1);
    }

    @Test
    void theBarcodeMakesOneProductOfTwoShopsListings() {
        record("watch", Facts.of("1").gtin("4891028164456").at("a", 1000));
        record("shop", Facts.of("x").gtin("4891028164456").by("Other").at("shop", 900));

        assertThat(productOf("x")).isEqualTo(productOf("1"));
        assertThat(
                        jdbc.sql("select rule || ': ' || evidence from match_decision order by id")
                                .query(String.class)
                                .list())
                .containsExactly("gtin: GTIN 04891028164456", "gtin: GTIN 04891028164456");
    }

    @Test
    void brandAndPartNumberMakeOneProductHoweverTheyAreWritten() {
        record("watch", Facts.of("1").by("Volt-Age").mpn("VX 100").at("a", 1000));
        record("shop", Facts.of("x").by("VOLTAGE").mpn("vx-100").at("shop", 900));

        assertThat(productOf("x")).isEqualTo(productOf("1"));
    }

    @Test
    void aPartNumberDoesNotUniteTwoBarcodes() {
        record("watch", Facts.of("1").mpn("VX100").gtin("4891028164456").at("a", 1000));
        record("shop", Facts.of("x").mpn("VX100").gtin("4006381333931").at("shop", 900));

        assertThat(productOf("x")).isNotEqualTo(productOf("1"));
    }

    @Test
    void aSharedCodeCountsWithinItsKindOnly() {
        record("watch", Facts.of("1").code("P1").at("a", 1000));
        record("watch2", Facts.of("1b").code("P1").at("a", 1000));
        record("shop", Facts.of("x").code("P1").at("shop", 900));

        assertThat(productOf("1b")).isEqualTo(productOf("1"));
        assertThat(productOf("x")).isNotEqualTo(productOf("1"));
    }

    @Test
    void aProductSpeaksTheLanguagesOfAllItsListings() {
        record("watch", Facts.of("1").gtin("4891028164456").at("a", 1000));
        record(
                "shop",
                Facts.of("x")
                        .titled(Localized.of("zh-Hant", "生抽").and("en", "Light soy"))
                        .gtin("4891028164456")
                        .at("shop", 900));

        assertThat(catalog.product(new ProductId(productOf("1"))).orElseThrow().title())
                .isEqualTo(Localized.of("zh-Hant", "生抽").and("en", "Light soy"));
    }

    @Test
    void onlyChangedProductsWaitForTheIndex() {
        record("watch", Facts.of("1").at("a", 1000), Facts.of("2").at("a", 500));
        recorder.indexed(recorder.pending(10));

        record("watch", Facts.of("1").at("a", 1000).seen("2026-07-16T00:00:00Z"));
        assertThat(recorder.pending(10).products()).isEmpty();

        record("watch", Facts.of("2").at("a", 499).seen("2026-07-16T00:00:00Z"));
        assertThat(recorder.pending(10).products()).containsExactly(new ProductId(productOf("2")));
    }

    @Test
    void aProductRestatedWhileItIsBeingIndexedWaitsOnceMore() {
        record("watch", Facts.of("1").at("a", 1000));
        CatalogRecorder.Pending beingIndexed = recorder.pending(10);

        record("watch", Facts.of("1").at("a", 900).seen("2026-07-16T00:00:00Z"));
        recorder.indexed(beingIndexed);

        assertThat(recorder.pending(10).products()).containsExactly(new ProductId(productOf("1")));
    }

    @Test
    void aZeroCharacterInATextDoesNotStopThePage() {
        record(
                "shop",
                Facts.of("1").titled(Localized.of("en", "So\0y \\u0000 sauce")).at("a", 1000),
                Facts.of("2").at("a", 500));

        assertThat(count("offer")).isEqualTo(2);
        assertThat(catalog.product(new ProductId(productOf("1"))).orElseThrow().title())
                .isEqualTo(Localized.of("en", "So\uFFFDy \\u0000 sauce"));
    }

    @Test
    void aQuoteIsAnObservationOfItsOwn() {
        record("shop", Facts.of("1").at("a", 1000));
        OfferFacts offer =
                catalog.product(new ProductId(productOf("1"))).orElseThrow().offers().getFirst();

        catalog.observe(
                new PriceObservation(
                        offer.id(),
                        offer.store(),
                        Instant.parse("2026-07-16T04:00:00Z"),
                        Money.of(980, "HKD"),
                        java.util.Optional.empty(),
                        offer.availability(),
                        List.of("10 off"),
                        PriceObservation.Source.QUOTE));

        assertThat(catalog.history(offer.productId(), Instant.EPOCH))
                .extracting(PriceObservation::source)
                .containsExactly(PriceObservation.Source.PULL, PriceObservation.Source.QUOTE);
    }
}
