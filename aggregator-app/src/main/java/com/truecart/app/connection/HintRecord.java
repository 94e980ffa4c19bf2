package com.truecart.app.connection;

import com.truecart.spi.Webhooks;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code hint}: what upstreams sent, and what is still to be done about it. */
@Repository
class HintRecord {
    private static final int LONGEST_ID = 200;
    private final JdbcClient jdbc;

    HintRecord(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps a hint; false where it is there already, under the upstream's name for it. */
    boolean keep(String connectionId, Webhooks.Hint hint, Instant now) {
        @Nullable String order =
                hint.about() instanceof Webhooks.AnOrder(String upstreamOrderId)
                        ? upstreamOrderId
                        : null;
        boolean nothingToDo = hint.about() instanceof Webhooks.NothingWeFollow;
        return jdbc.sql(
                                """
                                insert into hint (connection_id, event_id, about, upstream_order, heard_at, next_try_at)
                                values (:connection, :event, :about, :order, :now, :next)
                                on conflict do nothing
                                """)
                        .param("connection", connectionId)
                        .param("event", shortened(hint.eventId()))
                        .param("about", nameOf(hint.about()))
                        .param("order", order, java.sql.Types.VARCHAR)
                        .param("now", utc(now))
                        .param(
                                "next",
                                nothingToDo ? null : utc(now),
                                java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                        .update()
                == 1;
    }

    /**
     * Takes hints that are due, the oldest first; each is left alone for the lease, so that a
     * worker that dies loses none and two take none twice.
     */
    List<Taken> takeDue(Instant now, Duration lease, int atMost) {
        return jdbc.sql(
                        """
                        update hint set next_try_at = :until, attempts = attempts + 1
                        where (connection_id, event_id) in
                            (select connection_id, event_id from hint where next_try_at <= :now
                             order by next_try_at limit :atMost for update skip locked)
                        returning *
                        """)
                .param("until", utc(now.plus(lease)))
                .param("now", utc(now))
                .param("atMost", atMost)
                .query(HintRecord::taken)
                .list();
    }

    void done(Hint hint) {
        jdbc.sql(
                        "update hint set next_try_at = null where connection_id = :connection and"
                                + " event_id = :event")
                .param("connection", hint.connectionId())
                .param("event", hint.eventId())
                .update();
    }

    /**
     * Offers it again then.
     *
     * @param failed whether this try counts; having to wait does not
     */
    void again(Hint hint, Instant then, boolean failed) {
        jdbc.sql(
                        """
                        update hint set next_try_at = :then, attempts = attempts - :uncounted
                        where connection_id = :connection and event_id = :event
                        """)
                .param("then", utc(then))
                .param("uncounted", failed ? 0 : 1)
                .param("connection", hint.connectionId())
                .param("event", hint.eventId())
                .update();
    }

    /** When each connection's upstream last sent something; one that never did is absent. */
    Map<String, Instant> latest() {
        Map<String, Instant> byConnection = new HashMap<>();
        jdbc.sql("select connection_id, max(heard_at) as at from hint group by connection_id")
                .query(row -> {
                    byConnection.put(
                            row.getString("connection_id"),
                            row.getObject("at", OffsetDateTime.class).toInstant());
                });
        return byConnection;
    }

    /** Forgets what was acted on so long ago that no upstream sends it again. */
    int forget(Instant before) {
        return jdbc.sql("delete from hint where heard_at < :before and next_try_at is null")
                .param("before", utc(before))
                .update();
    }

    /** A hint with how often it was taken, this time included. */
    record Taken(Hint hint, int attempts) {}

    private static Taken taken(ResultSet row, int number) throws SQLException {
        return new Taken(
                new Hint(
                        row.getString("connection_id"),
                        row.getString("event_id"),
                        about(row.getString("about"), row.getString("upstream_order")),
                        row.getObject("heard_at", OffsetDateTime.class).toInstant()),
                row.getInt("attempts"));
    }

    private static String nameOf(Webhooks.About about) {
        return switch (about) {
            case Webhooks.TheCatalogue _ -> "catalogue";
            case Webhooks.AnOrder _ -> "order";
            case Webhooks.NothingWeFollow _ -> "nothing";
        };
    }

    private static Webhooks.About about(String name, String order) {
        return switch (name) {
            case "catalogue" -> new Webhooks.TheCatalogue();
            case "order" -> new Webhooks.AnOrder(order);
            default -> new Webhooks.NothingWeFollow();
        };
    }

    private static String shortened(String eventId) {
        return eventId.length() <= LONGEST_ID
                ? eventId
                : "sha256:" + Digests.sha256(eventId.getBytes(StandardCharsets.UTF_8));
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
