package com.truecart.app.compare;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts the record. */
@Repository
class RecordFigures implements Figures.Source {

    private final JdbcClient database;
    private final Clock clock;

    RecordFigures(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Figures now() {
        return database.sql(
                        """
                        select count(distinct (o.connection_id, o.seller_id)) as stores,
                               count(distinct l.product_id) as products,
                               count(*) filter (where o.last_seen_at >= :since) as fresh
                        from offer o join listing l on l.id = o.listing_id
                        where o.withdrawn_at is null and l.withdrawn_at is null
                        """)
                .param("since", Timestamp.from(clock.instant().minus(Duration.ofHours(24))))
                .query((row, _) ->
                        new Figures(
                                row.getLong("stores"),
                                row.getLong("products"),
                                row.getLong("fresh")))
                .single();
    }
}
