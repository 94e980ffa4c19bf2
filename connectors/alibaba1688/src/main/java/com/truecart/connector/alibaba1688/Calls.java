package com.truecart.connector.alibaba1688;

import com.truecart.kit.Json;
import com.truecart.kit.PlainText;
import com.truecart.kit.WebAddress;
import com.truecart.kit.china.Form;
import com.truecart.kit.china.GatewaySignature;
import com.truecart.spi.Call.Safety;
import com.truecart.spi.ConnectorContext;
import com.truecart.spi.Reply;
import com.truecart.spi.Secret;
import com.truecart.spi.UpstreamException;
import com.truecart.spi.UpstreamException.Drifted;
import com.truecart.spi.UpstreamException.Misconfigured;
import com.truecart.spi.UpstreamException.Refused;
import com.truecart.spi.UpstreamException.Throttled;
import com.truecart.spi.UpstreamHttp;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/**
 * The interfaces of 1688's open platform that we use. The gateway refuses with {@code error_code};
 * an interface behind it says no with {@code success: false}, and both may come with status 200.
 */
final class Calls {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String PRODUCTS = "com.alibaba.fenxiao.crossborder/product.search.";
    private static final String TRADE = "com.alibaba.trade/alibaba.";
    private static final String LOGISTICS = "com.alibaba.logistics/alibaba.trade.";

    /** The language of the second title; Chinese comes anyway. */
    private static final String LANGUAGE = "en";

    private static final int WORDS = 200;

    /**
     * What is wrong with the request, as 1688 says of a preview and of an order alike: not sold
     * online, not of one seller, no such spec, out of stock, too few units (of one offer, mixed, or
     * wholesale), without a price, an address that lacks something.
     */
    private static final Set<String> BEFORE_ANY_ORDER =
            Set.of(
                    "500_001", "500_002", "500_003", "500_004", "500_005", "500_006", "500_008",
                    "500_009", "500_100");

    private final String gateway;
    private final String appKey;
    private final Secret secret;
    private final Secret token;
    private final UpstreamHttp http;
    private final Clock clock;

    Calls(ConnectorContext context) {
        appKey = context.required(Alibaba1688Provider.APP_KEY);
        secret = context.requiredSecret(Alibaba1688Provider.APP_SECRET);
        token = context.requiredSecret(Alibaba1688Provider.ACCESS_TOKEN);
        gateway =
                WebAddress.of(context.required(Alibaba1688Provider.GATEWAY))
                        .orElseThrow(() ->
                                new Misconfigured(
                                        Alibaba1688Provider.GATEWAY, "is no http(s) address"))
                        .toString()
                        .replaceAll("/+$", "");
        http = context.http();
        clock = context.clock();
    }

    /** What an interface answered. */
    record Answer(Json body, Instant at) {

        /** Why it says no; empty where it did what was asked. */
        Optional<Refusal> refusal() {
            boolean isDone =
                    body.optional("success")
                            .map(success -> success.node().asString("").equals("true"))
                            .orElse(body.optionalText("errorCode").isEmpty());
            return isDone
                    ? Optional.empty()
                    : Optional.of(
                            new Refusal(first("errorCode", "code"), first("errorMsg", "message")));
        }

        private String first(String name, String other) {
            return PlainText.of(
                    body.optionalText(name)
                            .or(() -> body.optionalText("errorMessage"))
                            .or(() -> body.optionalText(other))
                            .orElse("no reason"),
                    WORDS);
        }
    }

    /** A no of an interface, in its words. */
    record Refusal(String code, String words) {
        String said() {
            return "1688 answers " + code + ": " + words;
        }

        /** Whether it surely made no order; of a word we do not know nobody can say. */
        boolean isBeforeAnyOrder() {
            return BEFORE_ANY_ORDER.contains(code);
        }
    }

