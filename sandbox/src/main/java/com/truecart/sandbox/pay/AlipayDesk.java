package com.truecart.sandbox.pay;

import com.truecart.sandbox.gateway.FormBody;
import com.truecart.sandbox.http.Json;
import com.truecart.sandbox.http.Reply;
import com.truecart.sandbox.http.Request;
import com.truecart.sandbox.pay.Trades.Refund;
import com.truecart.sandbox.pay.Trades.Refused;
import com.truecart.sandbox.pay.Trades.Trade;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/**
 * A stand-in for Alipay's gateway, version 2: codes, its own page, holds, queries, refunds,
 * closing, signed answers and notifications. As the real one it makes a trade only when the shopper
 * comes: before that a code can be scanned, and nobody can query or close it.
 */
public final class AlipayDesk implements PaymentDesk {
    /** The one application here. */
    public static final String APP_ID = "2021000100000001";

    /** Whom it pays. */
    public static final String SELLER_ID = "2088000000000001";

    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(10);

    private final URI base;
    private final Clock clock;
    private final DeskKeys keys;
    private final Notices notices =
            new Notices(
                    "alipay", answer -> answer.status() == 200 && answer.body().equals("success"));
    private final Trades trades;
    private final AlipayHolds holds;
    private final WalletPage page;

    /** Codes that nobody scanned yet. */
    private final Map<String, Trade> unscanned = new ConcurrentHashMap<>();

    /** Opens the desk at its address, with keys of its own. */
    public AlipayDesk(URI base, Clock clock) {
        this(base, clock, new DeskKeys());
    }

    /** The same with these keys. */
    public AlipayDesk(URI base, Clock clock, DeskKeys keys) {
        this.base = base;
        this.clock = clock;
        this.keys = keys;
        trades = new Trades(clock, this::tell);
        holds = new AlipayHolds(base, clock, trades, this::tell);
        page = new WalletPage("支付宝");
    }

    @Override
    public String id() {
        return "alipay";
    }

    @Override
    public Map<String, String> settings() {
        return Map.of(
                "gateway",
                base + "/gateway.do",
                "app_id",
                APP_ID,
                "seller_id",
                SELLER_ID,
                "private_key",
                keys.merchantPrivate(),
                "alipay_public_key",
                keys.providerPublic());
    }

    @Override
    public Notices notices() {
        return notices;
    }

    @Override
    public List<BookedPayment> books() {
        return Stream.concat(
                        trades.books().stream()
                                .filter(one -> !holds.isTakenOfAHold(one.reference())),
                        holds.books().stream())
                .toList();
    }

    @Override
    public void close() {
        notices.close();
    }

    /** The shopper scans the code, or signs in on the page, and has not paid yet. */
    public void scan(String outTradeNo) {
        holds.scan(outTradeNo);
        Trade waiting = unscanned.get(outTradeNo);
        if (waiting != null && waiting.until.isAfter(clock.instant())) {
            Trade _ = trades.begin(waiting);
        }
    }

    /** The shopper pays. */
    public void pay(String outTradeNo) {
        scan(outTradeNo);
        wallet(outTradeNo).pay(outTradeNo);
    }

    private Wallet wallet(String reference) {
        return holds.knows(reference) ? holds : trades;
    }

    /**
     * From now on the rest of a hold is not let go of when a part is taken, though it should be.
     */
    public void keepRests() {
        holds.keepRests();
    }

    @Override
    public Reply answer(Request request) {
        try {
            if (request.is("GET", "/books")) {
                return Reply.json(200, Json.MAPPER.valueToTree(books()));
            }
            if (request.path().startsWith("/wallet/")) {
                String reference = request.path().substring("/wallet/".length());
                scan(reference);
                return page.show(wallet(reference), request, reference);
            }
            return request.path().equals("/gateway.do") ? gateway(request) : missing();
        } catch (Refused nothing) {
            return missing();
        }
    }

    private static Reply missing() {
        return Reply.text(404, "text/plain", "Nothing is here");
    }

