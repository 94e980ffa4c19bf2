package com.truecart.connector.taobao;

import com.truecart.kit.Json;
import com.truecart.kit.PlainText;
import com.truecart.kit.china.Form;
import com.truecart.kit.china.GatewaySignature;
import com.truecart.kit.china.ProductSearch.Found;
import com.truecart.kit.china.ShanghaiTime;
import com.truecart.spi.Call.Safety;
import com.truecart.spi.Reply;
import com.truecart.spi.Secret;
import com.truecart.spi.UpstreamException;
import com.truecart.spi.UpstreamException.Drifted;
import com.truecart.spi.UpstreamException.Misconfigured;
import com.truecart.spi.UpstreamException.Refused;
import com.truecart.spi.UpstreamException.Throttled;
import com.truecart.spi.UpstreamException.Unavailable;
import com.truecart.spi.UpstreamHttp;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The interfaces of Taobao's open platform (TOP) that we use: its search states prices, coupons and
 * links in one answer. TOP answers 200 whatever happened.
 */
final class Calls {
    static final int PER_PAGE = 100;

    private static final String SEARCH = "taobao.tbk.dg.material.optional.upgrade";
    private static final String ORDERS = "taobao.tbk.order.details.get";

    /** Windows are of the time of change; 1 is that of ordering, 2 of paying, 3 of settling. */
    private static final String BY_CHANGE = "4";

    private static final String FORWARD = "1";

    /** For showing prices beside those of others; Taobao pays less, or nothing, for these. */
    private static final String PRICE_COMPARISON = "2";

    private static final int WORDS = 200;

    private final URI gateway;
    private final String appKey;
    private final Secret secret;
    private final Place place;
    private final String material;
    private final UpstreamHttp http;
    private final Clock clock;

    Calls(
            URI gateway,
            String appKey,
            Secret secret,
            Place place,
            String material,
            UpstreamHttp http,
            Clock clock) {
        this.gateway = gateway;
        this.appKey = appKey;
        this.secret = secret;
        this.place = place;
        this.material = material;
        this.http = http;
        this.clock = clock;
    }

    private record Answer(Optional<Json> result, Instant at) {}

    Found search(String words, int page) {
        Answer answer =
                call(
                        SEARCH,
                        Map.of(
                                "q",
                                words,
                                "page_no",
                                Integer.toString(page),
                                "page_size",
                                Integer.toString(PER_PAGE),
                                "adzone_id",
                                place.adzone(),
                                "site_id",
                                place.site(),
                                "material_id",
                                material,
                                "biz_scene_id",
                                PRICE_COMPARISON));
        List<Json> rows =
                answer.result()
                        .flatMap(result -> result.optional("result_list"))
                        .map(list -> list.optionalList("map_data"))
                        .orElse(List.of());
        long total =
                answer.result().stream()
                        .flatMapToLong(result -> result.optionalNumber("total_results").stream())
                        .findFirst()
                        .orElse(Long.MAX_VALUE);
        return new Found(
                rows,
                rows.isEmpty() || (long) page * PER_PAGE >= total,
                Optional.empty(),
                answer.at());
    }

    /**
     * A page of the orders that changed in a window of at most three hours; empty where Taobao
     * finds none.
     *
     * @param position where the page before ended, as it said
     */
    Optional<Json> orders(Instant from, Instant to, int page, Optional<String> position) {
        Map<String, String> business = new HashMap<>();
        business.put("query_type", BY_CHANGE);
        business.put("start_time", ShanghaiTime.text(from));
        business.put("end_time", ShanghaiTime.text(to));
        business.put("page_no", Integer.toString(page));
        business.put("page_size", Integer.toString(PER_PAGE));
        position.ifPresent(index -> {
            business.put("position_index", index);
            business.put("jump_type", FORWARD);
        });
        return call(ORDERS, business).result().map(result -> result.at("data"));
    }

    /** What is answered; nothing where Taobao finds nothing. */
    private Answer call(String method, Map<String, String> business) {
        Map<String, String> parameters = new HashMap<>(business);
        parameters.put("method", method);
        parameters.put("app_key", appKey);
        parameters.put("timestamp", ShanghaiTime.text(clock.instant()));
        parameters.put("format", "json");
        parameters.put("v", "2.0");
        parameters.put("sign_method", "md5");
        parameters.put("sign", GatewaySignature.md5(secret, parameters));
        Reply reply = http.send(Form.post(gateway, parameters, Safety.READ));
        Json body = Json.parse(reply.body());
        Optional<Json> error = body.optional("error_response");
        if (error.isPresent()) {
            if (isNothingFound(error.get())) {
                return new Answer(Optional.empty(), reply.at());
            }
            throw refusal(error.get());
        }
        String node = method.replaceFirst("^taobao\\.", "").replace('.', '_') + "_response";
        Json answer =
                body.optional(node)
                        .orElseThrow(() ->
                                new Drifted(
                                        "$."
                                                + node
                                                + ": expected Taobao's answer; the fields here are "
                                                + body.fields()));
        return new Answer(Optional.of(answer), reply.at());
    }

    /** Taobao calls it an error when a search finds nothing: {@code "sub_msg":"无结果"}. */
    private static boolean isNothingFound(Json error) {
        return error.optionalText("sub_msg").filter(words -> words.contains("无结果")).isPresent();
    }

    /** Who acts on an error, by TOP's codes; what begins with "isp." is on Taobao's side. */
    static UpstreamException refusal(Json error) {
        String code = error.id("code");
        String sub = error.optionalText("sub_code").orElse("");
        String words =
                error.optionalText("sub_msg")
                        .or(() -> error.optionalText("msg"))
                        .map(text -> PlainText.of(text, WORDS))
                        .orElse("no reason");
        String said = "Taobao answers " + code + (sub.isEmpty() ? "" : " " + sub) + ": " + words;
        return switch (code) {
            case "7" -> new Throttled(said, Optional.empty());
            case "25" -> new Misconfigured(TaobaoProvider.APP_SECRET, "does not fit: " + said);
            case "28", "29" -> new Misconfigured(TaobaoProvider.APP_KEY, "is not known: " + said);
            default -> sub.startsWith("isp.") ? new Unavailable(said) : new Refused(said);
        };
    }
}
