package com.truecart.sandbox.pay;

import com.truecart.sandbox.http.Json;
import com.truecart.sandbox.http.Reply;
import com.truecart.sandbox.http.Request;
import com.truecart.sandbox.pay.CombinedOrders.Combined;
import com.truecart.sandbox.pay.Trades.Refund;
import com.truecart.sandbox.pay.Trades.Refused;
import com.truecart.sandbox.pay.Trades.Status;
import com.truecart.sandbox.pay.Trades.Trade;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/**
 * A stand-in for WeChat Pay, version 3: Native orders of one merchant and of several at once,
 * queries, closing and refunds; it checks who signed, signs what it answers, and sends encrypted
 * notifications.
 */
public final class WechatDesk implements PaymentDesk {
    /** The merchant that an account is opened for. */
    public static final String MERCHANT = "1900000001";

    private static final String APP_ID = "wx0000000000000001";
    private static final String ORDERS = "/v3/pay/transactions/out-trade-no/";
    private static final String COMBINED = "/v3/combine-transactions/out-trade-no/";
    private static final String REFUNDS = "/v3/refund/domestic/refunds";

    private final URI base;
    private final List<WechatMerchant> merchants;
    private final WechatSeal seal;
    private final Notices notices =
            new Notices("wechat", answer -> answer.status() >= 200 && answer.status() < 300);

    /** The books of each merchant, by number. */
    private final Map<String, Trades> books = new LinkedHashMap<>();

    private final CombinedOrders combined;
    private final WalletPage page = new WalletPage("微信支付");

    /** Opens the desk at its address, with keys of its own. */
    public WechatDesk(URI base, Clock clock) {
        this(base, clock, new DeskKeys());
    }

    /** The same with these keys of the first merchant. */
    public WechatDesk(URI base, Clock clock, DeskKeys keys) {
        this(base, clock, keys, new DeskKeys(), new DeskKeys());
    }

    /** The same with these keys of the three merchants here. */
    public WechatDesk(URI base, Clock clock, DeskKeys first, DeskKeys second, DeskKeys third) {
        this.base = base;
        merchants = WechatMerchant.all(first, second, third);
        seal = new WechatSeal(merchants, clock);
        for (WechatMerchant one : merchants) {
            books.put(one.number(), new Trades(clock, trade -> tell(trade, one)));
        }
        combined = new CombinedOrders(books, APP_ID, this::tell);
    }

    @Override
    public String id() {
        return "wechat";
    }

    @Override
    public Map<String, String> settings() {
        WechatMerchant first = merchants.getFirst();
        return Map.of(
                "api",
                base.toString(),
                "mchid",
                first.number(),
                "appid",
                APP_ID,
                "serial",
                first.serial(),
                "private_key",
                first.keys().merchantPrivate(),
                "api_v3_key",
                WechatSeal.API_V3_KEY,
                "platform_serial",
                first.platformSerial(),
                "platform_public_key",
                first.keys().providerPublic());
    }

    /** What an account that pays several merchants at once is given: also the others' keys. */
    public Map<String, String> combineSettings() {
        Map<String, String> settings = new HashMap<>(settings());
        settings.put(
                "merchants",
                merchants.stream()
                        .skip(1)
                        .map(WechatMerchant::line)
                        .collect(Collectors.joining(";")));
        return settings;
    }

    /** The other merchants' numbers. */
    public List<String> others() {
        return merchants.stream().skip(1).map(WechatMerchant::number).toList();
    }

    /** What each merchant has of a payment over several, by number. */
    public Map<String, BookedPayment> shares(String combineOutTradeNo) {
        return combined.shares(combineOutTradeNo);
    }

    @Override
    public Notices notices() {
        return notices;
    }

    @Override
    public List<BookedPayment> books() {
        return Stream.concat(
                        books.entrySet().stream()
                                .flatMap(each ->
                                        each.getValue().books().stream()
                                                .filter(one ->
                                                        !combined.isPart(
                                                                each.getKey(), one.reference()))),
                        combined.books().stream())
                .toList();
    }

    @Override
    public void close() {
        notices.close();
    }

    /** The shopper scans the code and pays. */
    public void pay(String outTradeNo) {
        wallet(outTradeNo).pay(outTradeNo);
    }

    private Wallet wallet(String reference) {
        return combined.knows(reference) ? combined : Objects.requireNonNull(books.get(MERCHANT));
    }

    @Override
    public Reply answer(Request request) {
        if (request.is("GET", "/books")) {
            return Reply.json(200, Json.MAPPER.valueToTree(books()));
        }
        try {
            if (request.path().startsWith("/wallet/")) {
                String reference = request.path().substring("/wallet/".length());
                return page.show(wallet(reference), request, reference);
            }
            Optional<WechatMerchant> signer = seal.signer(request);
            return signer.isEmpty()
                    ? refusal(401, "SIGN_ERROR")
                    : seal.signed(work(request, signer.get()), signer.get());
        } catch (Refused no) {
            return switch (no.no()) {
                case UNKNOWN ->
                        refusal(
                                404,
                                request.path().startsWith(REFUNDS)
                                        ? "RESOURCE_NOT_EXISTS"
                                        : "ORDER_NOT_EXIST");
                case PAID -> refusal(400, "ORDERPAID");
                case CLOSED -> refusal(400, "ORDER_CLOSED");
                case DIFFERENT -> refusal(403, "OUT_TRADE_NO_USED");
                case NO_AUTH -> refusal(403, "NO_AUTH");
                case TOO_MUCH, NOT_PAID -> refusal(400, "INVALID_REQUEST");
            };
        } catch (Json.BadBody | DateTimeException e) {
            return refusal(400, "PARAM_ERROR");
        }
    }

