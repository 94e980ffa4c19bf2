package com.truecart.app.handoff;

import com.truecart.spi.Cursor;
import com.truecart.spi.HandOffReference;
import com.truecart.spi.HandedOrder;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** The tables {@code handed_order} and {@code handed_order_reading}. */
@Repository
class HandedOrderRecord {
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    HandedOrderRecord(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /**
     * A reading that is due.
     *
     * @param cursor where the one before ended or was killed; empty for the first
     * @param firstClick no order of ours can be older
     */
    record Due(String connectionId, Optional<Cursor> cursor, Instant firstClick) {}

    /**
     * Takes the readings that are due, of connections that led somebody to a store; each is left
     * alone for the lease, so that two never read one, and a killed one is taken up again after it.
     */
    List<Due> takeDue(Instant now, Duration lease) {
        return jdbc.sql(
                        """
                        update handed_order_reading r set next_at = :until
                        where connection_id in
                            (select connection_id from handed_order_reading where next_at <= :now for update skip locked)
                        returning connection_id, cursor,
                            coalesce((select min(at) from hand_off_click c where c.connection_id = r.connection_id), :now) as first_click
                        """)
                .param("until", ClickRecord.utc(now.plus(lease)))
                .param("now", ClickRecord.utc(now))
                .query((row, _) ->
                        new Due(
                                row.getString("connection_id"),
                                Optional.ofNullable(row.getString("cursor")).map(Cursor::new),
                                row.getObject("first_click", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Keeps a page and the place behind it, both or neither. */
    void keep(
            String connectionId,
            List<HandedOrder> orders,
            Duration matchWithin,
            Cursor behind,
            Instant now,
            Instant nextAt) {
        transaction.executeWithoutResult(_ -> {
            orders.forEach(order -> keep(connectionId, order, matchWithin, now));
            jdbc.sql(
                            "update handed_order_reading set cursor = :cursor, next_at = :next where"
                                    + " connection_id = :connection")
                    .param("cursor", behind.token())
                    .param("next", ClickRecord.utc(nextAt))
                    .param("connection", connectionId)
                    .update();
        });
    }

    /** Reads on then, from the same place. */
    void again(String connectionId, Instant then) {
        jdbc.sql(
                        "update handed_order_reading set next_at = :then where connection_id = :connection")
                .param("then", ClickRecord.utc(then))
                .param("connection", connectionId)
                .update();
    }

    /** Reads then, from the first visit on. */
    void fromTheFirst(String connectionId, Instant then) {
        jdbc.sql(
                        "update handed_order_reading set cursor = null, next_at = :then where"
                                + " connection_id = :connection")
                .param("then", ClickRecord.utc(then))
                .param("connection", connectionId)
                .update();
    }

    /** Forgets visits no order came of, and orders that came of no visit of ours. */
    void forget(Instant before) {
        jdbc.sql("delete from handed_order where click is null and changed_at < :before")
                .param("before", ClickRecord.utc(before))
                .update();
        jdbc.sql(
                        """
                        delete from hand_off_click c
                        where at < :before and not exists (select from handed_order o where o.click = c.reference)
                        """)
                .param("before", ClickRecord.utc(before))
                .update();
    }

    private void keep(String connectionId, HandedOrder order, Duration matchWithin, Instant now) {
        Optional<String> click =
                order.reference().isPresent()
                        ? byReference(connectionId, order.reference().get())
                        : byListing(connectionId, order, matchWithin);
        jdbc.sql(
                        """
                        insert into handed_order
                            (connection_id, line_key, order_id, upstream_id, quantity, reference, click, matched_by, status, status_text,
                             currency, paid, ordered_at, changed_at, read_at)
                        values (:connection, :line, :order, :upstream, :quantity, :reference, :click, :matched, :status, :text,
                                :currency, :paid, :ordered, :changed, :now)
                        on conflict (connection_id, line_key) do update
                        set quantity = excluded.quantity, status = excluded.status, status_text = excluded.status_text,
                            currency = excluded.currency, paid = excluded.paid, changed_at = excluded.changed_at, read_at = excluded.read_at,
                            click = coalesce(handed_order.click, excluded.click),
                            matched_by = coalesce(handed_order.matched_by, excluded.matched_by)
                        where handed_order.changed_at <= excluded.changed_at
                        """)
                .param("connection", connectionId)
                .param("line", order.lineKey())
                .param("order", order.orderId())
                .param("upstream", order.listing().orElse(null), Types.VARCHAR)
                .param("quantity", order.quantity())
                .param(
                        "reference",
                        order.reference().map(HandOffReference::value).orElse(null),
                        Types.VARCHAR)
                .param("click", click.orElse(null), Types.VARCHAR)
                .param(
                        "matched",
                        click.map(_ -> order.reference().isPresent() ? "reference" : "listing")
                                .orElse(null),
                        Types.VARCHAR)
                .param("status", order.status().name())
                .param("text", order.statusText())
                .param("currency", ClickRecord.code(order.paid()), Types.VARCHAR)
                .param("paid", ClickRecord.minor(order.paid()), Types.BIGINT)
                .param("ordered", ClickRecord.utc(order.orderedAt()))
                .param("changed", ClickRecord.utc(order.changedAt()))
                .param("now", ClickRecord.utc(now))
                .update();
    }

    private Optional<String> byReference(String connectionId, HandOffReference reference) {
        return jdbc.sql(
                        "select reference from hand_off_click where reference = :reference and"
                                + " connection_id = :connection")
                .param("reference", reference.value())
                .param("connection", connectionId)
                .query(String.class)
                .optional();
    }

    /**
     * The latest visit to this listing shortly before. Where two shoppers went there, nobody can
     * say whose order it is, and neither is shown it.
     */
    private Optional<String> byListing(
            String connectionId, HandedOrder order, Duration matchWithin) {
        return order.listing()
                .flatMap(listing ->
                        jdbc.sql(
                                        """
                                        select (array_agg(reference order by at desc))[1] from hand_off_click
                                        where connection_id = :connection and upstream_id = :listing and at > :from and at <= :ordered
                                        having count(distinct shopper) = 1
                                        """)
                                .param("connection", connectionId)
                                .param("listing", listing)
                                .param(
                                        "from",
                                        ClickRecord.utc(order.orderedAt().minus(matchWithin)))
                                .param("ordered", ClickRecord.utc(order.orderedAt()))
                                .query(String.class)
                                .optional());
    }
}
