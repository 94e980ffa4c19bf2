package com.truecart.app.connection;

import com.truecart.app.vault.Vault;
import com.truecart.model.DeliveryTerms;
import com.truecart.model.Localized;
import com.truecart.model.Money;
import com.truecart.model.OrderTerms;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The tables {@code connection} and {@code connection_health}. */
@Repository
class ConnectionRows {
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private static final String COLUMNS =
            """
            select id, kind, name, settings, delivery_fee, delivery_free_from, delivery_currency,
                   least_order, least_order_currency, arrives_within_days, pull_every_seconds, enabled
            from connection
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.builder().build();

    ConnectionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Connection> all() {
        return jdbc.sql(COLUMNS + " order by id").query((row, _) -> connection(row)).list();
    }

    Optional<Connection> find(String id) {
        return jdbc.sql(COLUMNS + " where id = :id")
                .param("id", id)
                .query((row, _) -> connection(row))
                .optional();
    }

    Map<String, String> secrets(String id, Vault vault) {
        return jdbc.sql("select secrets from connection where id = :id and secrets is not null")
                .param("id", id)
                .query(byte[].class)
                .optional()
                .map(sealed -> json.readValue(vault.open(sealed, place(id)), TEXTS))
                .orElse(Map.of());
    }

    /** Whether the row was new. */
    boolean save(Connection connection, Map<String, String> secrets, Vault vault, Instant now) {
        Optional<DeliveryTerms> delivery = connection.delivery();
        byte[] sealed =
                secrets.isEmpty()
                        ? null
                        : vault.seal(json.writeValueAsString(secrets), place(connection.id()));
        return jdbc.sql(
                        """
                        insert into connection (id, kind, name, settings, secrets, delivery_fee, delivery_free_from,
                            delivery_currency, least_order, least_order_currency, arrives_within_days,
                            pull_every_seconds, enabled, created_at)
                        values (:id, :kind, :name::jsonb, :settings::jsonb, :secrets, :fee, :freeFrom, :currency,
                            :leastOrder, :leastOrderCurrency, :days, :every, :enabled, :now)
                        on conflict (id) do update set name = excluded.name, settings = excluded.settings,
                            secrets = excluded.secrets, delivery_fee = excluded.delivery_fee,
                            delivery_free_from = excluded.delivery_free_from,
                            delivery_currency = excluded.delivery_currency,
                            least_order = excluded.least_order,
                            least_order_currency = excluded.least_order_currency,
                            arrives_within_days = excluded.arrives_within_days,
                            pull_every_seconds = excluded.pull_every_seconds, enabled = excluded.enabled
                        returning xmax = 0
                        """)
                .param("id", connection.id())
                .param("kind", connection.kind())
                .param("name", json.writeValueAsString(connection.name().byLanguage()))
                .param("settings", json.writeValueAsString(connection.settings()))
                .param("secrets", sealed, java.sql.Types.BINARY)
                .param(
                        "fee",
                        delivery.map(terms -> terms.fee().minor()).orElse(null),
                        java.sql.Types.BIGINT)
                .param(
                        "freeFrom",
                        delivery.flatMap(DeliveryTerms::freeFrom).map(Money::minor).orElse(null),
                        java.sql.Types.BIGINT)
                .param(
                        "currency",
                        delivery.map(terms -> terms.fee().currency().getCurrencyCode())
                                .orElse(null),
                        java.sql.Types.CHAR)
                .param(
                        "leastOrder",
                        connection.orders().minimum().map(Money::minor).orElse(null),
                        java.sql.Types.BIGINT)
                .param(
                        "leastOrderCurrency",
                        connection
                                .orders()
                                .minimum()
                                .map(least -> least.currency().getCurrencyCode())
                                .orElse(null),
                        java.sql.Types.CHAR)
                .param(
                        "days",
                        connection.orders().arrivesWithinDays().isPresent()
                                ? connection.orders().arrivesWithinDays().getAsInt()
                                : null,
                        java.sql.Types.INTEGER)
                .param("every", connection.pullEvery().toSeconds())
                .param("enabled", connection.enabled())
                .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    void remember(String id, ConnectionHealth health) {
        jdbc.sql(
                        """
                        insert into connection_health (connection_id, up, detail, remedy, checked_at)
                        values (:id, :up, :detail, :remedy, :at)
                        on conflict (connection_id) do update set up = excluded.up, detail = excluded.detail,
                            remedy = excluded.remedy, checked_at = excluded.checked_at
                        """)
                .param("id", id)
                .param("up", health.up())
                .param("detail", health.detail())
                .param("remedy", health.remedy().orElse(null), java.sql.Types.VARCHAR)
                .param("at", OffsetDateTime.ofInstant(health.checkedAt(), ZoneOffset.UTC))
                .update();
    }

    Map<String, ConnectionHealth> health() {
        Map<String, ConnectionHealth> byConnection = new HashMap<>();
        jdbc.sql("select connection_id, up, detail, remedy, checked_at from connection_health")
                .query(row -> {
                    byConnection.put(
                            row.getString("connection_id"),
                            new ConnectionHealth(
                                    row.getBoolean("up"),
                                    row.getString("detail"),
                                    Optional.ofNullable(row.getString("remedy")),
                                    row.getObject("checked_at", OffsetDateTime.class).toInstant()));
                });
        return byConnection;
    }

    private static String place(String id) {
        return "connection.secrets/" + id;
    }

    private Connection connection(ResultSet row) throws SQLException {
        Optional<DeliveryTerms> delivery = Optional.empty();
        String currency = row.getString("delivery_currency");
        if (currency != null) {
            long freeFrom = row.getLong("delivery_free_from");
            delivery =
                    Optional.of(
                            new DeliveryTerms(
                                    Money.of(row.getLong("delivery_fee"), currency),
                                    row.getObject("delivery_free_from") == null
                                            ? Optional.empty()
                                            : Optional.of(Money.of(freeFrom, currency))));
        }
        return new Connection(
                row.getString("id"),
                row.getString("kind"),
                new Localized(json.readValue(row.getString("name"), TEXTS)),
                json.readValue(row.getString("settings"), TEXTS),
                delivery,
                Duration.ofSeconds(row.getInt("pull_every_seconds")),
                row.getBoolean("enabled"),
                orders(row));
    }

    private static OrderTerms orders(ResultSet row) throws SQLException {
        OrderTerms terms = OrderTerms.NONE;
        String currency = row.getString("least_order_currency");
        if (currency != null) {
            terms = terms.from(Money.of(row.getLong("least_order"), currency));
        }
        int days = row.getInt("arrives_within_days");
        return row.wasNull() ? terms : terms.within(days);
    }
}
