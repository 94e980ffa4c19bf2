package com.truecart.sandbox.pay;

import com.truecart.sandbox.http.Json;
import com.truecart.sandbox.http.Reply;
import com.truecart.sandbox.http.Request;
import com.truecart.sandbox.pay.Trades.Refund;
import com.truecart.sandbox.pay.Trades.Refused;
import com.truecart.sandbox.pay.Trades.Status;
import com.truecart.sandbox.pay.Trades.Trade;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.node.ObjectNode;

/**
 * A stand-in for WeChat Pay, version 3: Native orders, queries, closing and refunds; it checks who
 * signed, signs what it answers, and sends encrypted notifications.
 */
public final class WechatDesk implements PaymentDesk {
    /** The one merchant here. */
    public static final String MERCHANT = "1900000001";

    private static final String APP_ID = "wx0000000000000001";
    private static final String SERIAL = "5157F09EFDC096DE15EBE81A47057A7232F1B8E1";
    private static final String PLATFORM_SERIAL = "PUB_KEY_ID_0119000000012026112600000000";
    private static final String API_V3_KEY = "truecart-sandbox-apiv3-key-32-by";
    private static final String ORDERS = "/v3/pay/transactions/out-trade-no/";
    private static final String REFUNDS = "/v3/refund/domestic/refunds";
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);
    private static final Pattern PART = Pattern.compile("(\\w+)=\"([^\"]*)\"");

    private final URI base;
    private final Clock clock;
    private final DeskKeys keys;
    private final Notices notices =
            new Notices("wechat", answer -> answer.status() >= 200 && answer.status() < 300);
    private final Trades trades;
    private final WalletPage page;

    /** Opens the desk at its address, with keys of its own. */
    public WechatDesk(URI base, Clock clock) {
        this(base, clock, new DeskKeys());
    }

    /** The same with these keys. */
    public WechatDesk(URI base, Clock clock, DeskKeys keys) {
        this.base = base;
        this.clock = clock;
        this.keys = keys;
        trades = new Trades(clock, this::tell);
        page = new WalletPage("微信支付", trades);
    }

    @Override
    public String id() {
        return "wechat";
    }

    @Override
    public Map<String, String> settings() {
        return Map.of(
                "api",
                base.toString(),
                "mchid",
                MERCHANT,
                "appid",
                APP_ID,
                "serial",
                SERIAL,
                "private_key",
                keys.merchantPrivate(),
                "api_v3_key",
                API_V3_KEY,
                "platform_serial",
                PLATFORM_SERIAL,
                "platform_public_key",
                keys.providerPublic());
    }

    @Override
    public Notices notices() {
        return notices;
    }

    @Override
    public List<BookedPayment> books() {
        return trades.books();
    }

    @Override
    public void close() {
        notices.close();
    }

    /** The shopper scans the code and pays. */
    public void pay(String outTradeNo) {
        trades.pay(outTradeNo);
    }

    @Override
    public Reply answer(Request request) {
        if (request.is("GET", "/books")) {
            return Reply.json(200, Json.MAPPER.valueToTree(books()));
        }
        try {
            if (request.path().startsWith("/wallet/")) {
                return page.show(request, request.path().substring("/wallet/".length()));
            }
            if (!isMerchants(request)) {
                return refusal(401, "SIGN_ERROR");
            }
            return signed(work(request));
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
                case TOO_MUCH, NOT_PAID -> refusal(400, "INVALID_REQUEST");
            };
        } catch (Json.BadBody | DateTimeException e) {
            return refusal(400, "PARAM_ERROR");
        }
    }

    private boolean isMerchants(Request request) {
        String authorization = request.header("Authorization").orElse("");
        if (!authorization.startsWith("WECHATPAY2-SHA256-RSA2048 ")) {
            return false;
        }
        Map<String, String> parts = new HashMap<>();
        Matcher part = PART.matcher(authorization);
        while (part.find()) {
            parts.put(part.group(1), part.group(2));
        }
        String time = parts.getOrDefault("timestamp", "");
        if (!MERCHANT.equals(parts.get("mchid"))
                || !SERIAL.equals(parts.get("serial_no"))
                || !time.matches("\\d{1,12}")) {
            return false;
        }
        Instant signed = Instant.ofEpochSecond(Long.parseLong(time));
        String query =
                request.query().entrySet().stream()
                        .map(field -> field.getKey() + "=" + field.getValue())
                        .collect(Collectors.joining("&"));
        String text =
                String.join(
                                "\n",
                                request.method(),
                                request.path() + (query.isEmpty() ? "" : "?" + query),
                                time,
                                parts.getOrDefault("nonce_str", ""),
                                new String(request.body(), StandardCharsets.UTF_8))
                        + "\n";
        return Duration.between(signed, clock.instant()).abs().compareTo(CLOCKS_DIFFER) <= 0
                && keys.isMerchants(text, parts.getOrDefault("signature", ""));
    }

    private Reply work(Request request) throws Json.BadBody {
        String path = request.path();
        boolean isPost = request.method().equals("POST");
        ObjectNode body = isPost ? Json.read(request.body()) : Json.object();
        if (isPost && path.equals("/v3/pay/transactions/native")) {
            Trade trade = trades.begin(wanted(body));
            return Reply.json(
                    200, Json.object().put("code_url", base + "/wallet/" + trade.reference));
        }
        if (isPost && path.startsWith(ORDERS) && path.endsWith("/close")) {
            trades.close(path.substring(ORDERS.length(), path.length() - "/close".length()));
            return new Reply(204, Map.of(), new byte[0]);
        }
        if (!isPost && path.startsWith(ORDERS)) {
            return Reply.json(200, order(trades.known(path.substring(ORDERS.length()))));
        }
        if (isPost && path.equals(REFUNDS)) {
            return Reply.json(200, refunded(body));
        }
        if (!isPost && path.startsWith(REFUNDS + "/")) {
            var found = trades.ofRefund(path.substring(REFUNDS.length() + 1));
            return Reply.json(200, refund(found.getKey(), found.getValue()));
        }
        throw new Refused(Trades.No.UNKNOWN);
    }

    private ObjectNode refunded(ObjectNode body) {
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

    private static Trade wanted(ObjectNode body) {
        String reference = body.path("out_trade_no").asString("");
        long total = body.path("amount").path("total").asLong();
        if (!reference.matches("[A-Za-z0-9_*-]{6,32}")
                || total < 1
                || !body.path("mchid").asString("").equals(MERCHANT)
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

    private static ObjectNode order(Trade trade) {
        ObjectNode node = Json.object().put("appid", APP_ID).put("mchid", MERCHANT);
        node.put("out_trade_no", trade.reference);
        node.putObject("amount").put("total", trade.amount).put("currency", "CNY");
        if (trade.paidAt.isPresent()) {
            node.put("transaction_id", trade.id).put("trade_type", "NATIVE");
        }
        return node.put(
                "trade_state",
                switch (trade.status) {
                    case WAITING -> "NOTPAY";
                    case CLOSED -> "CLOSED";
                    case PAID -> trade.refunded() > 0 ? "REFUND" : "SUCCESS";
                });
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

    private void tell(Trade trade) {
        if (trade.notifyAt.isEmpty() || trade.status != Status.PAID) {
            return;
        }
        ObjectNode about =
                trade.refunds.isEmpty()
                        ? order(trade)
                        : refund(trade, trade.refunds.getLast()).put("mchid", MERCHANT);
        String nonce = FreshName.of("").substring(0, 12);
        ObjectNode event = Json.object().put("id", FreshName.of("EV-"));
        event.put("create_time", OffsetDateTime.now(clock).withNano(0).toString());
        event.put("event_type", trade.refunds.isEmpty() ? "TRANSACTION.SUCCESS" : "REFUND.SUCCESS");
        event.put("resource_type", "encrypt-resource").put("summary", "支付成功");
        event.putObject("resource")
                .put("algorithm", "AEAD_AES_256_GCM")
                .put("original_type", "transaction")
                .put("associated_data", "transaction")
                .put("nonce", nonce)
                .put("ciphertext", encrypted(about.toString(), nonce));
        String body = event.toString();
        notices.send(
                new Notices.Notice(URI.create(trade.notifyAt), body, age -> headers(body, age)));
    }

    private static String encrypted(String text, String nonce) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    new SecretKeySpec(API_V3_KEY.getBytes(StandardCharsets.UTF_8), "AES"),
                    new GCMParameterSpec(128, nonce.getBytes(StandardCharsets.UTF_8)));
            cipher.updateAAD("transaction".getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder()
                    .encodeToString(cipher.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Reply signed(Reply reply) {
        Map<String, String> all =
                new HashMap<>(
                        headers(new String(reply.body(), StandardCharsets.UTF_8), Duration.ZERO));
        all.putAll(reply.headers());
        return new Reply(reply.status(), all, reply.body());
    }

    private Map<String, String> headers(String body, Duration age) {
        String time = Long.toString(clock.instant().minus(age).getEpochSecond());
        String nonce = FreshName.of("");
        return Map.of(
                "Content-Type",
                "application/json",
                "Wechatpay-Timestamp",
                time,
                "Wechatpay-Nonce",
                nonce,
                "Wechatpay-Serial",
                PLATFORM_SERIAL,
                "Wechatpay-Signature",
                keys.signed(time + "\n" + nonce + "\n" + body + "\n"));
    }

    private static Reply refusal(int status, String code) {
        return Reply.json(status, Json.object().put("code", code).put("message", "拒绝: " + code));
    }
}