    private Reply gateway(Request request) {
        Map<String, String> fields = new HashMap<>(request.query());
        fields.putAll(FormBody.read(request.body()));
        String method = fields.getOrDefault("method", "");
        String fault = fault(fields);
        if (!fault.isEmpty()) {
            return signed(method, refusal("40002", fault));
        }
        try {
            ObjectNode content =
                    Json.read(
                            fields.getOrDefault("biz_content", "")
                                    .getBytes(StandardCharsets.UTF_8));
            if (method.equals("alipay.trade.page.pay")) {
                Trade wanted = wanted(content, fields);
                unscanned.putIfAbsent(wanted.reference, wanted);
                scan(wanted.reference);
                return page.show(
                        trades,
                        new Request("GET", "/", Map.of(), Map.of(), new byte[0]),
                        wanted.reference);
            }
            return signed(method, work(method, content, fields));
        } catch (Refused no) {
            boolean ofHold = method.startsWith("alipay.fund.auth.");
            return signed(method, refusal("40004", ofHold ? AlipayHolds.word(no) : word(no)));
        } catch (Json.BadBody | ArithmeticException | DateTimeParseException e) {
            return signed(method, refusal("40004", "ACQ.INVALID_PARAMETER"));
        }
    }

    private String fault(Map<String, String> fields) {
        if (!APP_ID.equals(fields.get("app_id"))) {
            return "isv.invalid-app-id";
        }
        Map<String, String> covered = new TreeMap<>(fields);
        String signature = String.valueOf(covered.remove("sign"));
        if (!"RSA2".equals(fields.get("sign_type"))
                || !keys.isMerchants(AlipayText.joined(covered), signature)) {
            return "isv.invalid-signature";
        }
        try {
            Instant at = AlipayText.moment(fields.getOrDefault("timestamp", ""));
            return Duration.between(at, clock.instant()).abs().compareTo(CLOCKS_DIFFER) > 0
                    ? "isv.invalid-timestamp"
                    : "";
        } catch (DateTimeParseException e) {
            return "isv.invalid-timestamp";
        }
    }

    private ObjectNode work(String method, ObjectNode content, Map<String, String> fields) {
        String reference = content.path("out_trade_no").asString("");
        return switch (method) {
            case "alipay.trade.precreate" -> {
                Trade wanted = wanted(content, fields);
                if (trades.find(wanted.reference).isPresent()) {
                    Trade _ = trades.begin(wanted);
                }
                Trade first = unscanned.putIfAbsent(wanted.reference, wanted);
                if (first != null && !first.isLike(wanted)) {
                    throw new Refused(Trades.No.DIFFERENT);
                }
                yield done(wanted.reference).put("qr_code", base + "/wallet/" + wanted.reference);
            }
            case "alipay.trade.query" -> view(trades.known(reference));
            case "alipay.trade.close" -> {
                trades.close(reference);
                yield done(reference);
            }
            case "alipay.trade.refund" -> {
                long before = trades.known(reference).refunded();
                Refund _ =
                        trades.refund(
                                reference,
                                content.path("out_request_no").asString(""),
                                AlipayText.fen(content.path("refund_amount").asString("")));
                long after = trades.known(reference).refunded();
                yield done(reference)
                        .put("fund_change", after > before ? "Y" : "N")
                        .put("refund_fee", AlipayText.yuan(after));
            }
            case "alipay.trade.fastpay.refund.query" -> {
                ObjectNode shown = done(reference);
                String name = content.path("out_request_no").asString("");
                for (Refund refund : trades.known(reference).refunds) {
                    if (refund.reference().equals(name)) {
                        shown.put("out_request_no", name)
                                .put("refund_amount", AlipayText.yuan(refund.amount()))
                                .put(
                                        "total_amount",
                                        AlipayText.yuan(trades.known(reference).amount))
                                .put("refund_status", "REFUND_SUCCESS");
                    }
                }
                yield shown;
            }
            case "alipay.trade.pay" -> {
                holds.take(content);
                yield view(trades.known(reference));
            }
            default ->
                    holds.work(method, content, fields)
                            .map(node -> node.put("code", "10000").put("msg", "Success"))
                            .orElseGet(() -> refusal("40002", "isv.invalid-method"));
        };
    }