    private Reply work(Request request, WechatMerchant merchant) throws Json.BadBody {
        String path = request.path();
        boolean isPost = request.method().equals("POST");
        ObjectNode body = isPost ? Json.read(request.body()) : Json.object();
        Trades trades = Objects.requireNonNull(books.get(merchant.number()));
        if (isPost && path.equals("/v3/pay/transactions/native")) {
            return code(trades.begin(wanted(body, merchant)).reference);
        }
        if (isPost && path.startsWith(ORDERS) && path.endsWith("/close")) {
            trades.close(path.substring(ORDERS.length(), path.length() - "/close".length()));
            return new Reply(204, Map.of(), new byte[0]);
        }
        if (!isPost && path.startsWith(ORDERS)) {
            return Reply.json(200, order(trades.known(path.substring(ORDERS.length())), merchant));
        }
        if (isPost && path.equals("/v3/combine-transactions/native")) {
            return code(combined.begin(body, merchant).reference());
        }
        if (isPost && path.startsWith(COMBINED) && path.endsWith("/close")) {
            combined.close(
                    path.substring(COMBINED.length(), path.length() - "/close".length()), body);
            return new Reply(204, Map.of(), new byte[0]);
        }
        if (!isPost && path.startsWith(COMBINED)) {
            return Reply.json(
                    200, combined.view(combined.known(path.substring(COMBINED.length()))));
        }
        if (isPost && path.equals(REFUNDS)) {
            return Reply.json(200, refunded(body, trades));
        }
        if (!isPost && path.startsWith(REFUNDS + "/")) {
            var found = trades.ofRefund(path.substring(REFUNDS.length() + 1));
            return Reply.json(200, refund(found.getKey(), found.getValue()));
        }
        throw new Refused(Trades.No.UNKNOWN);
    }

    private Reply code(String reference) {
        return Reply.json(200, Json.object().put("code_url", base + "/wallet/" + reference));
    }

    private static ObjectNode refunded(ObjectNode body, Trades trades) {
        String reference = body.path("out_trade_no").asString("");
        Trade trade = trades.known(reference);
        if (body.path("amount").path("total").asLong() != trade.amount) {
            throw new Refused(Trades.No.TOO_MUCH);
        }
        Refund made =
                trades.refund(
                        reference,
                        body.path("out_refund_no").asString(""),
                        body.path("amount").path("refund").asLong());
        return refund(trade, made);
    }

    private static Trade wanted(ObjectNode body, WechatMerchant merchant) {
        String reference = body.path("out_trade_no").asString("");
        long total = body.path("amount").path("total").asLong();
        if (!reference.matches("[A-Za-z0-9_*-]{6,32}")
                || total < 1
                || !body.path("mchid").asString("").equals(merchant.number())
                || !body.path("appid").asString("").equals(APP_ID)
                || body.path("description").asString("").isEmpty()) {
            throw new DateTimeException("a field is not right");
        }
        return new Trade(
                reference,
                FreshName.of("4200"),
                body.path("description").asString(""),
                total,
                "cny",
                OffsetDateTime.parse(body.path("time_expire").asString("")).toInstant(),
                body.path("notify_url").asString(""),
                "");
    }

    private static ObjectNode order(Trade trade, WechatMerchant merchant) {
        ObjectNode node = Json.object().put("appid", APP_ID).put("mchid", merchant.number());
        node.put("out_trade_no", trade.reference);
        node.putObject("amount").put("total", trade.amount).put("currency", "CNY");
        if (trade.paidAt.isPresent()) {
            node.put("transaction_id", trade.id).put("trade_type", "NATIVE");
        }
        return node.put("trade_state", state(trade));
    }

    static String state(Trade trade) {
        return switch (trade.status) {
            case WAITING -> "NOTPAY";
            case CLOSED -> "CLOSED";
            case PAID -> trade.refunded() > 0 ? "REFUND" : "SUCCESS";
        };
    }

    private static ObjectNode refund(Trade trade, Refund refund) {
        ObjectNode node = Json.object().put("refund_id", refund.id());
        node.put("out_refund_no", refund.reference()).put("out_trade_no", trade.reference);
        node.put("transaction_id", trade.id).put("status", "SUCCESS");
        node.putObject("amount")
                .put("refund", refund.amount())
                .put("total", trade.amount)
                .put("currency", "CNY");
        return node;
    }

    private void tell(Trade trade, WechatMerchant merchant) {
        if (trade.notifyAt.isEmpty() || trade.status != Status.PAID) {
            return;
        }
        boolean isPaying = trade.refunds.isEmpty();
        notices.send(
                seal.notice(
                        trade.notifyAt,
                        isPaying ? "TRANSACTION.SUCCESS" : "REFUND.SUCCESS",
                        isPaying
                                ? order(trade, merchant)
                                : refund(trade, trade.refunds.getLast())
                                        .put("mchid", merchant.number()),
                        merchant));
    }

    private void tell(Combined order) {
        WechatMerchant merchant =
                merchants.stream()
                        .filter(one -> one.number().equals(order.merchant()))
                        .findFirst()
                        .orElseThrow();
        notices.send(
                seal.notice(
                        order.notifyAt(), "TRANSACTION.SUCCESS", combined.view(order), merchant));
    }

    private static Reply refusal(int status, String code) {
        return Reply.json(status, Json.object().put("code", code).put("message", "拒绝: " + code));
    }
}
