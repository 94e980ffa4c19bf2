package com.truecart.app.order;

import static com.truecart.app.order.OrderRecord.COLUMNS;
import static com.truecart.app.order.OrderRecord.utc;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When sub-orders are looked after, and the wake-ups made of that. */
@Repository
class DueRecord {
    /** The name under which db-scheduler keeps the wake-ups of orders. */
    static final String TASK = "order";

    private static final Duration ENDED_UNLOOKED_FOR = Duration.ofMinutes(10);
    private final JdbcClient jdbc;

    DueRecord(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Takes what is due of an order; each is left alone for the lease. Only whoever holds the
     * order's wake-up calls this: so whatever is being sent still is in nobody's hands any more,
     * and is taken whether due or not.
     */
    List<SubOrder> take(OrderId order, Instant now, Duration lease) {
        return jdbc.sql(
                        """
                        update sub_order set next_check_at = :until, looked_at = :now
                        where order_id = :order
                          and (next_check_at <= :now or state = 'placing' and details ->> 'sentAt' is not null)
                        returning
                        """
                                + COLUMNS)
                .param("until", utc(now.plus(lease)))
                .param("now", utc(now))
                .param("order", order.value())
                .query(OrderRecord::subOrder)
                .list();
    }

    /** When the order is to be looked after next; empty where nothing more is expected. */
    Optional<Instant> next(OrderId order) {
        return Optional.ofNullable(
                        jdbc.sql("select min(next_check_at) from sub_order where order_id = :order")
                                .param("order", order.value())
                                .query((row, _) -> row.getObject(1, OffsetDateTime.class))
                                .list()
                                .getFirst())
                .map(OffsetDateTime::toInstant);
    }

    /**
     * Makes those sub-orders of one order due that nobody looked at for so long, and those at their
     * end that nobody looked at for much longer: money may have come back, or a store may have
     * again what it did not have.
     *
     * @return whether there are any
     */
    boolean makeOpenDue(OrderId order, Instant now, Duration unlookedFor) {
        return jdbc.sql(
                                """
                                update sub_order set next_check_at = :now
                                where order_id = :order
                                  and (next_check_at is not null and state not in ('placing', 'rejected') and looked_at <= :before
                                       or next_check_at is not null and state = 'rejected' and looked_at <= :longBefore
                                       or state in ('delivered', 'cancelled') and looked_at <= :longBefore)
                                """)
                        .param("order", order.value())
                        .param("now", utc(now))
                        .param("before", utc(now.minus(unlookedFor)))
                        .param("longBefore", utc(now.minus(ENDED_UNLOOKED_FOR)))
                        .update()
                > 0;
    }

    /**
     * Makes the sub-order that the store knows by this id due now, whatever became of it before.
     * Where none has that id, those of the connection are made due whose id we do not know yet.
     *
     * @return the orders they belong to
     */
    List<OrderId> makeDue(String connectionId, String upstreamId, Instant now) {
        List<OrderId> known =
                jdbc.sql(
                                """
                                update sub_order set next_check_at = :now
                                where connection_id = :connection and upstream_id = :upstream
                                returning order_id
                                """)
                        .param("now", utc(now))
                        .param("connection", connectionId)
                        .param("upstream", upstreamId)
                        .query((row, _) -> new OrderId(row.getObject(1, UUID.class)))
                        .list();
        return known.isEmpty() ? makeUnknownDue(connectionId, now) : known;
    }

    private List<OrderId> makeUnknownDue(String connectionId, Instant now) {
        return jdbc
                .sql(
                        """
                        update sub_order set next_check_at = :now
                        where connection_id = :connection and upstream_id is null
                          and state in ('awaiting_buyer', 'in_doubt') and next_check_at > :now
                        returning order_id
                        """)
                .param("now", utc(now))
                .param("connection", connectionId)
                .query((row, _) -> new OrderId(row.getObject(1, UUID.class)))
                .list()
                .stream()
                .distinct()
                .toList();
    }

    /** Makes one sub-order due now: what is known of it came in an unclear order. */
    void askAgain(SubOrderId id, Instant now) {
        jdbc.sql("update sub_order set next_check_at = :now where id = :id")
                .param("now", utc(now))
                .param("id", id.value())
                .update();
    }

    /**
     * Puts off what has ended and could not be asked about; a hint that came meanwhile stays.
     *
     * @param next empty where nothing more is expected of it
     */
    void putOff(SubOrder ended, Optional<Instant> next, Instant now) {
        @Nullable OffsetDateTime at = next.map(OrderRecord::utc).orElse(null);
        jdbc.sql(
                        """
                        update sub_order
                        set next_check_at = case when next_check_at <= :now then next_check_at else :next end
                        where id = :id and version = :version
                        """)
                .param("next", at, java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("now", utc(now))
                .param("id", ended.id().value())
                .param("version", ended.version())
                .update();
    }

    /**
     * Sets an order's wake-up to this moment, or makes it. Written past db-scheduler's client
     * because that needs three statements for it, of which one may fail and take the caller's
     * transaction with it. One that is being worked on is left alone: whoever works on it asks for
     * what is due at its end.
     */
    void wake(OrderId order, Instant at) {
        jdbc.sql(
                        """
                        insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                        values (:task, :order, :at, false, 1)
                        on conflict (task_name, task_instance) do update
                        set execution_time = excluded.execution_time, version = scheduled_tasks.version + 1
                        where not scheduled_tasks.picked and scheduled_tasks.execution_time > excluded.execution_time
                        """)
                .param("task", TASK)
                .param("order", order.toString())
                .param("at", utc(at))
                .update();
    }

    /**
     * Makes wake-ups for orders that are overdue and have none, or a later one.
     *
     * @param overdue what has been due for so long should have been taken by now
     * @return how many
     */
    int wakeForgotten(Instant now, Duration overdue, int atMost) {
        return jdbc.sql(
                        """
                        insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                        select :task, order_id::text, :now, false, 1
                        from (select order_id, min(next_check_at) as due from sub_order
                              where next_check_at <= :before group by order_id order by due limit :atMost) forgotten
                        on conflict (task_name, task_instance) do update
                        set execution_time = excluded.execution_time, version = scheduled_tasks.version + 1
                        where not scheduled_tasks.picked and scheduled_tasks.execution_time > excluded.execution_time
                        """)
                .param("task", TASK)
                .param("now", utc(now))
                .param("before", utc(now.minus(overdue)))
                .param("atMost", atMost)
                .update();
    }
}
