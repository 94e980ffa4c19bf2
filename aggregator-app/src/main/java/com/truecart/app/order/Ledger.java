package com.truecart.app.order;

import com.truecart.app.catalog.StoreId;
import com.truecart.model.Money;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The books: for every sub-order what was promised, quoted, charged and given back, as double
 * entries that sum to zero. Rows are only ever added; the database refuses a posting that does not
 * balance.
 */
@Component
class Ledger {
    private static final String SHOPPER = "shopper";
    private final JdbcClient jdbc;

    Ledger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What the plan predicted. */
    void promised(SubOrderId id, StoreId store, Money promised, Instant at) {
        post(
                id,
                "promised",
                List.of(
                        new Entry(SHOPPER, promised.negated(), "the plan"),
                        new Entry("store:" + store, promised, "the plan")),
                at);
    }

    /** What the store quoted and the shopper agreed to, with why it differs from the promise. */
    void quoted(
            SubOrderId id,
            StoreId store,
            Money promised,
            Money quoted,
            String explanation,
            Instant at) {
        post(id, "quoted", compared(store, quoted, promised, "difference:quote", explanation), at);
    }

    /** What the store charges, with how it differs from the quote. */
    void charged(SubOrderId id, StoreId store, Money quoted, Money charged, Instant at) {
        post(
                id,
                "charged",
                compared(
                        store,
                        charged,
                        quoted,
                        "difference:charge",
                        "the store charges " + charged + ", it quoted " + quoted),
                at);
    }

    /** The store changed what it charges. */
    void recharged(SubOrderId id, Money before, Money now, Instant at) {
        Money change = now.minus(before);
        String explanation = "the store charged " + before + ", now " + now;
        post(
                id,
                "charged",
                List.of(
                        new Entry(SHOPPER, change.negated(), explanation),
                        new Entry("difference:charge", change, explanation)),
                at);
    }

    /** The store changed what it gave back. */
    void refunded(SubOrderId id, StoreId store, Money before, Money now, Instant at) {
        Money change = now.minus(before);
        String explanation = "the store gave back " + now + " in all";
        post(
                id,
                "refunded",
                List.of(
                        new Entry(SHOPPER, change, explanation),
                        new Entry("store:" + store, change.negated(), explanation)),
                at);
    }

    /**
     * A payment provider holds, has taken or has given back more or less than before: money of the
     * whole order, kept apart from what its stores charge.
     *
     * @param change from the shopper's side to the provider's; negative where it goes back
     */
    void atProvider(
            OrderId order, String account, String kind, Money change, String why, Instant at) {
        post(
                Optional.empty(),
                Optional.of(order),
                kind,
                List.of(
                        new Entry(SHOPPER, change.negated(), why),
                        new Entry("provider:" + account, change, why)),
                at);
    }

    private static List<Entry> compared(
            StoreId store, Money amount, Money before, String account, String explanation) {
        Money difference = amount.minus(before);
        Entry paid = new Entry(SHOPPER, amount.negated(), "the store's figure");
        return difference.isZero()
                ? List.of(paid, new Entry("store:" + store, before, "as before"))
                : List.of(
                        paid,
                        new Entry("store:" + store, before, "as before"),
                        new Entry(account, difference, explanation));
    }

    private void post(SubOrderId id, String kind, List<Entry> entries, Instant at) {
        post(Optional.of(id), Optional.empty(), kind, entries, at);
    }

    private void post(
            Optional<SubOrderId> id,
            Optional<OrderId> order,
            String kind,
            List<Entry> entries,
            Instant at) {
        UUID posting = UUID.randomUUID();
        for (Entry entry : entries) {
            jdbc.sql(
                            """
                            insert into ledger_entry
                                (posting, sub_order_id, order_id, account, kind, currency, amount, explanation, at)
                            values (:posting, :subOrder, :order, :account, :kind, :currency, :amount, :explanation, :at)
                            """)
                    .param("posting", posting)
                    .param("subOrder", id.map(SubOrderId::value).orElse(null), Types.OTHER)
                    .param("order", order.map(OrderId::value).orElse(null), Types.OTHER)
                    .param("account", entry.account())
                    .param("kind", kind)
                    .param("currency", entry.amount().currency().getCurrencyCode())
                    .param("amount", entry.amount().minor())
                    .param("explanation", entry.explanation())
                    .param("at", at.atOffset(ZoneOffset.UTC))
                    .update();
        }
    }

    private record Entry(String account, Money amount, String explanation) {}
}
