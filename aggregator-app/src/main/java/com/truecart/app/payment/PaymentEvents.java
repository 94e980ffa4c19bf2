package com.truecart.app.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code payment_event}: everything that was learnt of, or decided about, a try. */
@Repository
class PaymentEvents {
    /** It was captured before everything was certain, because the hold was about to lapse. */
    static final String EARLY = "captured_early";

    private static final int LONGEST = 500;
    private final JdbcClient jdbc;

    PaymentEvents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Payment payment, String kind, PaymentState to, String detail, Instant at) {
        jdbc.sql(
                        """
                        insert into payment_event (payment, kind, from_state, to_state, detail, at)
                        values (:payment, :kind, :from, :to, :detail, :at)
                        """)
                .param("payment", payment.reference())
                .param("kind", kind)
                .param("from", PaymentJson.nameOf(payment.state()))
                .param("to", PaymentJson.nameOf(to))
                .param("detail", detail.length() <= LONGEST ? detail : detail.substring(0, LONGEST))
                .param("at", PaymentRecord.utc(at))
                .update();
    }

    /** The same, where it was not said before. */
    void addOnce(Payment payment, String kind, String detail, Instant at) {
        boolean said =
                jdbc.sql(
                                """
                                select 1 from payment_event where payment = :payment and kind = :kind and detail = :detail limit 1
                                """)
                        .param("payment", payment.reference())
                        .param("kind", kind)
                        .param("detail", detail)
                        .query(Integer.class)
                        .optional()
                        .isPresent();
        if (!said) {
            add(payment, kind, payment.state(), detail, at);
        }
    }

    /** Whether this ever happened to one of an order's tries. */
    boolean has(UUID order, String kind) {
        return jdbc.sql(
                        """
                        select 1 from payment_event e join payment p on p.reference = e.payment
                        where p.order_id = :order and e.kind = :kind limit 1
                        """)
                .param("order", order)
                .param("kind", kind)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Everything about an order's tries, the oldest first. */
    List<PaymentHappening> ofOrder(UUID order) {
        return jdbc.sql(
                        """
                        select e.* from payment_event e join payment p on p.reference = e.payment
                        where p.order_id = :order order by e.id
                        """)
                .param("order", order)
                .query(PaymentEvents::happened)
                .list();
    }

    private static PaymentHappening happened(ResultSet row, int number) throws SQLException {
        return new PaymentHappening(
                row.getString("payment"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("kind"),
                row.getString("from_state"),
                row.getString("to_state"),
                row.getString("detail"));
    }
}
