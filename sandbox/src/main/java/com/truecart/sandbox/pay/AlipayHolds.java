package com.truecart.sandbox.pay;

import com.truecart.sandbox.http.Json;
import com.truecart.sandbox.pay.Trades.No;
import com.truecart.sandbox.pay.Trades.Refused;
import com.truecart.sandbox.pay.Trades.Status;
import com.truecart.sandbox.pay.Trades.Trade;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import tools.jackson.databind.node.ObjectNode;

/**
 * Alipay's books of what is held: frozen when the shopper agrees, taken in parts by trades, let go.
 * As with trades, nothing is known of a code that nobody scanned. Guarded by itself.
 */
final class AlipayHolds implements Wallet {
    private static final Duration LASTS = Duration.ofDays(30);
    static final String PAYER = "2088000000000002";
    static final String PRODUCT = "PREAUTH_PAY";

    private final URI base;
    private final Clock clock;
    private final Trades trades;
    private final BiConsumer<String, Map<String, String>> telling;
    private final Map<String, AlipayHold> unscanned = new HashMap<>();
    private final Map<String, AlipayHold> holds = new LinkedHashMap<>();
    private boolean keepsRests;

    /**
     * @param telling hears of each hold that was frozen or let go: where to, and the fields
     */
    AlipayHolds(
            URI base, Clock clock, Trades trades, BiConsumer<String, Map<String, String>> telling) {
        this.base = base;
        this.clock = clock;
        this.trades = trades;
        this.telling = telling;
    }

    synchronized void keepRests() {
        keepsRests = true;
    }

    /** What a method of {@code alipay.fund.auth} comes to; empty where it is none. */
    synchronized Optional<ObjectNode> work(
            String method, ObjectNode content, Map<String, String> fields) {
        return Optional.ofNullable(
                switch (method) {
                    case "alipay.fund.auth.order.voucher.create" -> create(content, fields);
                    case "alipay.fund.auth.operation.detail.query" -> view(asked(content));
                    case "alipay.fund.auth.order.unfreeze" -> unfreeze(content);
                    case "alipay.fund.auth.operation.cancel" -> cancel(asked(content));
                    default -> null;
                });
    }

    private ObjectNode create(ObjectNode content, Map<String, String> fields) {
        AlipayHold wanted = new AlipayHold(content, fields, clock.instant());
        if (holds.containsKey(wanted.order)) {
            switch (known(wanted.order).status) {
                case PAID -> throw new Refused(No.PAID);
                case CLOSED -> throw new Refused(No.CLOSED);
                case WAITING -> {
                    // the same code again
                }
            }
        }
        AlipayHold first =
                Optional.ofNullable(unscanned.putIfAbsent(wanted.order, wanted)).orElse(wanted);
        if (first.amount != wanted.amount || !first.title.equals(wanted.title)) {
            throw new Refused(No.DIFFERENT);
        }
        return Json.object()
                .put("out_order_no", wanted.order)
                .put("out_request_no", wanted.request)
                .put("code_type", "share_code")
                .put("code_value", base + "/wallet/" + wanted.order);
    }

    /** The shopper scans the code. */
    synchronized void scan(String order) {
        AlipayHold waiting = unscanned.get(order);
        if (waiting != null && waiting.until.isAfter(clock.instant())) {
            holds.putIfAbsent(order, waiting);
        }
    }

    synchronized boolean knows(String order) {
        return holds.containsKey(order) || unscanned.containsKey(order);
    }

    synchronized boolean isTakenOfAHold(String trade) {
        return holds.containsKey(trade);
    }

    @Override
    public synchronized Shown shown(String order) {
        AlipayHold hold = known(order);
        return new Shown(order, hold.title, hold.amount, "cny", hold.status, "");
    }

    @Override
    public synchronized void pay(String order) {
        AlipayHold hold = known(order);
        if (hold.status != Status.WAITING) {
            throw new Refused(hold.status == Status.PAID ? No.PAID : No.CLOSED);
        }
        hold.status = Status.PAID;
        hold.frozenAt = clock.instant();
        tell(hold, "fund_auth_freeze");
    }

