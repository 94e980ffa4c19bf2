package com.truecart.app.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.truecart.app.catalog.ProductId;
import com.truecart.app.testing.HandClock;
import com.truecart.app.testing.TestDatabase;
import com.truecart.model.Localized;
import com.truecart.model.Money;
import com.truecart.spi.HandOffReference;
import com.truecart.spi.HandedOrder;
import com.truecart.spi.HandedOrder.Status;
import com.truecart.spi.UpstreamException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What became of hand-offs, on a real database with an upstream that tells what it is told. */
class HandedOrderReadingTest {
    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");
    private static final UUID MEI = UUID.fromString("3f0a1c6e-7d5b-4c1e-9a62-0c4a2f6b8d11");
    private static final UUID LEE = UUID.fromString("9c1f2d3e-4b5a-4c7d-8e9f-a0b1c2d3e4f5");
    private static final HandOffReference FIRST = new HandOffReference("first00000000001");
    private static final HandOffReference SECOND = new HandOffReference("second0000000002");
    private static final HandOffSettings SETTINGS =
            new HandOffSettings(Duration.ofHours(1), 3, Duration.ofDays(1), Duration.ofDays(90));

    private final HandClock clock = new HandClock(NOON);
    private final ToldOrders upstream = new ToldOrders();
    private HandedOrderRecord record;
    private ClickRecord clicks;

    @BeforeEach
    void openDatabase() {
        DataSource database = TestDatabase.fresh();
        JdbcClient jdbc = JdbcClient.create(database);
        record =
                new HandedOrderRecord(
                        jdbc, new TransactionTemplate(new JdbcTransactionManager(database)));
        clicks = new ClickRecord(jdbc, upstream);
    }

    @Test
    void whatWasPaidStandsBesideWhatWasPredicted() {
        visits(MEI, FIRST);
        upstream.end("w", order("A", Status.PAID).echoing(FIRST).build());
        readWhatIsDue();

        assertThat(clicks.latest(LEE, 10)).isEmpty();
        assertThat(clicks.latest(MEI, 10))
                .singleElement()
                .satisfies(report -> {
                    assertThat(report.predicted()).contains(Money.of(49_90, "CNY"));
                    assertThat(report.paid()).contains(Money.of(47_00, "CNY"));
                    assertThat(report.status()).isEqualTo(Status.PAID);
                    assertThat(report.statusText()).isEqualTo("word of PAID");
                    assertThat(report.source().in(Locale.ENGLISH)).isEqualTo("Pinduoduo");
                    assertThat(report.matchedByReference()).isTrue();
                    assertThat(report.otherListing()).isFalse();
                    assertThat(report.differs()).isTrue();
                    assertThat(report.readAt()).isEqualTo(NOON);
                });
    }

    @Test
    void withoutAReferenceTheLatestVisitToTheListingIsItAndMarkedSo() {
        visits(MEI, FIRST);
        clock.forward(Duration.ofHours(2));
        upstream.end("w", order("A", Status.PAID).at(NOON.plusSeconds(600)).build());
        readWhatIsDue();
        assertThat(clicks.latest(MEI, 10))
                .singleElement()
                .satisfies(report -> assertThat(report.matchedByReference()).isFalse());
    }

    @Test
    void whereTwoShoppersWentThereNobodyIsShownTheOrder() {
        visits(MEI, FIRST);
        visits(LEE, SECOND);
        upstream.end("w", order("A", Status.PAID).at(NOON.plusSeconds(600)).build());
        readWhatIsDue();
        assertThat(clicks.latest(MEI, 10)).isEmpty();
        assertThat(clicks.latest(LEE, 10)).isEmpty();
    }

    @Test
    void anOrderBeforeTheVisitOrLongAfterItOrOfAnothersLinkIsNotTheShoppers() {
        visits(MEI, FIRST);
        upstream.end(
                "w",
                order("A", Status.PAID).at(NOON.minusSeconds(1)).build(),
                order("B", Status.PAID).at(NOON.plus(Duration.ofDays(1))).build(),
                order("C", Status.PAID).at(NOON.plusSeconds(9)).echoing(SECOND).build());
        readWhatIsDue();
        assertThat(clicks.latest(MEI, 10)).isEmpty();
    }

    @Test
    void somethingElseBoughtOnTheVisitIsNotComparedWithThePrediction() {
        visits(MEI, FIRST);
        upstream.end("w", order("A", Status.PAID).echoing(FIRST).of("other").build());
        readWhatIsDue();
        assertThat(clicks.latest(MEI, 10))
                .singleElement()
                .satisfies(report -> {
                    assertThat(report.otherListing()).isTrue();
                    assertThat(report.differs()).isFalse();
                });
    }

    @Test
    void aLaterStatementReplacesAnEarlierOneAndNeverTheOtherWayRound() {
        visits(MEI, FIRST);
        HandedOrder paid = order("A", Status.PAID).echoing(FIRST).build();
        HandedOrder settled =
                order("A", Status.SETTLED).echoing(FIRST).changed(NOON.plusSeconds(60)).build();
        upstream.end("w", settled, paid, settled);
        readWhatIsDue();
        assertThat(clicks.latest(MEI, 10))
                .extracting(HandOffReport::status)
                .containsExactly(Status.SETTLED);
    }

