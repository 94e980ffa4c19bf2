package com.truecart.app.notification;

import com.truecart.app.order.OrderId;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** The table {@code notice_mail}: of which orders an e-mail is due. */
@Repository
class MailQueue {
    /** Longer than a mail server may take; whoever holds a mail longer has died. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    MailQueue(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /**
     * An e-mail that is held by the asker now.
     *
     * @param attempt counts from 1
     */
    record Held(OrderId order, int attempt) {}

    /** An e-mail is wanted from this moment on, or earlier where one was already. */
    void want(OrderId order, Instant notBefore) {
        jdbc.sql(
                        """
                        insert into notice_mail (order_id, not_before) values (:order, :at)
                        on conflict (order_id) do update
                            set not_before = least(notice_mail.not_before, excluded.not_before)
                        """)
                .param("order", order.value())
                .param("at", utc(notBefore))
                .update();
    }

    /** The one that is longest due, held for a while; empty where none is due. */
    Optional<Held> next(Instant now) {
        return jdbc.sql(
                        """
                        update notice_mail set leased_until = :lease, attempts = attempts + 1
                        where order_id = (select order_id from notice_mail
                                          where not_before <= :now and (leased_until is null or leased_until <= :now)
                                          order by not_before limit 1 for update skip locked)
                        returning order_id, attempts
                        """)
                .param("lease", utc(now.plus(LEASE)))
                .param("now", utc(now))
                .query((row, _) ->
                        new Held(
                                new OrderId(row.getObject("order_id", UUID.class)),
                                row.getInt("attempts")))
                .optional();
    }

    /** It is tried again then. */
    void later(Held held, Instant notBefore, boolean countsAsTry) {
        jdbc.sql(
                        """
                        update notice_mail set leased_until = null, not_before = :at, attempts = attempts - :back
                        where order_id = :order
                        """)
                .param("at", utc(notBefore))
                .param("back", countsAsTry ? 0 : 1)
                .param("order", held.order().value())
                .update();
    }

    /** It is done with, but for news that came meanwhile. */
    void done(Held held) {
        transaction.executeWithoutResult(_ -> {
            // first the lock, then the look: what was added before the lock is seen
            jdbc.sql("select 1 from notice_mail where order_id = :order for update")
                    .param("order", held.order().value())
                    .query(Integer.class)
                    .optional();
            int removed =
                    jdbc.sql(
                                    """
                                    delete from notice_mail where order_id = :order and not exists
                                        (select 1 from notice where order_id = :order and mail = 'waiting')
                                    """)
                            .param("order", held.order().value())
                            .update();
            if (removed == 0) {
                jdbc.sql(
                                "update notice_mail set leased_until = null, attempts = 0 where order_id = :order")
                        .param("order", held.order().value())
                        .update();
            }
        });
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
