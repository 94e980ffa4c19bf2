package com.truecart.app.payment;

import com.truecart.model.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code bill}: what orders have to be paid through us. */
@Component
public class Bills {
    private final JdbcClient jdbc;
    private final PaymentSettings settings;
    private final Clock clock;

    Bills(JdbcClient jdbc, PaymentSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /** The last moment to pay a bill that is opened now. */
    public Instant payUntil() {
        return clock.instant().plus(settings.payWithin());
    }

    /**
     * Opens the bill of an order, within the transaction that opens the order.
     *
     * @param subject what the shopper reads at the provider
     */
    public void open(UUID order, String subject, Money amount, Instant until) {
        jdbc.sql(
                        """
                        insert into bill (order_id, subject, currency, amount, state, until, changed_at)
                        values (:order, :subject, :currency, :amount, 'open', :until, :now)
                        """)
                .param("order", order)
                .param("subject", subject)
                .param("currency", amount.currency().getCurrencyCode())
                .param("amount", amount.minor())
                .param("until", PaymentRecord.utc(until))
                .param("now", PaymentRecord.utc(clock.instant()))
                .update();
    }

    /** The bill of an order; empty where nothing of it is paid through us. */
    public Optional<Bill> find(UUID order) {
        return jdbc.sql("select * from bill where order_id = :order")
                .param("order", order)
                .query(Bills::bill)
                .optional();
    }

    /**
     * Something changed about a part of this order: the money is looked after now. Within the
     * transaction that records the change, so that it is never forgotten.
     */
    public void orderChanged(UUID order) {
        jdbc.sql(
                        """
                        update payment p set next_check_at = 'epoch'
                        from bill b
                        where b.order_id = p.order_id and p.order_id = :order
                          and (p.state in ('held', 'taken') or p.reference = b.paid_by)
                        """)
                .param("order", order)
                .update();
    }

    /**
     * Whether what is held or taken for this order by now is enough for so much. No money is let go
     * or captured until the caller's transaction ends.
     */
    public boolean covers(UUID order, Money amount) {
        return jdbc.sql(
                        """
                        select case p.state
                               when 'held' then p.held >= :amount and not exists
                                   (select from payment_move m where m.payment = p.reference
                                    and (m.kind = 'capture' or m.kind = 'release' and m.state <> 'failed'))
                               when 'taken' then p.taken - greatest(p.refunded,
                                   (select coalesce(sum(m.amount), 0) from payment_move m
                                    where m.payment = p.reference and m.kind = 'refund')) >= :amount
                               else false end
                        from payment p join bill b on b.paid_by = p.reference where b.order_id = :order
                        for no key update of p
                        """)
                .param("amount", amount.minor())
                .param("order", order)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /**
     * Keeps everybody else from changing this bill and its tries until the transaction ends; locked
     * before any of the tries.
     */
    Bill lock(UUID order) {
        return jdbc.sql("select * from bill where order_id = :order for no key update")
                .param("order", order)
                .query(Bills::bill)
                .single();
    }

    void paid(UUID order, String reference, Instant now) {
        jdbc.sql(
                        """
                        update bill set state = 'paid', paid_by = :reference, changed_at = :now
                        where order_id = :order and state = 'open'
                        """)
                .param("reference", reference)
                .param("now", PaymentRecord.utc(now))
                .param("order", order)
                .update();
    }

    void lapsed(UUID order, Instant now) {
        jdbc.sql(
                        "update bill set state = 'lapsed', changed_at = :now where order_id = :order and state = 'open'")
                .param("now", PaymentRecord.utc(now))
                .param("order", order)
                .update();
    }

    /** The shopper pays no more: it is over now, as it would be when its time ends. */
    void endNow(UUID order, Instant now) {
        jdbc.sql(
                        "update bill set until = :now where order_id = :order and state = 'open' and until > :now")
                .param("now", PaymentRecord.utc(now))
                .param("order", order)
                .update();
    }

    /** Open bills whose time is over. */
    List<UUID> overdue(Instant now, int atMost) {
        return jdbc.sql(
                        """
                        select order_id from bill where state = 'open' and until <= :now
                        order by until limit :atMost
                        """)
                .param("now", PaymentRecord.utc(now))
                .param("atMost", atMost)
                .query((row, _) -> row.getObject("order_id", UUID.class))
                .list();
    }

    private static Bill bill(ResultSet row, int number) throws SQLException {
        return new Bill(
                row.getObject("order_id", UUID.class),
                row.getString("subject"),
                Money.of(row.getLong("amount"), row.getString("currency")),
                switch (row.getString("state")) {
                    case "open" -> Bill.State.OPEN;
                    case "paid" -> Bill.State.PAID;
                    case "lapsed" -> Bill.State.LAPSED;
                    default -> throw new IllegalStateException("bill.state is none of ours");
                },
                Optional.ofNullable(row.getString("paid_by")),
                row.getObject("until", OffsetDateTime.class).toInstant());
    }
}