    /** Takes a part, once under each name of a trade; the rest is let go where that is asked. */
    synchronized void take(ObjectNode content) {
        AlipayHold hold = ofAuth(content.path("auth_no").asString(""));
        long amount = AlipayText.fen(content.path("total_amount").asString(""));
        if (!content.path("product_code").asString("").equals(PRODUCT)
                || !content.path("buyer_id").asString("").equals(PAYER)
                || !content.path("seller_id").asString("").equals(AlipayDesk.SELLER_ID)) {
            throw new ArithmeticException("a field is not right");
        }
        Trade trade =
                new Trade(
                        AlipayHold.name(content, "out_trade_no"),
                        FreshName.of("2026"),
                        content.path("subject").asString(""),
                        amount,
                        "cny",
                        clock.instant().plusSeconds(1),
                        "",
                        "");
        Optional<Trade> before = trades.find(trade.reference);
        if (before.isPresent()) {
            throw new Refused(before.get().isLike(trade) ? No.PAID : No.DIFFERENT);
        }
        if (amount < 1 || amount > hold.rest()) {
            throw new Refused(No.TOO_MUCH);
        }
        Trade _ = trades.begin(trade);
        trades.pay(trade.reference);
        hold.paid += amount;
        if (content.path("auth_confirm_mode").asString("").equals("COMPLETE")
                && !keepsRests
                && hold.rest() > 0) {
            hold.unfrozen.put("with " + trade.reference, hold.rest());
        }
    }

    private ObjectNode unfreeze(ObjectNode content) {
        AlipayHold hold = ofAuth(content.path("auth_no").asString(""));
        String name = AlipayHold.name(content, "out_request_no");
        long amount = AlipayText.fen(content.path("amount").asString(""));
        Long before = hold.unfrozen.get(name);
        if (before != null && before != amount) {
            throw new Refused(No.DIFFERENT);
        }
        if (before == null) {
            if (amount < 1 || amount > hold.rest()) {
                throw new Refused(No.TOO_MUCH);
            }
            hold.unfrozen.put(name, amount);
            tell(hold, "fund_auth_unfreeze");
        }
        return view(hold).put("amount", AlipayText.yuan(amount));
    }

    /** Closes what was not agreed to, and lets go of what was. */
    private ObjectNode cancel(AlipayHold hold) {
        String action = hold.status == Status.PAID ? "unfreeze" : "close";
        switch (hold.status) {
            case WAITING -> hold.status = Status.CLOSED;
            case PAID -> hold.unfrozen.merge("cancelled", hold.rest(), Long::sum);
            case CLOSED -> {
                // as it should be
            }
        }
        return view(hold).put("action", action);
    }

    private AlipayHold asked(ObjectNode content) {
        AlipayHold hold = known(content.path("out_order_no").asString(""));
        if (!hold.request.equals(content.path("out_request_no").asString(""))) {
            throw new Refused(No.UNKNOWN);
        }
        return hold;
    }

    private AlipayHold known(String order) {
        AlipayHold hold = holds.get(order);
        if (hold == null) {
            throw new Refused(No.UNKNOWN);
        }
        Instant now = clock.instant();
        if (hold.status == Status.WAITING && !hold.until.isAfter(now)) {
            hold.status = Status.CLOSED;
        }
        if (hold.rest() > 0 && !hold.frozenAt.plus(LASTS).isAfter(now)) {
            hold.unfrozen.put("lapsed", hold.rest());
        }
        return hold;
    }

    private AlipayHold ofAuth(String authNo) {
        return holds.values().stream()
                .filter(one -> one.authNo.equals(authNo))
                .findFirst()
                .map(one -> known(one.order))
                .orElseThrow(() -> new Refused(No.UNKNOWN));
    }

    private ObjectNode view(AlipayHold hold) {
        ObjectNode node = Json.object();
        hold.fields().forEach(node::put);
        return node.put("order_status", hold.word());
    }

    private void tell(AlipayHold hold, String type) {
        if (hold.notifyAt.isEmpty()) {
            return;
        }
        Map<String, String> fields = new TreeMap<>(hold.fields());
        fields.put("app_id", AlipayDesk.APP_ID);
        fields.put("payee_user_id", AlipayDesk.SELLER_ID);
        fields.put("notify_id", FreshName.of(""));
        fields.put("notify_type", type);
        fields.put("notify_time", AlipayText.time(clock.instant()));
        telling.accept(hold.notifyAt, fields);
    }

    synchronized List<BookedPayment> books() {
        return holds.values().stream().map(one -> booked(known(one.order))).toList();
    }

    private BookedPayment booked(AlipayHold hold) {
        Optional<BookedPayment> taken = trades.find(hold.order).map(Trades::booked);
        return new BookedPayment(
                hold.order,
                hold.authNo,
                hold.word(),
                "cny",
                hold.amount,
                hold.rest(),
                hold.paid,
                taken.map(BookedPayment::refunded).orElse(0L),
                taken.map(BookedPayment::refunds).orElse(List.of()));
    }

    static String word(Refused refused) {
        return switch (refused.no()) {
            case UNKNOWN -> "AUTH_ORDER_NOT_EXIST";
            case PAID -> "ORDER_ALREADY_FINISH";
            case CLOSED -> "ORDER_ALREADY_CLOSED";
            case DIFFERENT -> "UNIQUE_VIOLATION";
            case TOO_MUCH -> "REQUEST_AMOUNT_EXCEED";
            case NOT_PAID, NO_AUTH -> "ILLEGAL_STATUS";
        };
    }
}
