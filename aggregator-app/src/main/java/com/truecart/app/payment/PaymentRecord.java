package com.truecart.app.payment;

import com.truecart.app.payment.PaidOrders.Figure;
import com.truecart.app.payment.PaymentState.Beginning;
import com.truecart.app.payment.PaymentState.Held;
import com.truecart.app.payment.PaymentState.Taken;
import com.truecart.model.Money;
import com.truecart.payment.Standing;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tries to pay in the database, moved by one fenced statement per change. Every transaction here
 * locks the bill first, then its tries, then what the order has.
 */
@Repository
class PaymentRecord {
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Bills bills;
    private final PaymentEvents events;
    private final PaidOrders orders;

    PaymentRecord(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Bills bills,
            PaymentEvents events,
            PaidOrders orders) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.bills = bills;
        this.events = events;
        this.orders = orders;
    }

    Optional<Payment> find(String reference) {
        return jdbc.sql("select * from payment where reference = :reference")
                .param("reference", reference)
                .query(PaymentRecord::payment)
                .optional();
    }

    /** All tries to pay an order's bill, the oldest first. */
    List<Payment> ofOrder(UUID order) {
        return jdbc.sql(
                        "select * from payment where order_id = :order order by created_at, reference")
                .param("order", order)
                .query(PaymentRecord::payment)
                .list();
    }

    /**
     * Commits the intent to try once more, and gives up whatever was tried before.
     *
     * @return empty where the bill cannot be paid any more
     */
    Optional<String> insert(UUID order, String account, URI comeBack, URI notifyAt, Instant now) {
        return Optional.ofNullable(
                transaction.execute(_ -> {
                    Bill bill = bills.lock(order);
                    if (bill.state() != Bill.State.OPEN || !now.isBefore(bill.until())) {
                        return null;
                    }
                    giveUpOthers(order, Optional.empty(), now);
                    String reference = References.payment();
                    jdbc.sql(
                                    """
                                    insert into payment (reference, order_id, account_id, currency, amount, come_back, notify_at,
                                                         state, details, next_check_at, created_at, changed_at)
                                    values (:reference, :order, :account, :currency, :amount, :comeBack, :notifyAt,
                                            :state, :details::jsonb, :now, :now, :now)
                                    """)
                            .param("reference", reference)
                            .param("order", order)
                            .param("account", account)
                            .param("currency", bill.amount().currency().getCurrencyCode())
                            .param("amount", bill.amount().minor())
                            .param("comeBack", comeBack.toString())
                            .param("notifyAt", notifyAt.toString())
                            .param("state", PaymentJson.nameOf(new Beginning()))
                            .param(
                                    "details",
                                    PaymentJson.MAPPER.writeValueAsString(new Beginning()))
                            .param("now", utc(now))
                            .update();
                    return reference;
                }));
    }

    /** Commits that the provider is about to be asked to begin; false where it is given up. */
    boolean sending(Payment payment, Instant now) {
        return jdbc.sql(
                                """
                                update payment set sent_at = coalesce(sent_at, :now), version = version + 1
                                where reference = :reference and version = :version and given_up_at is null
                                """)
                        .param("now", utc(now))
                        .param("reference", payment.reference())
                        .param("version", payment.version())
                        .update()
                == 1;
    }

    /**
     * Takes over what the provider's record says: figures, books, and, where there is money in it
     * and the bill was open, that the bill is paid by it.
     *
     * @return the try as it is now; empty where somebody else changed it since {@code from} was
     *     read
     */
    Optional<Payment> apply(Payment from, Standing standing, Instant now) {
        if (lags(from, standing)) {
            return Optional.of(from);
        }
        return move(
                from,
                PaymentState.of(standing, from.state(), now),
                new Figures(
                        standing.held(),
                        standing.taken(),
                        standing.refunded().max(from.refunded()).max(givenBack(from))),
                standing.providerId(),
                standing.providerId().orElse(""),
                now);
    }

    /** Ends it where the provider has nothing of it. */
    Optional<Payment> end(Payment from, PaymentState state, String why, Instant now) {
        return move(
                from,
                state,
                new Figures(from.held(), from.taken(), from.refunded()),
                Optional.empty(),
                why,
                now);
    }

    private Optional<Payment> move(
            Payment from,
            PaymentState to,
            Figures figures,
            Optional<String> providerId,
            String detail,
            Instant now) {
        Figures before = new Figures(from.held(), from.taken(), from.refunded());
        if (to.equals(from.state()) && figures.equals(before)) {
            answered(from);
            return Optional.of(from);
        }
        boolean moved =
                Boolean.TRUE.equals(
                        transaction.execute(_ -> {
                            Bill bill = bills.lock(from.order());
                            if (!update(from, to, figures, providerId, now)) {
                                return false;
                            }
                            events.add(from, "standing", to, detail, now);
                            book(from, Figure.HELD, from.held(), figures.held(), now);
                            book(from, Figure.TAKEN, from.taken(), figures.taken(), now);
                            book(from, Figure.GIVEN_BACK, from.refunded(), figures.refunded(), now);
                            Money in = figures.held().plus(figures.taken());
                            if (bill.state() == Bill.State.OPEN
                                    && (to instanceof Taken
                                            || (to instanceof Held && !isBeingReleased(from)))
                                    && in.compareTo(bill.amount()) >= 0) {
                                payWith(from, now);
                            }
                            return true;
                        }));
        return moved ? find(from.reference()) : Optional.empty();
    }

    /** Once a release was asked for it may still arrive: what is held then cannot be relied on. */
    private boolean isBeingReleased(Payment payment) {
        return jdbc.sql(
                        """
                        select 1 from payment_move where payment = :payment and kind = 'release' and state <> 'failed' limit 1
                        """)
                .param("payment", payment.reference())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Of the provider's names the first is kept: later it may name another thing of the same. */
    private boolean update(
            Payment from,
            PaymentState to,
            Figures figures,
            Optional<String> providerId,
            Instant now) {
        return jdbc.sql(
                                """
                                update payment set state = :state, details = :details::jsonb, version = version + 1, held = :held,
                                    taken = :taken, refunded = :refunded, failures = 0, changed_at = :now,
                                    provider_id = coalesce(provider_id, :provider)
                                where reference = :reference and version = :version
                                """)
                        .param("state", PaymentJson.nameOf(to))
                        .param("details", PaymentJson.MAPPER.writeValueAsString(to))
                        .param("held", figures.held().minor())
                        .param("taken", figures.taken().minor())
                        .param("refunded", figures.refunded().minor())
                        .param("provider", providerId.orElse(null), Types.VARCHAR)
                        .param("now", utc(now))
                        .param("reference", from.reference())
                        .param("version", from.version())
                        .update()
                == 1;
    }

    /** The one that has the money is used, even where the shopper had turned to another. */
    private void payWith(Payment payment, Instant now) {
        bills.paid(payment.order(), payment.reference(), now);
        giveUpOthers(payment.order(), Optional.of(payment.reference()), now);
        jdbc.sql("update payment set given_up_at = null where reference = :reference")
                .param("reference", payment.reference())
                .update();
        orders.paid(payment.order(), now);
    }

    private void book(Payment payment, Figure figure, Money before, Money after, Instant now) {
        if (!before.equals(after)) {
            orders.booked(payment.order(), payment.account(), figure, after.minus(before), now);
        }
    }

    /** A record that shows less than the provider said before is an older one. */
    private static boolean lags(Payment from, Standing standing) {
        return standing.taken().compareTo(from.taken()) < 0;
    }

    /** What was surely given back by our own moves: not every provider sums it. */
    private Money givenBack(Payment payment) {
        return new Money(
                jdbc.sql(
                                """
                                select coalesce(sum(amount), 0) from payment_move
                                where payment = :payment and kind = 'refund' and state = 'done'
                                """)
                        .param("payment", payment.reference())
                        .query(Long.class)
                        .single(),
                payment.amount().currency());
    }

    private void giveUpOthers(UUID order, Optional<String> but, Instant now) {
        jdbc.sql(
                        """
                        update payment set given_up_at = coalesce(given_up_at, :now), version = version + 1, next_check_at = :now
                        where order_id = :order and reference <> :but and state not in ('closed', 'refused')
                          and given_up_at is null
                        """)
                .param("now", utc(now))
                .param("order", order)
                .param("but", but.orElse(""))
                .update();
    }

    /**
     * Ends an open bill whose time is over, once nothing can be paid any more.
     *
     * @param grace how long after its time a provider is waited for that does not answer
     */
    void lapse(UUID order, Duration grace, Instant now) {
        transaction.executeWithoutResult(_ -> {
            Bill bill = bills.lock(order);
            if (bill.state() != Bill.State.OPEN || now.isBefore(bill.until())) {
                return;
            }
            giveUpOthers(order, Optional.empty(), now);
            boolean allOver = ofOrder(order).stream().allMatch(payment -> payment.state().isOver());
            if (allOver || !now.isBefore(bill.until().plus(grace))) {
                bills.lapsed(order, now);
                orders.lapsed(order, now);
            }
        });
    }

    /** Notes that a call gave no usable answer. */
    void failed(Payment payment, String why, Instant next, Instant now) {
        transaction.executeWithoutResult(_ -> {
            events.add(payment, "no_answer", payment.state(), why, now);
            jdbc.sql("update payment set failures = failures + 1 where reference = :reference")
                    .param("reference", payment.reference())
                    .update();
            schedule(payment.reference(), Optional.of(next), now);
        });
    }

    private void answered(Payment payment) {
        if (payment.failures() > 0) {
            jdbc.sql("update payment set failures = 0 where reference = :reference")
                    .param("reference", payment.reference())
                    .update();
        }
    }

    /** When to look at it next; news that came meanwhile stay due. */
    void schedule(String reference, Optional<Instant> next, Instant now) {
        jdbc.sql(
                        """
                        update payment set next_check_at = case when next_check_at <= :now then next_check_at else :next end
                        where reference = :reference
                        """)
                .param("now", utc(now))
                .param(
                        "next",
                        next.map(PaymentRecord::utc).orElse(null),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param("reference", reference)
                .update();
    }

    /**
     * Something points at this try: it is looked at now. A moment long past, so that whoever is
     * looking already, by another clock or since a moment ago, sees that it came meanwhile.
     */
    void makeDue(String reference) {
        jdbc.sql("update payment set next_check_at = 'epoch' where reference = :reference")
                .param("reference", reference)
                .update();
    }

    /** The shopper looks at the page, or came back: what is waited for is looked at now. */
    void makeDue(UUID order, Instant now) {
        jdbc.sql(
                        """
                        update payment set next_check_at = :now
                        where order_id = :order and state in ('beginning', 'awaiting_shopper', 'processing', 'declined')
                          and next_check_at > :now
                        """)
                .param("now", utc(now))
                .param("order", order)
                .update();
    }

    /**
     * Takes tries that are due; each is left alone for the lease, so that two workers do not take
     * one, and one whose worker died is taken up again after it.
     */
    List<String> takeDue(Instant now, Duration lease, int atMost) {
        return jdbc.sql(
                        """
                        update payment set next_check_at = :until
                        where reference in (select reference from payment where next_check_at <= :now
                                            order by next_check_at limit :atMost for update skip locked)
                        returning reference
                        """)
                .param("until", utc(now.plus(lease)))
                .param("now", utc(now))
                .param("atMost", atMost)
                .query((row, _) -> row.getString("reference"))
                .list();
    }

    /** The same for the tries of one order, the oldest first. */
    List<String> takeDue(UUID order, Instant now, Duration lease) {
        return jdbc.sql(
                        """
                        with taken as (
                            update payment set next_check_at = :until
                            where reference in (select reference from payment where order_id = :order and next_check_at <= :now
                                                for update skip locked)
                            returning reference, created_at)
                        select reference from taken order by created_at, reference
                        """)
                .param("until", utc(now.plus(lease)))
                .param("now", utc(now))
                .param("order", order)
                .query((row, _) -> row.getString("reference"))
                .list();
    }

    static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static Payment payment(ResultSet row, int number) throws SQLException {
        String currency = row.getString("currency");
        return new Payment(
                row.getString("reference"),
                row.getObject("order_id", UUID.class),
                row.getString("account_id"),
                Money.of(row.getLong("amount"), currency),
                URI.create(row.getString("come_back")),
                URI.create(row.getString("notify_at")),
                PaymentJson.state(row.getString("state"), row.getString("details")),
                row.getInt("version"),
                moment(row.getObject("sent_at", OffsetDateTime.class)),
                row.getObject("given_up_at") != null,
                Money.of(row.getLong("held"), currency),
                Money.of(row.getLong("taken"), currency),
                Money.of(row.getLong("refunded"), currency),
                row.getInt("failures"),
                Optional.ofNullable(row.getString("provider_id")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }

    private static Optional<Instant> moment(@Nullable OffsetDateTime at) {
        return Optional.ofNullable(at).map(OffsetDateTime::toInstant);
    }

    private record Figures(Money held, Money taken, Money refunded) {}
}
