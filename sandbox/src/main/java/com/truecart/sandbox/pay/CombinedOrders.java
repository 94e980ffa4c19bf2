package com.truecart.sandbox.pay;

import com.truecart.sandbox.http.Json;
import com.truecart.sandbox.pay.Trades.No;
import com.truecart.sandbox.pay.Trades.Refused;
import com.truecart.sandbox.pay.Trades.Status;
import com.truecart.sandbox.pay.Trades.Trade;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Orders over several merchants at WeChat Pay, paid by one code: each part stands in the books of
 * its own merchant, and all are paid, or closed, together.
 */
final class CombinedOrders implements Wallet {
    private static final int MOST_PARTS = 50;

    /** The books of each merchant, by number. */
    private final Map<String, Trades> books;

    private final String appId;
    private final Consumer<Combined> telling;
    private final Map<String, Combined> orders = new LinkedHashMap<>();

    /** A part, in its merchant's books. */
    record Part(String merchant, String reference) {}

    /** A combined order. */
    record Combined(String reference, String merchant, String notifyAt, List<Part> parts) {}

    /**
     * @param telling hears of each order that was paid
     */
    CombinedOrders(Map<String, Trades> books, String appId, Consumer<Combined> telling) {
        this.books = books;
        this.appId = appId;
        this.telling = telling;
    }

    synchronized boolean knows(String reference) {
        return orders.containsKey(reference);
    }

    synchronized boolean isPart(String merchant, String reference) {
        Part part = new Part(merchant, reference);
        return orders.values().stream().anyMatch(order -> order.parts().contains(part));
    }

    /** Begins an order, or finds the same one begun before. */
    synchronized Combined begin(ObjectNode body, WechatMerchant merchant) {
        Map<Part, Trade> wanted = new LinkedHashMap<>();
        JsonNode parts = body.path("sub_orders");
        for (JsonNode part : parts) {
            Trade trade = trade(part, body.path("time_expire").asString(""));
            Part named = new Part(part.path("mchid").asString(""), trade.reference);
            if (!books.containsKey(named.merchant())) {
                throw new Refused(No.NO_AUTH);
            }
            if (wanted.put(named, trade) != null) {
                throw new DateTimeException("sub_orders: out_trade_no twice");
            }
        }
        Combined order =
                new Combined(
                        name(body.path("combine_out_trade_no")),
                        merchant.number(),
                        body.path("notify_url").asString(""),
                        List.copyOf(wanted.keySet()));
        if (wanted.isEmpty()
                || wanted.size() > MOST_PARTS
                || !body.path("combine_mchid").asString("").equals(merchant.number())
                || !body.path("combine_appid").asString("").equals(appId)) {
            throw new DateTimeException("a field is not right");
        }
        Optional<Combined> before = Optional.ofNullable(orders.get(order.reference()));
        boolean isDifferent =
                before.map(one -> !one.parts().equals(order.parts()))
                        .orElseGet(() -> wanted.keySet().stream().anyMatch(this::isUsed));
        if (isDifferent) {
            throw new Refused(No.DIFFERENT);
        }
        // a part that is paid, closed or of another amount is refused before any is begun anew
        wanted.forEach((part, trade) -> of(part).begin(trade));
        orders.putIfAbsent(order.reference(), order);
        return order;
    }

    private Trades of(Part part) {
        return Objects.requireNonNull(books.get(part.merchant()));
    }

    private boolean isUsed(Part part) {
        return of(part).find(part.reference()).isPresent();
    }

    synchronized Combined known(String reference) {
        return Optional.ofNullable(orders.get(reference))
                .orElseThrow(() -> new Refused(No.UNKNOWN));
    }

    @Override
    public synchronized void pay(String reference) {
        Combined order = known(reference);
        requireWaiting(order);
        order.parts().forEach(part -> of(part).pay(part.reference()));
        telling.accept(order);
    }

