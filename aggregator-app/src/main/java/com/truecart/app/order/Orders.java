package com.truecart.app.order;

import com.truecart.app.order.NewOrder.NewLine;
import com.truecart.app.order.NewOrder.NewSubOrder;
import com.truecart.app.order.SubOrderEvent.BuyerDeclined;
import com.truecart.app.order.SubOrderState.AwaitingPayment;
import com.truecart.app.order.SubOrderState.Placing;
import com.truecart.app.order.SubOrderState.Rejected;
import com.truecart.app.payment.Bills;
import com.truecart.model.Money;
import java.sql.Types;
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
    private final DueRecord due;
    private final OrderReader reader;
    private final Ledger ledger;
    private final WakeUps wakeUps;
    private final Bills bills;
    private final Clock clock;

    Orders(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            OrderRecord record,
            DueRecord due,
            OrderReader reader,
            Ledger ledger,
            WakeUps wakeUps,
            Bills bills,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.record = record;
        this.due = due;
        this.reader = reader;
        this.ledger = ledger;
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
                        insert into customer_order (id, number, shopper, checkout_id, currency, hand_off, placed_at)
                        values (:id, :number, :shopper, :checkout, :currency, :handOff::jsonb, :now)
                        """)
                .param("id", id.value())
                .param("number", number)
                .param("shopper", order.shopper())
                .param("checkout", order.checkout())
                .param("currency", order.currency().getCurrencyCode())
                .param("handOff", OrderJson.write(order.handOff()))
                .param("now", OrderRecord.utc(now))
                .update();
        Money forTruecart = order.forTruecart();
        SubOrderState first = Placing.FIRST;
        if (forTruecart.isPositive()) {
            Instant until = bills.payUntil();
            bills.open(id.value(), number, forTruecart, until);
            first = new AwaitingPayment(until);
        }
        for (NewSubOrder subOrder : order.subOrders()) {
            insert(id, subOrder, first, now);
        }
        if (forTruecart.isZero()) {
            wakeUps.soon(id);
        }
    }

    private void insert(OrderId order, NewSubOrder subOrder, SubOrderState first, Instant now) {
        SubOrderId id = new SubOrderId(UUID.randomUUID());
        jdbc.sql(
                        """
                        insert into sub_order
                            (id, order_id, connection_id, seller_id, store_name, doubt_class, merchant_of_record, payment_method, state, details, idempotency_key,
                             currency, promised, quoted, breakdown, request, next_check_at, created_at, changed_at, arrives_by)
                        values (:id, :order, :connection, :seller, :name::jsonb, :doubt, :merchant, :payment, :state, :details::jsonb, :key,
                                :currency, :promised, :quoted, :breakdown::jsonb, :request, :next, :now, :now,
                                (select cast(:now as timestamptz) + arrives_within_days * interval '1 day'
                                 from connection where id = :connection))
                        """)
                .param("id", id.value())
                .param("order", order.value())
                .param("connection", subOrder.store().connectionId())
                .param("seller", subOrder.store().sellerId())
                .param("name", OrderJson.write(subOrder.storeName()))
                .param("doubt", subOrder.doubt().name())
                .param("payment", subOrder.request().paymentMethod().word())
                .param("state", OrderJson.nameOf(first))
                .param("details", OrderJson.write(first))
                .param("merchant", subOrder.merchant().name())
                .param(
                        "next",
                        first instanceof Placing ? OrderRecord.utc(now) : null,
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param("key", "tc-" + id)
                .param("currency", subOrder.quoted().total().currency().getCurrencyCode())
                .param("promised", subOrder.promised().total().minor())
                .param("quoted", subOrder.quoted().total().minor())
                .param(
                        "breakdown",
                        OrderJson.write(
                                new OrderRecord.Breakdown(subOrder.promised(), subOrder.quoted())))
                .param("request", record.sealedRequest(id, subOrder.request()))
                .param("now", OrderRecord.utc(now))
                .update();
        int number = 0;
        for (NewLine line : subOrder.lines()) {
            jdbc.sql(
                            """
                            insert into sub_order_line
                                (sub_order_id, line, product_id, upstream_id, title, quantity, promised, quoted)
                            values (:id, :line, :product, :upstream, :title::jsonb, :quantity, :promised, :quoted)
                            """)
                    .param("id", id.value())
                    .param("line", number++)
                    .param("product", line.product().value())
                    .param("upstream", line.upstreamId())
                    .param("title", OrderJson.write(line.title()))
                    .param("quantity", line.quantity())
                    .param("promised", line.promised().minor())
                    .param("quoted", line.quoted().minor())
                    .update();
        }
        ledger.promised(id, subOrder.store(), subOrder.promised().total(), now);
        ledger.quoted(
                id,
                subOrder.store(),
                subOrder.promised().total(),
                subOrder.quoted().total(),
                subOrder.explanation(),
                now);
    }
}
