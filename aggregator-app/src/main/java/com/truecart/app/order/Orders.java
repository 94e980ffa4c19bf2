package com.truecart.app.order;

import com.truecart.app.order.NewOrder.NewSubOrder;
import com.truecart.app.order.SubOrderEvent.BuyerDeclined;
import com.truecart.app.order.SubOrderState.AwaitingPayment;
import com.truecart.app.order.SubOrderState.Placing;
import com.truecart.app.order.SubOrderState.Rejected;
import com.truecart.app.payment.Bills;
import com.truecart.model.Money;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Making orders and reading them; everything of an order is only found together with its shopper.
 */
@Service
public class Orders {
    /**
     * A page may be reloaded as often as people like; the stores are asked at most this often for
     * it.
     */
    private static final Duration LOOKED_AT_JUST_NOW = Duration.ofSeconds(5);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final OrderRecord record;
    private final NewParts parts;
    private final DueRecord due;
    private final OrderReader reader;
    private final WakeUps wakeUps;
    private final Bills bills;
    private final Clock clock;

    Orders(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            OrderRecord record,
            NewParts parts,
            DueRecord due,
            OrderReader reader,
            WakeUps wakeUps,
            Bills bills,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.record = record;
        this.parts = parts;
        this.due = due;
        this.reader = reader;
        this.wakeUps = wakeUps;
        this.bills = bills;
        this.clock = clock;
    }

    /**
     * Commits the intent to place all of it, in one transaction (the caller's, where there is one);
     * placing begins once that is committed, or, where something has to be paid through us, once
     * that is paid.
     */
    public OrderId open(NewOrder order) {
        OrderId id = new OrderId(UUID.randomUUID());
        transaction.executeWithoutResult(_ -> insert(id, order));
        return id;
    }

    /** The order made from a checkout. */
    public Optional<OrderId> ofCheckout(UUID checkout, UUID shopper) {
        return jdbc.sql(
                        "select id from customer_order where checkout_id = :checkout and shopper = :shopper")
                .param("checkout", checkout)
                .param("shopper", shopper)
                .query((row, _) -> new OrderId(row.getObject("id", UUID.class)))
                .optional();
    }

    /** One order of this shopper. */
    public Optional<OrderView> find(OrderId id, UUID shopper) {
        return reader.find(id, shopper);
    }

    /** Whether there is such an order of this shopper, without reading what is in it. */
    public boolean isOf(OrderId id, UUID shopper) {
        return jdbc.sql("select 1 from customer_order where id = :id and shopper = :shopper")
                .param("id", id.value())
                .param("shopper", shopper)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** This shopper's latest orders, newest first. */
    public List<OrderView> latest(UUID shopper, int atMost) {
        return reader.latest(shopper, atMost);
    }

    /**
     * The shopper had to go on at the store and says that nothing was bought there. Where the store
     * shows an order after all, its books win.
     *
     * @return whether this part was waiting for the shopper
     */
    public boolean decline(SubOrder part) {
        return record.apply(part, new BuyerDeclined(), clock.instant())
                .filter(now -> now.state() instanceof Rejected)
                .isPresent();
    }

    /** Somebody looks at the order: the stores are asked now rather than when it is due. */
    public void looksAt(OrderId id) {
        if (due.makeOpenDue(id, clock.instant(), LOOKED_AT_JUST_NOW)) {
            wakeUps.soon(id);
        }
    }

    private void insert(OrderId id, NewOrder order) {
        Instant now = clock.instant();
        String number = OrderNumber.next();
        jdbc.sql(
                        """
                        insert into customer_order
                            (id, number, shopper, checkout_id, currency, hand_off, placed_at, shortage_choice, shortage_days, shortage_percent)
                        values (:id, :number, :shopper, :checkout, :currency, :handOff::jsonb, :now, :choice, :days, :percent)
                        """)
                .param("id", id.value())
                .param("number", number)
                .param("shopper", order.shopper())
                .param("checkout", order.checkout())
                .param("currency", order.currency().getCurrencyCode())
                .param("handOff", OrderJson.write(order.handOff()))
                .param("now", OrderRecord.utc(now))
                .param("choice", order.shortage().choice().name())
                .param("days", order.shortage().days())
                .param("percent", order.shortage().percent())
                .update();
        Money forTruecart = order.forTruecart();
        SubOrderState first = Placing.FIRST;
        if (forTruecart.isPositive()) {
            Instant until = bills.payUntil();
            bills.open(id.value(), number, forTruecart, until);
            first = new AwaitingPayment(until);
        }
        for (NewSubOrder subOrder : order.subOrders()) {
            parts.insert(id, subOrder, first, Optional.empty(), now);
        }
        if (forTruecart.isZero()) {
            wakeUps.soon(id);
        }
    }
}
