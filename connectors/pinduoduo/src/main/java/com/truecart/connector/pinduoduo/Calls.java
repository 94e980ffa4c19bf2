package com.truecart.connector.pinduoduo;

import com.truecart.kit.Json;
import com.truecart.kit.PlainText;
import com.truecart.kit.WebAddress;
import com.truecart.kit.china.GatewaySignature;
import com.truecart.kit.china.ProductSearch.Found;
import com.truecart.spi.Call;
import com.truecart.spi.Call.Safety;
import com.truecart.spi.ConnectorContext;
import com.truecart.spi.HandOffReference;
import com.truecart.spi.Reply;
import com.truecart.spi.Secret;
import com.truecart.spi.UpstreamException;
import com.truecart.spi.UpstreamException.Misconfigured;
import com.truecart.spi.UpstreamException.Refused;
import com.truecart.spi.UpstreamException.Throttled;
import com.truecart.spi.UpstreamException.Unavailable;
import com.truecart.spi.UpstreamHttp;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * The interfaces of Pinduoduo's affiliate platform that we use. Everything is a text on one level;
 * a list is written as JSON once, and that text is both signed and sent. Failures are answered 200.
 */
final class Calls {
    static final int PER_PAGE = 100;

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String SEARCH = "pdd.ddk.goods.search";
    private static final String LINK = "pdd.ddk.goods.promotion.url.generate";
    private static final String ORDERS = "pdd.ddk.order.list.increment.get";

    /** Between 10 and 100; Pinduoduo's pages advise 40 to 50. */
    static final int ORDERS_PER_PAGE = 50;

    /** What Pinduoduo takes as custom_parameters. */
    private static final int MOST_CUSTOM_BYTES = 64;

    /** The name of an answer does not follow from the name of a question. */
    private static final Map<String, String> ANSWERS =
            Map.of(
                    SEARCH, "goods_search_response",
                    LINK, "goods_promotion_url_generate_response",
                    ORDERS, "order_list_get_response");

    private static final String CUSTOM = "custom_parameters";
    private static final int WORDS = 200;

    private final URI gateway;
    private final String clientId;
    private final Secret secret;
    private final String pid;
    private final Optional<String> uid;
    private final UpstreamHttp http;
    private final Clock clock;

    Calls(ConnectorContext context) {
        clientId = context.required(PinduoduoProvider.CLIENT_ID);
        secret = context.requiredSecret(PinduoduoProvider.CLIENT_SECRET);
        pid = context.required(PinduoduoProvider.PID);
        uid = context.setting(PinduoduoProvider.UID).filter(user -> !user.isBlank());
        gateway =
                WebAddress.of(context.required(PinduoduoProvider.GATEWAY))
                        .orElseThrow(() ->
                                new Misconfigured(
                                        PinduoduoProvider.GATEWAY, "is no http(s) address"));
        http = context.http();
        clock = context.clock();
    }

    private record Answer(Json result, Instant at) {}

    /**
     * A page of a search.
     *
     * @param list which list it is a page of, as the first page said: without it the next page may
     *     be one of another order
     */
    Found search(String words, int page, Optional<String> list) {
        Map<String, String> business = new HashMap<>();
        business.put("keyword", words);
        business.put("page", Integer.toString(page));
        business.put("page_size", Integer.toString(PER_PAGE));
        business.put("pid", pid);
        list.ifPresent(id -> business.put("list_id", id));
        custom(Optional.empty()).ifPresent(text -> business.put(CUSTOM, text));
        Answer answer = call(SEARCH, business);
        List<Json> rows = answer.result().optionalList("goods_list");
        long total = answer.result().optionalNumber("total_count").orElse(Long.MAX_VALUE);
        return new Found(
                rows,
                rows.isEmpty() || (long) page * PER_PAGE >= total,
                answer.result().optionalText("list_id").or(() -> list),
                answer.at());
    }

    /**
     * A tracked link.
     *
     * @param reference ours, echoed with the orders made through the link
     */
    URI link(String goodsSign, Optional<HandOffReference> reference) {
        Map<String, String> business = new HashMap<>();
        business.put("p_id", pid);
        business.put("goods_sign_list", MAPPER.writeValueAsString(List.of(goodsSign)));
        custom(reference).ifPresent(text -> business.put(CUSTOM, text));
        Json answer = call(LINK, business).result();
        return answer.list("goods_promotion_url_list").stream()
                .flatMap(found ->
                        Stream.of("mobile_url", "url", "short_url")
                                .flatMap(field -> found.optionalText(field).stream()))
                .flatMap(address -> WebAddress.of(address).stream())
                .findFirst()
                .orElseThrow(() -> new Unavailable("Pinduoduo gives no link for this product now"));
    }

    /**
     * A page of the orders that changed in a window of at most a day.
     *
     * @param counting whether to say how many there are in all, which takes Pinduoduo longer
     */
    Json orders(Instant from, Instant to, int page, boolean counting) {
        return call(
                        ORDERS,
                        Map.of(
                                "start_update_time", Long.toString(from.getEpochSecond()),
                                "end_update_time", Long.toString(to.getEpochSecond()),
                                "page", Integer.toString(page),
                                "page_size", Integer.toString(ORDERS_PER_PAGE),
                                "return_count", Boolean.toString(counting)))
                .result();
    }

    /**
     * The filed user, and our name for the visit as the context's (sid). Without a filed user there
     * is none: what Pinduoduo makes of a context alone nobody has shown.
     */
    private Optional<String> custom(Optional<HandOffReference> reference) {
        return uid.map(user -> {
            Map<String, String> custom = new TreeMap<>(Map.of("uid", user));
            reference.ifPresent(name -> custom.put("sid", name.value()));
            String text = MAPPER.writeValueAsString(custom);
            return text.getBytes(StandardCharsets.UTF_8).length <= MOST_CUSTOM_BYTES
                    ? text
                    : MAPPER.writeValueAsString(Map.of("uid", user));
        });
    }

    private Answer call(String type, Map<String, String> business) {
        Map<String, String> parameters = new TreeMap<>(business);
        parameters.put("type", type);
        parameters.put("client_id", clientId);
        parameters.put("timestamp", Long.toString(clock.instant().getEpochSecond()));
        parameters.put("data_type", "JSON");
        parameters.put("sign", GatewaySignature.md5(secret, parameters));
        Reply reply =
                http.send(
                        Call.postJson(gateway, MAPPER.writeValueAsString(parameters), Safety.READ));
        Json body = Json.parse(reply.body());
        Optional<Json> error = body.optional("error_response");
        if (error.isPresent()) {
            throw refusal(error.get());
        }
        return new Answer(body.at(ANSWERS.getOrDefault(type, type)), reply.at());
    }

    /** Who acts on an error, by Pinduoduo's codes. */
    static UpstreamException refusal(Json error) {
        String code = error.id("error_code");
        String words =
                error.optionalText("sub_msg")
                        .or(() -> error.optionalText("error_msg"))
                        .map(text -> PlainText.of(text, WORDS))
                        .orElse("no reason");
        String said = "Pinduoduo answers " + code + ": " + words;
        return switch (code) {
            case "20004" ->
                    new Misconfigured(PinduoduoProvider.CLIENT_SECRET, "does not fit: " + said);
            // too fast, or the quota of an application under test
            case "52101", "70031", "70036" -> new Throttled(said, Optional.empty());
            // degraded, offline, or its own trouble
            case "52102", "52103", "70033", "50000", "50001", "50002", "52001", "52002" ->
                    new Unavailable(said);
            // among them 20005 (our address), 20031 (permission) and the refusals for risk
            default -> new Refused(said);
        };
    }
}
