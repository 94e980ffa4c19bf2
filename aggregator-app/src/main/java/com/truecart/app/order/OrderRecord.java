package com.truecart.app.order;

import static java.util.Objects.requireNonNull;

import com.truecart.app.catalog.LocalizedJson;
import com.truecart.app.catalog.StoreId;
import com.truecart.app.order.SubOrderEvent.SendBegun;
import com.truecart.app.order.SubOrderState.AwaitingBuyer;
import com.truecart.app.order.SubOrderState.AwaitingPayment;
import com.truecart.app.order.SubOrderState.Cancelled;
import com.truecart.app.order.SubOrderState.Delivered;
import com.truecart.app.order.SubOrderState.InDoubt;
import com.truecart.app.order.SubOrderState.Placed;
import com.truecart.app.order.SubOrderState.Placing;
import com.truecart.app.order.SubOrderState.Rejected;
import com.truecart.app.order.SubOrderState.Shipped;
import com.truecart.app.payment.Bills;
import com.truecart.app.vault.Vault;
import com.truecart.model.Money;
import com.truecart.spi.IdempotencyKey;
import com.truecart.spi.OrderHandle;
import com.truecart.spi.PaymentMethod;
import com.truecart.spi.PlaceRequest;
import com.truecart.spi.Secret;
import com.truecart.spi.Terms.DoubtClass;
import com.truecart.spi.UpstreamOrder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** Sub-orders in the database: read, and moved by one fenced statement per event. */
@Repository
class OrderRecord {
    static final String COLUMNS =
            """
            id, order_id, connection_id, seller_id, store_name, doubt_class, merchant_of_record, payment_method, state, details, version,
            idempotency_key, currency, charged, refunded, breakdown, created_at, changed_at
            """;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Vault vault;
    private final Ledger ledger;
    private final ParcelRecord parcels;
    private final Bills bills;
    private final ShortageRecord shortages;
    private final Rhythm rhythm;

