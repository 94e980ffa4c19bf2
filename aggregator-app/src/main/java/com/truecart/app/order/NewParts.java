package com.truecart.app.order;

import com.truecart.app.order.NewOrder.NewLine;
import com.truecart.app.order.NewOrder.NewSubOrder;
import com.truecart.app.order.SubOrderState.Placing;
import java.sql.Types;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Makes the parts of orders. */
@Repository
class NewParts {
    private final JdbcClient jdbc;
    private final OrderRecord record;
    private final Ledger ledger;

    NewParts(JdbcClient jdbc, OrderRecord record, Ledger ledger) {
        this.jdbc = jdbc;
        this.record = record;
        this.ledger = ledger;
    }

    /** Commits the intent to order in the place of what was agreed to and is not placed. */
    void inPlaceOf(SubOrder agreed, NewSubOrder subOrder, Instant now) {
        insert(agreed.order(), subOrder, Placing.FIRST, Optional.of(agreed.id()), now);
    }

    /**
     * Commits the intent to order at one store, within the caller's transaction.
     *
     * @param instead the part that was agreed to, where this one comes in its place
     */
    void insert(
            OrderId order,
            NewSubOrder subOrder,
            SubOrderState first,
            Optional<SubOrderId> instead,
            Instant now) {
        SubOrderId id = new SubOrderId(UUID.randomUUID());
        jdbc.sql(
                        """
                        insert into sub_order
                            (id, order_id, connection_id, seller_id, store_name, doubt_class, merchant_of_record, payment_method, state, details, idempotency_key,
                             currency, promised, quoted, breakdown, request, next_check_at, created_at, changed_at, instead_of, arrives_by)
                        values (:id, :order, :connection, :seller, :name::jsonb, :doubt, :merchant, :payment, :state, :details::jsonb, :key,
                                :currency, :promised, :quoted, :breakdown::jsonb, :request, :next, :now, :now, :instead,
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
                .param("instead", instead.map(SubOrderId::value).orElse(null), Types.OTHER)
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
