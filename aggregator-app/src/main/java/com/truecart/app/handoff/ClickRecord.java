package com.truecart.app.handoff;

import com.truecart.app.catalog.LocalizedJson;
import com.truecart.app.catalog.MoneyJson;
import com.truecart.app.catalog.ProductId;
import com.truecart.app.connection.Connection;
import com.truecart.app.connection.Connections;
import com.truecart.model.Localized;
import com.truecart.model.Money;
import com.truecart.spi.HandedOrder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/**
 * The table {@code hand_off_click}, and what stores report of it. With the first visit by a
 * connection's link its orders begin to be read.
 */
@Repository
class ClickRecord implements Clicks, HandOffReports {
    private static final JsonMapper MAPPER = MoneyJson.mapper();

    private final JdbcClient jdbc;
    private final Connections connections;

    ClickRecord(JdbcClient jdbc, Connections connections) {
        this.jdbc = jdbc;
        this.connections = connections;
    }

    @Override
    public void issued(Click click) {
        jdbc.sql(
                        """
                        with read_from_now_on as (
                            insert into handed_order_reading (connection_id, next_at) values (:connection, :at) on conflict do nothing)
                        insert into hand_off_click
                            (reference, shopper, connection_id, store_name, product_id, upstream_id, title, quantity, currency, predicted, at)
                        values (:reference, :shopper, :connection, :store::jsonb, :product, :upstream, :title::jsonb, :quantity, :currency,
                                :predicted, :at)
                        """)
                .param("reference", click.reference().value())
                .param("shopper", click.shopper())
                .param("connection", click.connectionId())
                .param("store", MAPPER.writeValueAsString(click.storeName().byLanguage()))
                .param("product", click.product().value())
                .param("upstream", click.upstreamId())
                .param("title", MAPPER.writeValueAsString(click.title().byLanguage()))
                .param("quantity", click.quantity())
                .param("currency", code(click.predicted()), Types.VARCHAR)
                .param("predicted", minor(click.predicted()), Types.BIGINT)
                .param("at", utc(click.at()))
                .update();
    }

    @Override
    public List<HandOffReport> latest(UUID shopper, int atMost) {
        return jdbc.sql(
                        """
                        select c.store_name, c.connection_id, c.product_id, c.title, o.quantity, c.currency as predicted_currency, c.predicted,
                               c.quantity as predicted_for, o.currency as paid_currency, o.paid, o.status, o.status_text, o.matched_by,
                               o.upstream_id is not null and o.upstream_id <> c.upstream_id as other_listing, o.ordered_at, o.read_at
                        from hand_off_click c join handed_order o on o.click = c.reference
                        where c.shopper = :shopper
                        order by o.ordered_at desc, o.line_key limit :atMost
                        """)
                .param("shopper", shopper)
                .param("atMost", atMost)
                .query(this::report)
                .list();
    }

    private HandOffReport report(ResultSet row, int number) throws SQLException {
        String connectionId = row.getString("connection_id");
        return new HandOffReport(
                LocalizedJson.read(row.getString("store_name")),
                connections
                        .find(connectionId)
                        .map(Connection::name)
                        .orElseGet(() -> Localized.of(Localized.UNSTATED, connectionId)),
                new ProductId(row.getObject("product_id", UUID.class)),
                LocalizedJson.read(row.getString("title")),
                row.getInt("quantity"),
                money(row, "predicted", "predicted_currency"),
                row.getInt("predicted_for"),
                money(row, "paid", "paid_currency"),
                HandedOrder.Status.valueOf(row.getString("status")),
                row.getString("status_text"),
                "reference".equals(row.getString("matched_by")),
                row.getBoolean("other_listing"),
                moment(row, "ordered_at"),
                moment(row, "read_at"));
    }

    private static Optional<Money> money(ResultSet row, String amount, String currency)
            throws SQLException {
        String code = row.getString(currency);
        return code == null ? Optional.empty() : Optional.of(Money.of(row.getLong(amount), code));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable String code(Optional<Money> amount) {
        return amount.map(money -> money.currency().getCurrencyCode()).orElse(null);
    }

    static @Nullable Long minor(Optional<Money> amount) {
        return amount.map(Money::minor).orElse(null);
    }

    static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