    OrderRecord(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Vault vault,
            Ledger ledger,
            ParcelRecord parcels,
            Bills bills,
            ShortageRecord shortages,
            OrderSettings settings) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.vault = vault;
        this.ledger = ledger;
        this.parcels = parcels;
        this.bills = bills;
        this.shortages = shortages;
        this.rhythm = new Rhythm(settings);
    }

    Optional<SubOrder> find(SubOrderId id) {
        return jdbc.sql("select " + COLUMNS + " from sub_order where id = :id")
                .param("id", id.value())
                .query(OrderRecord::subOrder)
                .optional();
    }

    /** The parts of one order. */
    List<SubOrder> ofOrder(OrderId order) {
        return jdbc.sql("select " + COLUMNS + " from sub_order where order_id = :order order by id")
                .param("order", order.value())
                .query(OrderRecord::subOrder)
                .list();
    }

    /** What was, or is to be, sent to the store. */
    PlaceRequest request(SubOrderId id) {
        byte[] sealed =
                jdbc.sql("select request from sub_order where id = :id")
                        .param("id", id.value())
                        .query(byte[].class)
                        .single();
        return OrderJson.read(vault.open(sealed, requestPlace(id)), PlaceRequest.class);
    }

    /** How the store is asked about its order. */
    OrderHandle handle(SubOrderId id) {
        return jdbc.sql("select upstream_id, access from sub_order where id = :id")
                .param("id", id.value())
                .query((row, _) ->
                        new OrderHandle(
                                row.getString("upstream_id"),
                                new Secret(vault.open(row.getBytes("access"), accessPlace(id)))))
                .single();
    }

    /**
     * Applies an event: new state, event row, ledger and parcels in one transaction.
     *
     * @return the sub-order as it is now; empty where somebody else changed it since {@code from}
     *     was read
     */
    Optional<SubOrder> apply(SubOrder from, SubOrderEvent event, Instant now) {
        return switch (Transitions.after(from.state(), event)) {
            case Step.Refused refused -> {
                noteRefusal(from, event, refused, now);
                yield Optional.of(from);
            }
            case Step.To to ->
                    requireNonNull(transaction.execute(_ -> move(from, event, to.state(), now)));
        };
    }

    private Optional<SubOrder> move(
            SubOrder from, SubOrderEvent event, SubOrderState to, Instant now) {
        Optional<UpstreamOrder> stated = event.stated();
        Money refunded = stated.map(UpstreamOrder::refunded).orElse(from.refunded());
        boolean moves = !to.equals(from.state());
        boolean givesBack = !refunded.equals(from.refunded());
        boolean changes = moves || givesBack;
        Instant lastChange =
                givesBack || !sameButForWords(from.state(), to) ? now : from.changedAt();
        Optional<Money> charged = stated.map(UpstreamOrder::charged).or(from::charged);
        int rows =
                jdbc.sql(
                                """
                                update sub_order
                                set state = :state, details = :details::jsonb, version = version + :step,
                                    charged = :charged, refunded = :refunded, upstream_id = coalesce(:upstream, upstream_id),
                                    access = coalesce(:access, access), attempts = greatest(attempts, :attempts),
                                    next_check_at = case when :hintStays and next_check_at <= :now
                                                    then next_check_at else :next end,
                                    changed_at = :changed
                                where id = :id and version = :version
                                """)
                        .param("state", OrderJson.nameOf(to))
                        .param("details", OrderJson.write(to))
                        .param("step", changes ? 1 : 0)
                        .param("changed", utc(lastChange))
                        .param("charged", charged.map(Money::minor).orElse(null))
                        .param("refunded", refunded.minor())
                        .param(
                                "upstream",
                                stated.map(order -> order.handle().upstreamOrderId()).orElse(null))
                        .param(
                                "access",
                                stated.map(order -> sealedAccess(from.id(), order)).orElse(null))
                        .param("attempts", attempt(to))
                        .param(
                                "next",
                                rhythm.next(
                                                to,
                                                from.doubtClass(),
                                                from.createdAt(),
                                                lastChange,
                                                now)
                                        .map(OrderRecord::utc)
                                        .orElse(null),
                                java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("hintStays", hintStays(from.state(), event, to))
                        .param("now", utc(now))
                        .param("id", from.id().value())
                        .param("version", from.version())
                        .update();
        if (rows == 0) {
            return Optional.empty();
        }
        if (moves) {
            event(from.id(), EventText.kind(event), from.state(), to, EventText.detail(event), now);
        }
        if (givesBack) {
            event(from.id(), "gave_back", to, to, refunded.toString(), now);
        }
        stated.ifPresent(order -> settle(from, order, now));
        if (moves && to instanceof Rejected rejected) {
            shortages.open(from, rejected.outOfStock(), now);
        }
        if (changes) {
            bills.orderChanged(from.order().value());
        }
        return Optional.of(from.moved(to, charged, refunded, changes, lastChange));
    }

    /** A store that words its failure otherwise each time has not moved. */
    private static boolean sameButForWords(SubOrderState from, SubOrderState to) {
        return (from instanceof InDoubt before && to instanceof InDoubt after)
                ? before.equals(after.saying(before.why()))
                : from.equals(to);
    }

    /**
     * Whether a moment that is past already is that of a hint which came while the store was being
     * asked: whoever asks holds a lease, and that lies ahead; where it ran out, the store is asked
     * once more than needed. Nothing hints at what no store has heard of, nobody is asked about
     * what was rejected, and what is just being sent is left to whoever sends it.
     */
    private static boolean hintStays(SubOrderState from, SubOrderEvent event, SubOrderState to) {
        return switch (from) {
            case AwaitingPayment _, Placing _, Rejected _ -> false;
            case AwaitingBuyer _, InDoubt _, Placed _, Shipped _, Delivered _, Cancelled _ ->
                    !(event instanceof SendBegun) && !(to instanceof Rejected);
        };
    }

    private void settle(SubOrder from, UpstreamOrder stated, Instant now) {
        parcels.record(from.id(), stated.parcels());
        Money charged = stated.charged();
        if (from.charged().isEmpty()) {
            ledger.charged(from.id(), from.store(), from.quoted().total(), charged, now);
        } else if (!from.charged().get().equals(charged)) {
            ledger.recharged(from.id(), from.charged().get(), charged, now);
        }
        if (!stated.refunded().equals(from.refunded())) {
            ledger.refunded(from.id(), from.store(), from.refunded(), stated.refunded(), now);
        }
        // a store states one sum: where it is the quoted one, every line was charged as quoted
        jdbc.sql(
                        "update sub_order_line set charged = case when :same then quoted end where sub_order_id = :id")
                .param("same", charged.equals(from.quoted().total()))
                .param("id", from.id().value())
                .update();
    }

    /** An order too many is a fact a person must see; other refusals are late answers. */
    private void noteRefusal(
            SubOrder from, SubOrderEvent event, Step.Refused refused, Instant now) {
        if (refused.reason() == Step.Refusal.SECOND_STORE_ORDER) {
            event(
                    from.id(),
                    "second_store_order",
                    from.state(),
                    from.state(),
                    EventText.detail(event),
                    now);
        }
    }

    private void event(
            SubOrderId id,
            String kind,
            SubOrderState from,
            SubOrderState to,
            String detail,
            Instant at) {
        jdbc.sql(
                        """
                        insert into sub_order_event (sub_order_id, kind, from_state, to_state, detail, at)
                        values (:id, :kind, :from, :to, :detail, :at)
                        """)
                .param("id", id.value())
                .param("kind", kind)
                .param("from", OrderJson.nameOf(from))
                .param("to", OrderJson.nameOf(to))
                .param("detail", detail)
                .param("at", utc(at))
                .update();
    }

    /** What the rhythm says of a sub-order that was looked after now and stays as it is. */
    Optional<Instant> nextCheck(SubOrder one, Instant now) {
        return rhythm.next(one.state(), one.doubtClass(), one.createdAt(), one.changedAt(), now);
    }

    /** Everything that is moved by this is moved at once, or not at all. */
    <T> T inOneTransaction(Supplier<T> moves) {
        return requireNonNull(transaction.execute(_ -> moves.get()));
    }

    byte[] sealedRequest(SubOrderId id, PlaceRequest request) {
        return vault.seal(OrderJson.write(request), requestPlace(id));
    }

    private byte[] sealedAccess(SubOrderId id, UpstreamOrder order) {
        return vault.seal(order.handle().access().reveal(), accessPlace(id));
    }

    private static String requestPlace(SubOrderId id) {
        return "sub_order.request/" + id;
    }

    private static String accessPlace(SubOrderId id) {
        return "sub_order.access/" + id;
    }

    private static int attempt(SubOrderState state) {
        return switch (state) {
            case Placing placing -> placing.attempt();
            case InDoubt doubt -> doubt.attempt();
            case AwaitingPayment _ -> 0;
            case AwaitingBuyer _, Placed _, Shipped _, Delivered _, Cancelled _, Rejected _ -> 1;
        };
    }

    static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static PaymentMethod paymentMethod(String word) {
        return PaymentMethod.of(word)
                .orElseThrow(() ->
                        new IllegalStateException(
                                "sub_order.payment_method '" + word + "' is none of ours"));
    }

    static SubOrder subOrder(ResultSet row, int number) throws SQLException {
        Breakdown breakdown = OrderJson.read(row.getString("breakdown"), Breakdown.class);
        @Nullable Long charged = row.getObject("charged", Long.class);
        return new SubOrder(
                new SubOrderId(row.getObject("id", UUID.class)),
                new OrderId(row.getObject("order_id", UUID.class)),
                new StoreId(row.getString("connection_id"), row.getString("seller_id")),
                LocalizedJson.read(row.getString("store_name")),
                DoubtClass.valueOf(row.getString("doubt_class")),
                MerchantOfRecord.valueOf(row.getString("merchant_of_record")),
                paymentMethod(row.getString("payment_method")),
                OrderJson.state(row.getString("state"), row.getString("details")),
                row.getInt("version"),
                new IdempotencyKey(row.getString("idempotency_key")),
                breakdown.promised(),
                breakdown.quoted(),
                Optional.ofNullable(charged)
                        .map(minor -> new Money(minor, breakdown.quoted().total().currency())),
                new Money(row.getLong("refunded"), breakdown.quoted().total().currency()),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }

    record Breakdown(Amounts promised, Amounts quoted) {}
}
