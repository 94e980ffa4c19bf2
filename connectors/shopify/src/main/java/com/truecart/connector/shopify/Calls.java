package com.truecart.connector.shopify;

import com.truecart.kit.Json;
import com.truecart.kit.PlainText;
import com.truecart.spi.Call;
import com.truecart.spi.Call.Safety;
import com.truecart.spi.Reply;
import com.truecart.spi.Secret;
import com.truecart.spi.UpstreamException.Drifted;
import com.truecart.spi.UpstreamException.Refused;
import com.truecart.spi.UpstreamException.Throttled;
import com.truecart.spi.UpstreamException.Unanswered;
import com.truecart.spi.UpstreamException.Unavailable;
import com.truecart.spi.UpstreamHttp;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/** What is asked of a shop, and what an answer of its is: GraphQL answers failures with 200. */
final class Calls {
    /** Every release is served for a year at least, older ones by the oldest still served. */
    private static final String VERSION = "2026-10";

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int MESSAGE = 300;

    /** Not found, frozen, unpaid, and the platform's own word for "we think you are a bot". */
    private static final Set<Integer> CLOSED = Set.of(402, 404, 410, 423, 430);

    private final Shop shop;
    private final Optional<Secret> token;
    private final UpstreamHttp http;

    Calls(Shop shop, Optional<Secret> token, UpstreamHttp http) {
        this.shop = shop;
        this.token = token;
        this.http = http;
    }

    /** What the shop answered, and when. */
    record Answer(Json json, Instant at) {}

    /** Quantities are told only to callers with a token, and not to all of them. */
    boolean hasToken() {
        return token.isPresent();
    }

    /** The {@code data} of a document's answer. */
    Answer read(String document, Map<String, ?> variables) {
        return send(document, variables, Safety.READ);
    }

    /** The same for a change to a cart: a second cart harms nobody. */
    Answer write(String document, Map<String, ?> variables) {
        return send(document, variables, Safety.REPEATABLE_WRITE);
    }

    /** A page of the public product list, counted from 1. */
    Answer productList(int page, int perPage) {
        Reply reply =
                http.send(
                        Call.get(
                                URI.create(
                                        shop.address()
                                                + "/products.json?limit="
                                                + perPage
                                                + "&page="
                                                + page)));
        refuseClosed(reply);
        return new Answer(Json.parse(reply.body()), reply.at());
    }

    private Answer send(String document, Map<String, ?> variables, Safety safety) {
        Map<String, Object> all = new HashMap<>(variables);
        shop.country().ifPresent(country -> all.put("country", country));
        shop.languageCode().ifPresent(language -> all.put("language", language));
        Call call =
                Call.postJson(
                        URI.create(shop.address() + "/api/" + VERSION + "/graphql.json"),
                        MAPPER.writeValueAsString(Map.of("query", document, "variables", all)),
                        safety);
        Reply reply =
                http.send(
                        token.isPresent()
                                ? call.header(
                                        "X-Shopify-Storefront-Access-Token", token.get().reveal())
                                : call);
        refuseClosed(reply);
        Json body = Json.parse(reply.body());
        judge(body, safety);
        return new Answer(body.at("data"), reply.at());
    }

    private static void refuseClosed(Reply reply) {
        if (CLOSED.contains(reply.status())) {
            throw new Refused("the shop does not open this door: it answers " + reply.status());
        }
    }

    /**
     * An answer may hold both: what may not be seen is missing from the data and named in the
     * errors.
     */
    private static void judge(Json body, Safety safety) {
        List<Json> errors = body.optionalList("errors");
        boolean hasData = body.optional("data").isPresent();
        for (Json error : errors) {
            String words = PlainText.of(error.optionalText("message").orElse(""), MESSAGE);
            switch (code(error)) {
                case "THROTTLED" ->
                        throw new Throttled("the shop says: " + words, Optional.empty());
                case "ACCESS_DENIED" -> {
                    if (!hasData) {
                        throw new Refused("the shop does not show this: " + words);
                    }
                }
                case "UNAUTHORIZED" ->
                        throw new Refused("the shop does not take this access token");
                case "SHOP_INACTIVE" -> throw new Refused("the shop is closed");
                case "INTERNAL_SERVER_ERROR" ->
                        throw safety == Safety.READ
                                ? new Unavailable("the shop is out of order: " + words)
                                : new Unanswered("the shop is out of order: " + words);
                default -> throw new Drifted("the shop refuses the question: " + words);
            }
        }
    }

    private static String code(Json error) {
        return error.optional("extensions")
                .flatMap(extensions -> extensions.optionalText("code"))
                .orElse("");
    }
}
