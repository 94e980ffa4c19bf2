package com.truecart.app.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.app.testing.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class RecordFiguresTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    private final JdbcClient database = JdbcClient.create(TestDatabase.fresh());
    private final RecordFigures figures =
            new RecordFigures(database, Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void anEmptyRecordHasNothing() {
        assertThat(figures.now()).isEqualTo(new Figures(0, 0, 0));
    }

    @Test
    void onlyWhatIsOfferedNowCountsAndOnlyWhatWasSeenInADayIsFresh() {
        connection();
        product(1);
        product(2);
        offer(1, "EAST", "2026-11-23T09:00:00Z", null);
        offer(1, "WEST", "2026-11-22T09:00:00Z", null);
        offer(2, "NORTH", "2026-11-23T09:00:00Z", "2026-11-23T09:30:00Z");
        assertThat(figures.now()).isEqualTo(new Figures(2, 1, 1));
    }

    private void connection() {
        database.sql(
                        """
                        insert into connection (id, kind, name, settings, pull_every_seconds, enabled, created_at)
                        values ('watch', 'pricewatch', '{"en": "Watch"}', '{}', 3600, true, now())
                        """)
                .update();
    }

    private void product(int number) {
        database.sql(
                        """
                        with made as (
                            insert into product (id, title, category, created_at, changed_at)
                            values (gen_random_uuid(), '{"en": "Rice"}', '[]', now(), now()) returning id)
                        insert into listing (connection_id, upstream_id, product_id, title, category, attributes, content_hash,
                                             first_seen_at, last_seen_at)
                        select 'watch', :upstream, id, '{"en": "Rice"}', '[]', '{}', '\\x00', now(), now() from made
                        """)
                .param("upstream", "P" + number)
                .update();
    }

    private void offer(
            int product,
            String seller,
            String seen,
            @org.jspecify.annotations.Nullable String gone) {
        database.sql(
                        """
                        insert into seller (connection_id, id, name) values ('watch', :seller, '{"en": "S"}')
                        """)
                .param("seller", seller)
                .update();
        database.sql(
                        """
                        insert into offer (listing_id, connection_id, seller_id, currency, price, availability, condition,
                                           first_seen_at, last_seen_at, withdrawn_at)
                        select id, 'watch', :seller, 'HKD', 1290, 'IN_STOCK', 'NEW', cast(:seen as timestamptz), cast(:seen as timestamptz),
                               cast(:gone as timestamptz)
                        from listing where upstream_id = :upstream
                        """)
                .param("seller", seller)
                .param("seen", seen)
                .param("gone", gone)
                .param("upstream", "P" + product)
                .update();
    }
}