    /** Offers found, a page of them. */
    Answer search(String words, int page, int perPage) {
        return result(
                read(
                        PRODUCTS + "keywordQuery",
                        Map.of(
                                "offerQueryParam",
                                json(
                                        Map.of(
                                                "keyword", words,
                                                "beginPage", page,
                                                "pageSize", perPage,
                                                "country", LANGUAGE)))));
    }

    /** One offer with its variants, prices and stock in a result, or why it is not shown. */
    Answer detail(String offerId) {
        return inner(
                read(
                        PRODUCTS + "queryProductDetail",
                        Map.of(
                                "offerDetailParam",
                                json(
                                        Map.of(
                                                "offerId",
                                                Long.parseLong(offerId),
                                                "country",
                                                LANGUAGE)))));
    }

    Answer preview(Map<String, String> order) {
        return read(TRADE + "createOrder.preview", order);
    }

    Answer create(Map<String, String> order) {
        return call(TRADE + "trade.fastCreateOrder", order, Safety.ONE_SHOT_WRITE);
    }

    Answer order(String orderId) {
        return read(TRADE + "trade.get.buyerView", Map.of("webSite", "1688", "orderId", orderId));
    }

    Answer ordersByReference(String outOrderId) {
        return read(
                TRADE + "trade.getBuyerOrderList",
                Map.of("outOrderId", outOrderId, "page", "1", "pageSize", "20"));
    }

    Answer logistics(String orderId) {
        return read(
                LOGISTICS + "getLogisticsInfos.buyerView",
                Map.of("webSite", "1688", "orderId", orderId));
    }

    Answer trace(String orderId) {
        return read(
                LOGISTICS + "getLogisticsTraceInfo.buyerView",
                Map.of("webSite", "1688", "orderId", orderId));
    }

    static String json(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** The products' interfaces put the answer into a result inside a result. */
    private static Answer result(Answer answer) {
        Answer inner = inner(answer);
        if (inner.refusal().isPresent()) {
            throw new Refused(inner.refusal().get().said());
        }
        return new Answer(inner.body().at("result"), answer.at());
    }

    private static Answer inner(Answer answer) {
        return new Answer(answer.body().at("result"), answer.at());
    }

    private Answer read(String api, Map<String, String> business) {
        return call(api, business, Safety.READ);
    }

    private Answer call(String api, Map<String, String> business, Safety safety) {
        String path = "param2/1/" + api + "/" + appKey;
        Map<String, String> parameters = new HashMap<>(business);
        parameters.put("access_token", token.reveal());
        parameters.put("_aop_timestamp", Long.toString(clock.instant().toEpochMilli()));
        parameters.put("_aop_signature", GatewaySignature.hmacSha1(secret, path, parameters));
        Reply reply =
                http.send(Form.post(URI.create(gateway + "/openapi/" + path), parameters, safety));
        Json body = Json.parse(reply.body());
        if (!body.node().isObject()) {
            throw new Drifted("$: expected an object");
        }
        Optional<String> error = body.optionalText("error_code");
        if (error.isPresent()) {
            throw refusal(error.get(), body.optionalText("error_message").orElse(""), safety);
        }
        return new Answer(body, reply.at());
    }

    /**
     * The gateway's own refusals. After an order was sent, only those that are about who asks, and
     * how often, surely came before any work.
     */
    static UpstreamException refusal(String code, String message, Safety safety) {
        String said = "1688 answers " + code + ": " + PlainText.of(message, WORDS);
        return switch (code) {
            case "gw.SignatureInvalid" ->
                    new Misconfigured(Alibaba1688Provider.APP_SECRET, "does not fit: " + said);
            case "gw.QosAppFrequencyLimit" -> new Throttled(said, Optional.empty());
            case "401" ->
                    new Misconfigured(
                            Alibaba1688Provider.ACCESS_TOKEN, "is no longer valid: " + said);
            case "403" -> new Refused(said);
            default ->
                    code.startsWith("gw.") && safety == Safety.READ
                            ? new Refused(said)
                            : new Drifted(said);
        };
    }
}
