package com.truecart.connector.jd;

import com.truecart.kit.Json;
import com.truecart.kit.PlainText;
import com.truecart.kit.WebAddress;
import com.truecart.kit.china.Form;
import com.truecart.kit.china.GatewaySignature;
import com.truecart.kit.china.ProductSearch.Found;
import com.truecart.kit.china.ShanghaiTime;
import com.truecart.spi.Call.Safety;
import com.truecart.spi.HandOffReference;
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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/**
 * The interfaces of JD's affiliate platform that we use. JD answers 200 whatever happened, in a
 * node that it spells "responce", with the result as a JSON text inside the JSON.
 */
final class Calls {
    static final int PER_PAGE = 30;

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String SEARCH = "jd.union.open.goods.query";
    private static final String LINK = "jd.union.open.promotion.common.get";
    private static final String ORDERS = "jd.union.open.order.row.query";
    private static final int ORDERS_PER_PAGE = 500;

    /** Windows are of the time of change; 1 is that of ordering, 2 that of completion. */
    private static final int BY_CHANGE = 3;

    private static final Pattern TOO_OFTEN = Pattern.compile("频|限流|流量|次数|too (many|often)|limit");
    private static final Pattern SIGNATURE = Pattern.compile("签名|\\bsign");
    private static final Pattern APP_KEY = Pattern.compile("app_?key");
    private static final int WORDS = 200;

    private final URI gateway;
    private final String appKey;
    private final Secret secret;
    private final UpstreamHttp http;
    private final Clock clock;

    Calls(URI gateway, String appKey, Secret secret, UpstreamHttp http, Clock clock) {
        this.gateway = gateway;
        this.appKey = appKey;
        this.secret = secret;
        this.http = http;
        this.clock = clock;
    }

    private record Answer(Json result, Instant at) {}

    Found search(String words, int page, Scene scene) {
        Answer answer =
                call(
                        SEARCH,
                        "queryResult",
                        Map.of(
                                "goodsReqDTO",
                                Map.of(
                                        "keyword", words,
                                        "pageIndex", page,
                                        "pageSize", PER_PAGE,
                                        "sceneId", scene.id(),
                                        "fields", "purchasePriceInfo")));
        List<Json> rows = answer.result().optionalList("data");
        long total = answer.result().optionalNumber("totalCount").orElse(Long.MAX_VALUE);
        boolean isLast = rows.isEmpty() || (long) page * PER_PAGE >= total;
        return new Found(rows, isLast, Optional.empty(), answer.at());
    }

    /** The row of one article number. */
    Optional<Json> bySku(String sku) {
        if (!sku.matches("[1-9]\\d{0,17}")) {
            return Optional.empty();
        }
        return call(
                        SEARCH,
                        "queryResult",
                        Map.of(
                                "goodsReqDTO",
                                Map.of(
                                        "skuIds",
                                        List.of(Long.parseLong(sku)),
                                        "sceneId",
                                        Scene.SKU.id(),
                                        "fields",
                                        "purchasePriceInfo")))
                .result()
                .optionalList("data")
                .stream()
                .findFirst();
    }

    /**
     * A tracked link.
     *
     * @param material the address of the product as a search gave it minutes ago
     * @param coupon the address of a coupon to be claimed on the way
     * @param reference ours, echoed with the orders made through the link
     */
    URI link(
            String site,
            String material,
            Optional<String> coupon,
            Optional<HandOffReference> reference) {
        Map<String, Object> request = new HashMap<>();
        request.put("materialId", material);
        request.put("siteId", site);
        coupon.ifPresent(address -> request.put("couponUrl", address));
        reference.ifPresent(name -> request.put("subUnionId", name.value()));
        String address =
                call(LINK, "getResult", Map.of("promotionCodeReq", request))
                        .result()
                        .at("data")
                        .text("clickURL");
        return WebAddress.of(address)
                .orElseThrow(() -> new Drifted("$.data.clickURL: is no web address"));
    }

    /** A page of the order rows that changed in a window of at most an hour, from 1. */
    Json orders(Instant from, Instant to, int page) {
        return call(
                        ORDERS,
                        "queryResult",
                        Map.of(
                                "orderReq",
                                Map.of(
                                        "pageIndex", page,
                                        "pageSize", ORDERS_PER_PAGE,
                                        "type", BY_CHANGE,
                                        "startTime", ShanghaiTime.text(from),
                                        "endTime", ShanghaiTime.text(to))))
                .result();
    }

    private Answer call(String method, String resultField, Map<String, ?> business) {
        Map<String, String> parameters = new HashMap<>();
        parameters.put("method", method);
        parameters.put("app_key", appKey);
        parameters.put("timestamp", ShanghaiTime.text(clock.instant()));
        parameters.put("format", "json");
        parameters.put("v", "1.0");
        parameters.put("sign_method", "md5");
        // written once: the text that is signed is the text that is sent
        parameters.put("360buy_param_json", MAPPER.writeValueAsString(business));
        parameters.put("sign", GatewaySignature.md5(secret, parameters));
        Reply reply = http.send(Form.post(gateway, parameters, Safety.READ));
        Json body = Json.parse(reply.body());
        for (String error : List.of("error_response", "errorResponse")) {
            if (body.optional(error).isPresent()) {
                throw refusal(body.at(error));
            }
        }
        String node = method.replace('.', '_');
        Json answer =
                body.optional(node + "_responce")
                        .or(() -> body.optional(node + "_response"))
                        .orElseThrow(() ->
                                new Drifted(
                                        "$."
                                                + node
                                                + "_responce: expected JD's answer; the fields here"
                                                + " are "
                                                + body.fields()));
        Json stated = answer.at(resultField);
        Json result = stated.node().isString() ? Json.parse(stated.asText()) : stated;
        if (!result.id("code").equals("200")) {
            throw refusal(result);
        }
        return new Answer(result, reply.at());
    }

    /**
     * What JD's words ask for. Its codes are not published in one list, so the words decide; what
     * we do not know is for the operator to take up with JD.
     */
    static UpstreamException refusal(Json error) {
        String code = error.optional("code").map(Calls::plain).orElse("?");
        String words =
                List.of("zh_desc", "message", "msg", "en_desc").stream()
                        .flatMap(field -> error.optionalText(field).stream())
                        .findFirst()
                        .map(text -> PlainText.of(text, WORDS))
                        .orElse("no reason");
        String said = "JD answers " + code + ": " + words;
        String lower = words.toLowerCase(Locale.ROOT);
        if (TOO_OFTEN.matcher(lower).find()) {
            return new Throttled(said, Optional.empty());
        }
        if (SIGNATURE.matcher(lower).find()) {
            return new Misconfigured(JdProvider.APP_SECRET, "does not fit: " + said);
        }
        if (APP_KEY.matcher(lower).find()) {
            return new Misconfigured(JdProvider.APP_KEY, "is not known: " + said);
        }
        // a skuId asked for, or given, in a scene that has none
        if (code.equals("411")) {
            return new Misconfigured(JdProvider.SCENE, "does not fit this account: " + said);
        }
        return new Refused(said);
    }

    private static String plain(Json value) {
        return value.node().isString() ? value.asText() : value.node().toString();
    }
}