    /** Closes all parts, where all are named. */
    synchronized void close(String reference, ObjectNode body) {
        Combined order = known(reference);
        Set<Part> named = new LinkedHashSet<>();
        for (JsonNode part : body.path("sub_orders")) {
            named.add(
                    new Part(
                            part.path("mchid").asString(""),
                            part.path("out_trade_no").asString("")));
        }
        if (!named.equals(Set.copyOf(order.parts()))
                || !body.path("combine_appid").asString("").equals(appId)) {
            throw new DateTimeException("sub_orders are not those of the order");
        }
        requireWaiting(order);
        order.parts().forEach(part -> of(part).close(part.reference()));
    }

    private void requireWaiting(Combined order) {
        switch (status(order)) {
            case WAITING -> {
                // as it should be
            }
            case PAID -> throw new Refused(No.PAID);
            case CLOSED -> throw new Refused(No.CLOSED);
        }
    }

    /** All parts stand alike. */
    private Status status(Combined order) {
        return trade(order.parts().getFirst()).status;
    }

    private Trade trade(Part part) {
        return of(part).known(part.reference());
    }

    @Override
    public synchronized Shown shown(String reference) {
        Combined order = known(reference);
        BookedPayment booked = booked(order);
        return new Shown(
                reference,
                order.parts().size() + " 笔订单",
                booked.amount(),
                booked.currency(),
                status(order),
                "");
    }

    /** What each merchant has of it. */
    synchronized Map<String, BookedPayment> shares(String reference) {
        Map<String, BookedPayment> shares = new LinkedHashMap<>();
        for (Part part : known(reference).parts()) {
            shares.put(part.merchant(), Trades.booked(trade(part)));
        }
        return shares;
    }

    synchronized List<BookedPayment> books() {
        return orders.values().stream().map(this::booked).toList();
    }

    private BookedPayment booked(Combined order) {
        List<BookedPayment> parts =
                order.parts().stream().map(part -> Trades.booked(trade(part))).toList();
        return new BookedPayment(
                order.reference(),
                parts.getFirst().id(),
                status(order).name(),
                parts.getFirst().currency(),
                parts.stream().mapToLong(BookedPayment::amount).sum(),
                0,
                parts.stream().mapToLong(BookedPayment::taken).sum(),
                parts.stream().mapToLong(BookedPayment::refunded).sum(),
                parts.stream().flatMap(part -> part.refunds().stream()).toList());
    }

    /** As a merchant is shown it, asked or told. */
    synchronized ObjectNode view(Combined order) {
        ObjectNode node = Json.object().put("combine_appid", appId);
        node.put("combine_mchid", order.merchant());
        node.put("combine_out_trade_no", order.reference());
        ArrayNode parts = node.putArray("sub_orders");
        for (Part part : order.parts()) {
            Trade trade = trade(part);
            ObjectNode shown = parts.addObject().put("mchid", part.merchant());
            shown.put("out_trade_no", part.reference()).put("attach", part.reference());
            shown.put("trade_state", WechatDesk.state(trade));
            shown.putObject("amount").put("total_amount", trade.amount).put("currency", "CNY");
            if (trade.paidAt.isPresent()) {
                shown.put("transaction_id", trade.id).put("trade_type", "NATIVE");
            }
        }
        return node;
    }

    private static Trade trade(JsonNode part, String until) {
        long total = part.path("amount").path("total_amount").asLong();
        if (total < 1
                || !part.path("amount").path("currency").asString("").equals("CNY")
                || part.path("attach").asString("").isEmpty()
                || part.path("description").asString("").isEmpty()) {
            throw new DateTimeException("a field of a sub order is not right");
        }
        return new Trade(
                name(part.path("out_trade_no")),
                FreshName.of("4200"),
                part.path("description").asString(""),
                total,
                "cny",
                OffsetDateTime.parse(until).toInstant(),
                "",
                "");
    }

    private static String name(JsonNode node) {
        String name = node.asString("");
        if (!name.matches("[A-Za-z0-9_*-]{6,32}")) {
            throw new DateTimeException("a name is not right");
        }
        return name;
    }
}
