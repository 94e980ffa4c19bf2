package com.truecart.app.aftersales;

import com.truecart.app.aftersales.Claim.By;
import com.truecart.app.aftersales.Claim.Happening;
import com.truecart.app.catalog.FactsJson;
import com.truecart.app.order.OrderId;
import com.truecart.app.order.SubOrderId;
import com.truecart.app.vault.Vault;
import com.truecart.model.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** Claims in the database: read, and moved by one fenced statement per event. */
@Repository
class ClaimRecord {
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Vault vault;
    private final ClaimSettings settings;

    ClaimRecord(
            JdbcClient jdbc, TransactionTemplate transaction, Vault vault, ClaimSettings settings) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.vault = vault;
        this.settings = settings;
    }

    /**
     * Keeps a new claim.
     *
     * @throws org.springframework.dao.DuplicateKeyException where the part has a running one
     */
    void insert(Claim claim) {
        transaction.executeWithoutResult(_ -> {
            jdbc.sql(
                            """
                            insert into claim (id, sub_order_id, order_id, shopper, kind, reason, words, simulation_kind,
                                simulation, currency, refunded_before, state, details, running, due_at, expires_at,
                                created_at, changed_at)
                            values (:id, :part, :order, :shopper, :kind, :reason, :words, :simulationKind,
                                :simulation::jsonb, :currency, :before, :state, :details, :running, :due, :expires,
                                :now, :now)
                            """)
                    .param("id", claim.id().value())
                    .param("part", claim.part().value())
                    .param("order", claim.order().value())
                    .param("shopper", claim.shopper())
                    .param("kind", claim.kind().name())
                    .param("reason", claim.reason().name())
                    .param("words", vault.seal(claim.words(), place("words", claim.id())))
                    .param("simulationKind", ClaimJson.nameOf(claim.simulation()))
                    .param("simulation", FactsJson.facts(claim.simulation()))
                    .param("currency", claim.refundedBefore().currency().getCurrencyCode())
                    .param("before", claim.refundedBefore().minor())
                    .param("state", ClaimJson.nameOf(claim.state()))
                    .param("details", sealed(claim.id(), claim.state()))
                    .param("running", claim.state().isRunning())
                    .param("due", due(claim.state(), 0, claim.expiresAt()), TIME)
                    .param("expires", claim.expiresAt().map(ClaimRecord::utc).orElse(null), TIME)
                    .param("now", utc(claim.createdAt()))
                    .update();
            claim.units()
                    .forEach((line, units) ->
                            jdbc.sql(
                                            "insert into claim_line (claim_id, line, units) values"
                                                    + " (:id, :line, :units)")
                                    .param("id", claim.id().value())
                                    .param("line", line)
                                    .param("units", units)
                                    .update());
            happened(
                    claim.id(),
                    "made",
                    By.SHOPPER,
                    claim.state(),
                    claim.state(),
                    "",
                    claim.createdAt());
        });
    }

    /**
     * Applies an event: new state and event row in one transaction.
     *
     * @return whether it moved; false where somebody else changed it since it was read, or the
     *     event must not happen
     * @throws org.springframework.dao.DuplicateKeyException where it would run again beside another
     *     claim about the same part
     */
    boolean apply(Claim from, ClaimEvent event, By by, Instant now) {
        return switch (ClaimTransitions.after(from.state(), event, now)) {
            case ClaimStep.Refused _ -> false;
            case ClaimStep.To to ->
                    Boolean.TRUE.equals(
                            transaction.execute(_ -> move(from, event, to.state(), by, now)));
        };
    }

    private boolean move(Claim from, ClaimEvent event, ClaimState to, By by, Instant now) {
        int rows =
                jdbc.sql(
                                """
                                update claim set state = :state, details = :details, running = :running,
                                    version = version + 1, reminded = 0, due_at = :due, changed_at = :now
                                where id = :id and version = :version
                                """)
                        .param("state", ClaimJson.nameOf(to))
                        .param("details", sealed(from.id(), to))
                        .param("running", to.isRunning())
                        .param("due", due(to, 0, from.expiresAt()), TIME)
                        .param("now", utc(now))
                        .param("id", from.id().value())
                        .param("version", from.version())
                        .update();
        if (rows == 0) {
            return false;
        }
        happened(
                from.id(),
                ClaimJson.nameOf(event),
                by,
                from.state(),
                to,
                ClaimJson.detail(event),
                now);
        return true;
    }

    /** Notes that whoever has to act is over time; false where somebody else noted it. */
    boolean remind(Claim claim, Instant now) {
        return Boolean.TRUE.equals(
                transaction.execute(_ -> {
                    int reminded = claim.reminded() + 1;
                    int rows =
                            jdbc.sql(
                                            """
                                            update claim set reminded = :reminded, due_at = :due, version = version + 1
                                            where id = :id and version = :version
                                            """)
                                    .param("reminded", reminded)
                                    .param(
                                            "due",
                                            due(claim.state(), reminded, claim.expiresAt()),
                                            TIME)
                                    .param("id", claim.id().value())
                                    .param("version", claim.version())
                                    .update();
                    if (rows == 1) {
                        happened(
                                claim.id(),
                                "reminder",
                                By.CLOCK,
                                claim.state(),
                                claim.state(),
                                "",
                                now);
                    }
                    return rows == 1;
                }));
    }

    void rate(ClaimId id, int rating) {
        jdbc.sql("update claim set rating = :rating where id = :id")
                .param("rating", rating)
                .param("id", id.value())
                .update();
    }

    Optional<Claim> find(ClaimId id) {
        return read(jdbc.sql("select * from claim where id = :id").param("id", id.value())).stream()
                .findFirst();
    }

    /** All claims about a part, oldest first. */
    List<Claim> about(SubOrderId part) {
        return read(
                jdbc.sql("select * from claim where sub_order_id = :part order by created_at, id")
                        .param("part", part.value()));
    }

    /** Those somebody has to see to, the longest overdue first. */
    List<Claim> running(int atMost) {
        return read(
                jdbc.sql(
                                """
                                select * from claim where running
                                order by reminded desc, due_at nulls last, created_at limit :atMost
                                """)
                        .param("atMost", atMost));
    }

    /** Those that are due, the longest first. */
    List<Claim> due(Instant now, int atMost) {
        return read(
                jdbc.sql(
                                """
                                select * from claim where due_at <= :now order by due_at limit :atMost
                                """)
                        .param("now", utc(now))
                        .param("atMost", atMost));
    }

    /**
     * The latest claim of each part of which the store told something since, where it is running or
     * changed since then; the latest news first. What a store told is in the record of orders: only
     * there it can be picked out.
     */
    List<Claim> withNews(Instant then, int atMost) {
        return read(
                jdbc.sql(
                                """
                                select c.* from claim c join sub_order s on s.id = c.sub_order_id
                                where (c.running or c.changed_at >= :then) and c.state <> 'withdrawn'
                                  and s.changed_at >= c.created_at
                                  and not exists (select from claim later where later.sub_order_id = c.sub_order_id
                                                  and later.created_at > c.created_at)
                                order by s.changed_at desc limit :atMost
                                """)
                        .param("then", utc(then))
                        .param("atMost", atMost));
    }

    /** The orders about which somebody still has to do something. */
    List<OrderId> ordersRunning() {
        return jdbc.sql("select distinct order_id from claim where running")
                .query((row, _) -> new OrderId(row.getObject("order_id", UUID.class)))
                .list();
    }

    List<Happening> history(ClaimId id) {
        return jdbc.sql("select * from claim_event where claim_id = :id order by id")
                .param("id", id.value())
                .query((row, _) ->
                        new Happening(
                                instant(row, "at"),
                                row.getString("kind"),
                                By.valueOf(row.getString("by_whom").toUpperCase(Locale.ROOT)),
                                vault.open(row.getBytes("detail"), place("event", id))))
                .list();
    }

    private static final int TIME = java.sql.Types.TIMESTAMP_WITH_TIMEZONE;

    private @Nullable OffsetDateTime due(
            ClaimState state, int reminded, Optional<Instant> expiresAt) {
        Optional<Instant> reminder = settings.reminder(state, reminded);
        Optional<Instant> end =
                state instanceof ClaimState.Open || state instanceof ClaimState.SentToStore
                        ? expiresAt
                        : Optional.empty();
        return reminder.map(at -> end.filter(at::isAfter).orElse(at))
                .or(() -> end)
                .map(ClaimRecord::utc)
                .orElse(null);
    }

    private void happened(
            ClaimId id,
            String kind,
            By by,
            ClaimState from,
            ClaimState to,
            String detail,
            Instant at) {
        jdbc.sql(
                        """
                        insert into claim_event (claim_id, kind, by_whom, from_state, to_state, detail, at)
                        values (:id, :kind, :by, :from, :to, :detail, :at)
                        """)
                .param("id", id.value())
                .param("kind", kind)
                .param("by", by.name().toLowerCase(Locale.ROOT))
                .param("from", ClaimJson.nameOf(from))
                .param("to", ClaimJson.nameOf(to))
                .param("detail", vault.seal(detail, place("event", id)))
                .param("at", utc(at))
                .update();
    }

    private byte[] sealed(ClaimId id, ClaimState state) {
        return vault.seal(FactsJson.facts(state), place("details", id));
    }

    private static String place(String column, ClaimId id) {
        return "claim." + column + "/" + id;
    }

    private List<Claim> read(JdbcClient.StatementSpec query) {
        List<Row> rows = query.query((row, _) -> new Row(id(row), unitless(row))).list();
        Map<UUID, Map<Integer, Integer>> units =
                units(rows.stream().map(row -> row.id().value()).toList());
        return rows.stream()
                .map(row -> with(row.claim(), units.getOrDefault(row.id().value(), Map.of())))
                .toList();
    }

    private Map<UUID, Map<Integer, Integer>> units(Collection<UUID> ids) {
        Map<UUID, Map<Integer, Integer>> byClaim = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("select * from claim_line where claim_id in (:ids)")
                    .param("ids", ids)
                    .query(row -> {
                        byClaim.computeIfAbsent(
                                        row.getObject("claim_id", UUID.class), _ -> new HashMap<>())
                                .put(row.getInt("line"), row.getInt("units"));
                    });
        }
        return byClaim;
    }

    private static Claim with(Claim claim, Map<Integer, Integer> units) {
        return new Claim(
                claim.id(),
                claim.part(),
                claim.order(),
                claim.shopper(),
                claim.kind(),
                claim.reason(),
                claim.words(),
                units,
                claim.simulation(),
                claim.refundedBefore(),
                claim.state(),
                claim.version(),
                claim.dueAt(),
                claim.reminded(),
                claim.expiresAt(),
                claim.rating(),
                claim.createdAt(),
                claim.changedAt());
    }

    private static ClaimId id(ResultSet row) throws SQLException {
        return new ClaimId(row.getObject("id", UUID.class));
    }

    private Claim unitless(ResultSet row) throws SQLException {
        ClaimId id = id(row);
        int rating = row.getInt("rating");
        return new Claim(
                id,
                new SubOrderId(row.getObject("sub_order_id", UUID.class)),
                new OrderId(row.getObject("order_id", UUID.class)),
                row.getObject("shopper", UUID.class),
                ClaimKind.valueOf(row.getString("kind")),
                ClaimReason.valueOf(row.getString("reason")),
                vault.open(row.getBytes("words"), place("words", id)),
                Map.of(),
                ClaimJson.simulation(row.getString("simulation_kind"), row.getString("simulation")),
                Money.of(row.getLong("refunded_before"), row.getString("currency")),
                ClaimJson.state(
                        row.getString("state"),
                        vault.open(row.getBytes("details"), place("details", id))),
                row.getInt("version"),
                moment(row, "due_at"),
                row.getInt("reminded"),
                moment(row, "expires_at"),
                rating == 0 ? OptionalInt.empty() : OptionalInt.of(rating),
                instant(row, "created_at"),
                instant(row, "changed_at"));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private record Row(ClaimId id, Claim claim) {}
}
