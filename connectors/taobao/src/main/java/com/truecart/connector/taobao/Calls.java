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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The one interface of Taobao's open platform (TOP) that we use: its search states prices, coupons
 * and links in one answer. TOP answers 200 whatever happened.
 */
final class Calls {
    static final int PER_PAGE = 100;

    private static final String SEARCH = "taobao.tbk.dg.material.optional.upgrade";
    private static final String ANSWER = "tbk_dg_material_optional_upgrade_response";

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

    Found search(String words, int page) {
        Map<String, String> parameters = new HashMap<>();
        parameters.put("method", SEARCH);
        parameters.put("app_key", appKey);
        parameters.put("timestamp", ShanghaiTime.text(clock.instant()));
        parameters.put("format", "json");
        parameters.put("v", "2.0");
        parameters.put("sign_method", "md5");
        parameters.put("q", words);
        parameters.put("page_no", Integer.toString(page));
        parameters.put("page_size", Integer.toString(PER_PAGE));
        parameters.put("adzone_id", place.adzone());
        parameters.put("site_id", place.site());
        parameters.put("material_id", material);
        parameters.put("biz_scene_id", PRICE_COMPARISON);
        parameters.put("sign", GatewaySignature.md5(secret, parameters));
        Reply reply = http.send(Form.post(gateway, parameters, Safety.READ));
        Json body = Json.parse(reply.body());
        Optional<Json> error = body.optional("error_response");
        if (error.isPresent()) {
            if (isNothingFound(error.get())) {
                return new Found(List.of(), true, Optional.empty(), reply.at());
            }
            throw refusal(error.get());
        }
        Json answer =
                body.optional(ANSWER)
                        .orElseThrow(() ->
                                new Drifted(
                                        "$."
                                                + ANSWER
                                                + ": expected Taobao's answer; the fields here are "
                                                + body.fields()));
        List<Json> rows =
                answer.optional("result_list")
                        .map(list -> list.optionalList("map_data"))
                        .orElse(List.of());
        long total = answer.optionalNumber("total_results").orElse(Long.MAX_VALUE);
        return new Found(
                rows,
                rows.isEmpty() || (long) page * PER_PAGE >= total,
                Optional.empty(),
                reply.at());
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
