package com.truecart.app.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.app.catalog.CatalogRecorder;
import com.truecart.app.testing.HandClock;
import com.truecart.app.testing.TestDatabase;
import com.truecart.model.Availability;
import com.truecart.model.Identifiers;
import com.truecart.model.ItemCondition;
import com.truecart.model.Listing;
import com.truecart.model.Localized;
import com.truecart.model.Money;
import com.truecart.model.Offer;
import com.truecart.model.Seller;
import com.truecart.spi.CatalogSource;
import com.truecart.spi.Connector;
import com.truecart.spi.Cursor;
import com.truecart.spi.Health;
import com.truecart.spi.Page;
import com.truecart.spi.Pull;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class CompletenessTest {
    private static final Instant BEGAN = Instant.parse("2026-11-23T10:00:00Z");

    /**
     * A document without a date counts as published when it is fetched, and a restart fetches it
     * anew.
     */
    @Test
    void whatWasRecordedBeforeARestartIsNotGoneAfterIt() {
        DataSource database = TestDatabase.fresh();
        JdbcClient jdbc = JdbcClient.create(database);
        jdbc.sql(
                        "insert into connection (id, kind, name, created_at) values ('shop', 'feed', '{\"en\":\"x\"}', now())")
                .update();
        try (AnnotationConfigApplicationContext catalog =
                new AnnotationConfigApplicationContext()) {
            catalog.registerBean(JdbcClient.class, () -> jdbc);
            catalog.scan("com.truecart.app.catalog");
            catalog.refresh();
            PullRuns runs = new PullRuns(jdbc, new HandClock(BEGAN));
            Puller puller =
                    new Puller(
                            (_, _) -> new TwoPages(),
                            catalog.getBean(CatalogRecorder.class),
                            runs,
                            jdbc,
                            new TransactionTemplate(new JdbcTransactionManager(database)),
                            new SimpleMeterRegistry());
            PullRun run = runs.begin("shop", PullRun.Trigger.DEMAND, 1, true).orElseThrow();

            puller.pullListings(run);

            assertThat(runs.find(run.id()).orElseThrow().failure()).isEmpty();
            assertThat(
                            jdbc.sql(
                                            "select upstream_id from listing where withdrawn_at is null order by 1")
                                    .query(String.class)
                                    .list())
                    .containsExactlyInAnyOrder("before", "after");
        }
    }

    /** The first page was fetched a minute before the second. */
    private static final class TwoPages implements Connector, CatalogSource {
        @Override
        public Page<Listing> page(Pull pull) {
            Instant refetched = BEGAN.plusSeconds(65);
            return pull instanceof Pull.Resume
                    ? new Page<>(
                            List.of(listing("after", refetched)),
                            List.of(),
                            new Page.Done(Optional.empty(), Optional.of(refetched)))
                    : new Page<>(
                            List.of(listing("before", BEGAN.plusSeconds(5))),
                            List.of(),
                            new Page.More(new Cursor("2")));
        }

        @Override
        public Health check() {
            return new Health.Up("fine");
        }

        @Override
        public CatalogSource catalog() {
            return this;
        }

        @Override
        public void close() {
            // nothing is held
        }
    }

    private static Listing listing(String id, Instant seenAt) {
        return new Listing(
                id,
                Optional.empty(),
                Localized.of("en", id),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                new Identifiers(Optional.empty(), Optional.empty(), Optional.empty()),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                List.of(
                        new Offer(
                                new Seller("shop", Localized.of("en", "Shop")),
                                Money.of(1000, "HKD"),
                                Optional.empty(),
                                Availability.UNSTATED,
                                ItemCondition.NEW,
                                List.of())),
                seenAt);
    }
}