    private Trade wanted(ObjectNode content, Map<String, String> fields) {
        String reference = content.path("out_trade_no").asString("");
        if (!reference.matches("[A-Za-z0-9_]{1,64}")
                || content.path("subject").asString("").isEmpty()) {
            throw new ArithmeticException("out_trade_no, subject");
        }
        return new Trade(
                reference,
                FreshName.of("2026"),
                content.path("subject").asString(""),
                AlipayText.fen(content.path("total_amount").asString("")),
                "cny",
                AlipayText.moment(content.path("time_expire").asString("")),
                fields.getOrDefault("notify_url", ""),
                fields.getOrDefault("return_url", ""));
    }

    private ObjectNode view(Trade trade) {
        ObjectNode node = done(trade.reference).put("trade_no", trade.id);
        node.put("total_amount", AlipayText.yuan(trade.amount)).put("trade_status", status(trade));
        trade.paidAt.ifPresent(at ->
                node.put("send_pay_date", AlipayText.time(at))
                        .put("receipt_amount", AlipayText.yuan(trade.amount)));
        return node;
    }

    private static String status(Trade trade) {
        return switch (trade.status) {
            case WAITING -> "WAIT_BUYER_PAY";
            case CLOSED -> "TRADE_CLOSED";
            case PAID -> trade.refunded() == trade.amount ? "TRADE_CLOSED" : "TRADE_SUCCESS";
        };
    }

    private void tell(Trade trade) {
        if (trade.notifyAt.isEmpty()) {
            return;
        }
        Map<String, String> fields = new TreeMap<>();
        fields.put("app_id", APP_ID);
        fields.put("seller_id", SELLER_ID);
        fields.put("notify_id", FreshName.of(""));
        fields.put("notify_type", "trade_status_sync");
        fields.put("notify_time", AlipayText.time(clock.instant()));
        fields.put("out_trade_no", trade.reference);
        fields.put("trade_no", trade.id);
        fields.put("total_amount", AlipayText.yuan(trade.amount));
        fields.put("trade_status", status(trade));
        fields.put("subject", trade.subject);
        if (trade.refunded() > 0) {
            fields.put("refund_fee", AlipayText.yuan(trade.refunded()));
        }
        notices.send(AlipayText.notice(trade.notifyAt, fields, keys));
    }

    private void tell(String to, Map<String, String> fields) {
        notices.send(AlipayText.notice(to, fields, keys));
    }

    private Reply signed(String method, ObjectNode node) {
        String name = method.replace('.', '_') + "_response";
        String raw = node.toString();
        return Reply.text(
                200,
                "application/json",
                "{\"" + name + "\":" + raw + ",\"sign\":\"" + keys.signed(raw) + "\"}");
    }

    private static ObjectNode done(String reference) {
        return Json.object()
                .put("code", "10000")
                .put("msg", "Success")
                .put("out_trade_no", reference);
    }

    private static ObjectNode refusal(String code, String subCode) {
        return Json.object()
                .put("code", code)
                .put("msg", code.equals("40004") ? "Business Failed" : "Invalid Arguments")
                .put("sub_code", subCode)
                .put("sub_msg", "交易 \"拒绝\" {" + subCode + "}");
    }

    private static String word(Refused refused) {
        return switch (refused.no()) {
            case UNKNOWN -> "ACQ.TRADE_NOT_EXIST";
            case PAID -> "ACQ.TRADE_HAS_SUCCESS";
            case CLOSED -> "ACQ.TRADE_HAS_CLOSE";
            case DIFFERENT -> "ACQ.CONTEXT_INCONSISTENT";
            case TOO_MUCH -> "ACQ.REFUND_AMT_NOT_EQUAL_TOTAL";
            case NOT_PAID -> "ACQ.TRADE_STATUS_ERROR";
            case NO_AUTH -> "ACQ.ACCESS_FORBIDDEN";
        };
    }
}