    @Test
    void aKilledReadingGoesOnBehindTheLastPageThatWasKept() {
        visits(MEI, FIRST);
        upstream.more("second page", order("A", Status.PAID).echoing(FIRST).build());
        upstream.fails(new IllegalStateException("killed"));
        assertThatThrownBy(this::readWhatIsDue).hasMessage("killed");
        assertThat(clicks.latest(MEI, 10)).hasSize(1);

        readWhatIsDue();
        assertThat(upstream.asked()).hasSize(2);

        clock.forward(HandedOrderReading.LEASE);
        upstream.end("w", order("B", Status.PAID).echoing(FIRST).build());
        readWhatIsDue();
        assertThat(clicks.latest(MEI, 10)).hasSize(2);
        assertThat(upstream.asked()).containsExactly("from " + NOON, "second page", "second page");
    }

    @Test
    void eachReadingBeginsAtTheWatermarkAnHourAfterTheOneBefore() {
        visits(MEI, FIRST);
        upstream.end("w1");
        readWhatIsDue();
        clock.forward(Duration.ofMinutes(59));
        readWhatIsDue();
        assertThat(upstream.asked()).hasSize(1);

        clock.forward(Duration.ofMinutes(1));
        upstream.end("w2");
        readWhatIsDue();
        assertThat(upstream.asked()).containsExactly("from " + NOON, "w1");
    }

    @Test
    void manyPagesAreReadInSeveralGoes() {
        visits(MEI, FIRST);
        upstream.more("p2");
        upstream.more("p3");
        upstream.more("p4");
        readWhatIsDue();
        assertThat(upstream.asked()).hasSize(SETTINGS.pagesAtOnce());
        upstream.end("w");
        readWhatIsDue();
        assertThat(upstream.asked()).endsWith("p4");
    }

    @Test
    void whoIsThrottledOrUnwantedTriesAgainFromTheSamePlaceInAnHour() {
        visits(MEI, FIRST);
        upstream.more("p2");
        upstream.fails(new UpstreamException.Throttled("slow down", Optional.empty()));
        readWhatIsDue();
        clock.forward(Duration.ofHours(1));
        upstream.end("w");
        readWhatIsDue();
        assertThat(upstream.asked()).containsExactly("from " + NOON, "p2", "p2");
    }

    @Test
    void aPlaceThatIsNotTheKindsIsGivenUp() {
        visits(MEI, FIRST);
        upstream.end("of an older release");
        readWhatIsDue();
        clock.forward(Duration.ofHours(1));
        upstream.fails(new IllegalArgumentException("cursor"));
        readWhatIsDue();
        clock.forward(Duration.ofHours(1));
        upstream.end("w");
        readWhatIsDue();
        assertThat(upstream.asked()).last().isEqualTo("from " + NOON);
    }

    @Test
    void whereNobodyWentNobodyIsAsked() {
        readWhatIsDue();
        assertThat(upstream.asked()).isEmpty();
    }

    @Test
    void visitsNothingCameOfAreForgottenInTheEnd() {
        visits(MEI, FIRST);
        visits(MEI, SECOND);
        upstream.end("w", order("A", Status.PAID).echoing(FIRST).build());
        readWhatIsDue();
        record.forget(NOON.plusSeconds(1));

        clock.forward(Duration.ofHours(1));
        upstream.end(
                "w",
                order("A", Status.SETTLED).echoing(FIRST).changed(NOON.plusSeconds(9)).build(),
                order("B", Status.PAID).echoing(SECOND).build());
        readWhatIsDue();
        assertThat(clicks.latest(MEI, 10))
                .extracting(HandOffReport::status)
                .containsExactly(Status.SETTLED);
    }

    private void visits(UUID shopper, HandOffReference reference) {
        clicks.issued(
                new Click(
                        reference,
                        shopper,
                        ToldOrders.ID,
                        Localized.of("en", "A shop"),
                        new ProductId(UUID.fromString("00000000-0000-4000-8000-000000000001")),
                        "sign",
                        Localized.of("en", "Tea"),
                        2,
                        Optional.of(Money.of(49_90, "CNY")),
                        clock.instant()));
    }

    private void readWhatIsDue() {
        HandedOrderReading reading = new HandedOrderReading(record, upstream, SETTINGS, clock);
        record.takeDue(clock.instant(), HandedOrderReading.LEASE).forEach(reading::read);
    }

    private static Statement order(String key, Status status) {
        return new Statement(key, status, "sign", Optional.empty(), NOON, NOON);
    }

    /** An order of two units for CNY 47, as the upstream states it. */
    private record Statement(
            String key,
            Status status,
            String listing,
            Optional<HandOffReference> reference,
            Instant ordered,
            Instant changedAt) {

        Statement echoing(HandOffReference echoed) {
            return new Statement(key, status, listing, Optional.of(echoed), ordered, changedAt);
        }

        Statement of(String other) {
            return new Statement(key, status, other, reference, ordered, changedAt);
        }

        Statement at(Instant moment) {
            return new Statement(key, status, listing, reference, moment, moment);
        }

        Statement changed(Instant moment) {
            return new Statement(key, status, listing, reference, ordered, moment);
        }

        HandedOrder build() {
            return new HandedOrder(
                    key,
                    "order " + key,
                    Optional.of(listing),
                    2,
                    Optional.of(Money.of(47_00, "CNY")),
                    reference,
                    status,
                    "word of " + status,
                    ordered,
                    changedAt);
        }
    }
}
