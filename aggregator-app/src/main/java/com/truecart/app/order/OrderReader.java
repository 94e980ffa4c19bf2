package com.truecart.app.order;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import com.truecart.app.catalog.LocalizedJson;
import com.truecart.app.catalog.ProductId;
import com.truecart.app.order.OrderView.Difference;
import com.truecart.app.order.OrderView.Happening;
import com.truecart.app.order.OrderView.Line;
import com.truecart.app.order.OrderView.Parcel;
import com.truecart.app.order.OrderView.ParcelEvent;
import com.truecart.app.order.OrderView.Part;
import com.truecart.model.Money;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/** Reads whole orders for people, in a fixed number of queries. */
@Repository
class OrderReader {
    private static final int MOST_EVENTS = 200;
    private final JdbcClient jdbc;
    private final Clock clock;

    OrderReader(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<OrderView> find(OrderId id, UUID shopper) {
        return views(
                        jdbc.sql(
                                        "select * from customer_order where id = :id and shopper = :shopper")
                                .param("id", id.value())
                                .param("shopper", shopper)
                                .query(OrderReader::head)
                                .list())
                .stream()
                .findFirst();
    }

    List<OrderView> latest(UUID shopper, int atMost) {
        return views(
                jdbc.sql(
                                """
                                select * from customer_order where shopper = :shopper
                                order by placed_at desc, id limit :atMost
                                """)
                        .param("shopper", shopper)
                        .param("atMost", atMost)
                        .query(OrderReader::head)
                        .list());
    }

    private List<OrderView> views(List<Head> heads) {
        if (heads.isEmpty()) {
            return List.of();
        }
        List<SubOrder> subOrders =
                jdbc.sql(
                                "select "
                                        + OrderRecord.COLUMNS
                                        + " from sub_order where order_id in (:ids) order by created_at, connection_id, seller_id")
                        .param("ids", heads.stream().map(Head::id).toList())
                        .query(OrderRecord::subOrder)
                        .list();
        Map<SubOrderId, Currency> currencies =
                subOrders.stream()
                        .collect(toMap(SubOrder::id, one -> one.quoted().total().currency()));
        List<UUID> ids = subOrders.stream().map(one -> one.id().value()).toList();
        Map<SubOrderId, List<Line>> lines = lines(ids, currencies);
        Map<SubOrderId, List<Happening>> history = history(ids);
        Map<SubOrderId, List<Parcel>> parcels = parcels(ids);
        Map<SubOrderId, List<Difference>> differences = differences(ids);
        Map<SubOrderId, List<Instant>> arrivals = arrivals(ids);
        Map<SubOrderId, List<Shortage>> shortages =
                bySubOrder(
                        "select * from shortage where sub_order_id in (:ids)",
                        ids,
                        ShortageRecord::shortage);
        Instant now = clock.instant();
        Map<OrderId, List<Part>> parts =
                subOrders.stream()
                        .collect(
                                groupingBy(
                                        SubOrder::order,
                                        mapping(
                                                one ->
                                                        new Part(
                                                                one,
                                                                lines.getOrDefault(
                                                                        one.id(), List.of()),
                                                                history.getOrDefault(
                                                                        one.id(), List.of()),
                                                                parcels.getOrDefault(
                                                                        one.id(), List.of()),
                                                                differences.getOrDefault(
                                                                        one.id(), List.of()),
                                                                Waiting.of(
                                                                        one,
                                                                        arrivals
                                                                                .getOrDefault(
                                                                                        one.id(),
                                                                                        List.of())
                                                                                .stream()
                                                                                .findFirst(),
                                                                        parcels.getOrDefault(
                                                                                one.id(),
                                                                                List.of()),
                                                                        now),
                                                                shortages
                                                                        .getOrDefault(
                                                                                one.id(), List.of())
                                                                        .stream()
                                                                        .findFirst()),
                                                toList())));
        return heads.stream()
                .map(head ->
                        new OrderView(
                                new OrderId(head.id()),
                                head.number(),
                                head.placedAt(),
                                head.currency(),
                                parts.getOrDefault(new OrderId(head.id()), List.of()),
                                head.handOff(),
                                head.shortage()))
                .toList();
    }

    private Map<SubOrderId, List<Line>> lines(
            Collection<UUID> ids, Map<SubOrderId, Currency> currencies) {
        return bySubOrder(
                "select * from sub_order_line where sub_order_id in (:ids) order by sub_order_id, line",
                ids,
                row -> {
                    Currency currency = currencies.get(subOrderId(row));
                    if (currency == null) {
                        throw new IllegalStateException("a line of no sub-order");
                    }
                    @Nullable Long charged = row.getObject("charged", Long.class);
                    return new Line(
                            new ProductId(row.getObject("product_id", UUID.class)),
                            LocalizedJson.read(row.getString("title")),
                            row.getInt("quantity"),
                            new Money(row.getLong("promised"), currency),
                            new Money(row.getLong("quoted"), currency),
                            Optional.ofNullable(charged).map(minor -> new Money(minor, currency)));
                });
    }

    private Map<SubOrderId, List<Happening>> history(Collection<UUID> ids) {
        return bySubOrder(
                """
                select sub_order_id, at, kind, detail
                from (select *, row_number() over (partition by sub_order_id order by id desc) as back
                      from sub_order_event where sub_order_id in (:ids)) latest
                where back <= %d order by sub_order_id, id
                """
                        .formatted(MOST_EVENTS),
                ids,
                row ->
                        new Happening(
                                instant(row, "at"),
                                row.getString("kind"),
                                row.getString("detail")));
    }

    private Map<SubOrderId, List<Difference>> differences(Collection<UUID> ids) {
        return bySubOrder(
                """
                select sub_order_id, kind, currency, amount, explanation from ledger_entry
                where sub_order_id in (:ids) and account like 'difference:%' order by sub_order_id, id
                """,
                ids,
                row ->
                        new Difference(
                                row.getString("kind"),
                                Money.of(row.getLong("amount"), row.getString("currency")),
                                row.getString("explanation")));
    }

    /** When a part should be there at the latest; one moment, or none. */
    private Map<SubOrderId, List<Instant>> arrivals(Collection<UUID> ids) {
        return bySubOrder(
                "select id as sub_order_id, arrives_by from sub_order where id in (:ids) and arrives_by is not null",
                ids,
                row -> instant(row, "arrives_by"));
    }

    private Map<SubOrderId, List<Parcel>> parcels(Collection<UUID> ids) {
        Map<SubOrderId, List<Moved>> moved =
                bySubOrder(
                        """
                        select sub_order_id, tracking_number, at, kind, text, source from parcel_event
                        where sub_order_id in (:ids) order by sub_order_id, at, kind
                        """,
                        ids,
                        row ->
                                new Moved(
                                        row.getString("tracking_number"),
                                        new ParcelEvent(
                                                instant(row, "at"),
                                                row.getString("kind"),
                                                row.getString("text"),
                                                row.getString("source"))));
        return bySubOrder(
                "select * from parcel where sub_order_id in (:ids) order by sub_order_id, tracking_number",
                ids,
                row -> {
                    String number = row.getString("tracking_number");
                    return new Parcel(
                            Optional.ofNullable(row.getString("carrier")),
                            Optional.of(number).filter(text -> !text.isBlank()),
                            webAddress(row.getString("page")),
                            moved.getOrDefault(subOrderId(row), List.of()).stream()
                                    .filter(one -> one.number().equals(number))
                                    .map(Moved::event)
                                    .toList());
                });
    }

    /**
     * A store's link is shown as a link only where it leads to a web page: other schemes could run
     * something.
     */
    private static Optional<URI> webAddress(@Nullable String page) {
        return Optional.ofNullable(page)
                .map(URI::create)
                .filter(uri -> "https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
    }

    private <T> Map<SubOrderId, List<T>> bySubOrder(
            String sql, Collection<UUID> ids, RowReader<T> reader) {
        Function<Map.Entry<SubOrderId, T>, SubOrderId> key = Map.Entry::getKey;
        return jdbc
                .sql(sql)
                .param("ids", ids)
                .query((row, _) -> Map.entry(subOrderId(row), reader.read(row)))
                .list()
                .stream()
                .collect(groupingBy(key, mapping(Map.Entry::getValue, toList())));
    }

    private static SubOrderId subOrderId(ResultSet row) throws SQLException {
        return new SubOrderId(row.getObject("sub_order_id", UUID.class));
    }

    private static Head head(ResultSet row, int number) throws SQLException {
        return new Head(
                row.getObject("id", UUID.class),
                row.getString("number"),
                instant(row, "placed_at"),
                Currency.getInstance(row.getString("currency")),
                OrderJson.read(row.getString("hand_off"), new TypeReference<List<HandOff>>() {}),
                ShortageRecord.policy(row));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private record Head(
            UUID id,
            String number,
            Instant placedAt,
            Currency currency,
            List<HandOff> handOff,
            Optional<ShortagePolicy> shortage) {}

    private record Moved(String number, ParcelEvent event) {}

    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }
}
