package com.truecart.connector.woocommerce;

import com.truecart.kit.Json;
import com.truecart.spi.Call;
import com.truecart.spi.Call.Safety;
import com.truecart.spi.Reply;
import com.truecart.spi.UpstreamException.Drifted;
import com.truecart.spi.UpstreamHttp;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import tools.jackson.databind.json.JsonMapper;

/** The endpoints of the Store API that we use, and what an answer of theirs is. */
final class Calls {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String CART_TOKEN = "Cart-Token";

    private final String base;
    private final UpstreamHttp http;

    Calls(URI shop, UpstreamHttp http) {
        this.base = shop.toString().replaceAll("/+$", "") + "/wp-json/wc/store/v1";
        this.http = http;
    }

    /** What came back: the Store API says by status whether it did what was asked. */
    sealed interface Answer {
        /** Done. */
        record Good(Json body, Reply reply) implements Answer {}

        /** Not done, and the shop says why. */
        record Refusal(int status, String code, String message, Json body) implements Answer {}
    }

    /**
     * Some products.
     *
     * @param pages how many pages there are, where the shop says so
     */
    record ProductPage(List<Json> products, OptionalInt total, OptionalInt pages, Instant at) {}

    /** A page of products, or of the variations of products, by id. */
    ProductPage products(int page, int perPage, boolean variations) {
        String query =
                "/products?orderby=id&order=asc&per_page="
                        + perPage
                        + "&page="
                        + page
                        + (variations ? "&type=variation" : "");
        Answer.Good good = good(answer(Call.get(URI.create(base + query))));
        return new ProductPage(
                good.body().entries(),
                count(good.reply(), "X-WP-Total"),
                count(good.reply(), "X-WP-TotalPages"),
                good.reply().at());
    }

    /**
     * Opens a cart of its own; everything later goes by its token, so that no cookie or nonce is
     * needed.
     */
    String openCart() {
        Answer.Good good = good(answer(Call.get(URI.create(base + "/cart"))));
        return good.reply()
                .header(CART_TOKEN)
                .orElseThrow(() -> new Drifted("the shop gives no Cart-Token header"));
    }

    Answer cart(String token) {
        return answer(Call.get(URI.create(base + "/cart")).header(CART_TOKEN, token));
    }

    /** Adding twice doubles the quantity. */
    Answer addToCart(String token, long id, int quantity) {
        return post(
                token,
                "/cart/add-item",
                Map.of("id", id, "quantity", quantity),
                Safety.ONE_SHOT_WRITE);
    }

    Answer changeCart(String token, String path, Map<String, ?> body) {
        return post(token, path, body, Safety.REPEATABLE_WRITE);
    }

    /** The draft order of this cart; asked for again it is the same one. */
    Answer draft(String token) {
        return answer(Call.get(URI.create(base + "/checkout")).header(CART_TOKEN, token));
    }

    Answer checkout(String token, Map<String, ?> body) {
        return post(token, "/checkout", body, Safety.ONE_SHOT_WRITE);
    }

    Answer order(String id, String key, String email) {
        String query =
                "/order/" + encode(id) + "?key=" + encode(key) + "&billing_email=" + encode(email);
        return answer(Call.get(URI.create(base + query)));
    }

    static Answer.Good good(Answer answer) {
        return switch (answer) {
            case Answer.Good good -> good;
            case Answer.Refusal(int status, String code, String message, _) ->
                    throw new Drifted(
                            "expected an answer, the shop refuses with "
                                    + status
                                    + " "
                                    + code
                                    + ": "
                                    + message);
        };
    }

    private Answer post(String token, String path, Map<String, ?> body, Safety safety) {
        String json = MAPPER.writeValueAsString(body);
        return answer(
                Call.postJson(URI.create(base + path), json, safety).header(CART_TOKEN, token));
    }

    private Answer answer(Call call) {
        Reply reply = http.send(call);
        Json body = Json.parse(reply.body());
        if (reply.isSuccess()) {
            return new Answer.Good(body, reply);
        }
        return new Answer.Refusal(
                reply.status(), body.text("code"), body.optionalText("message").orElse(""), body);
    }

    private static OptionalInt count(Reply reply, String header) {
        String text = reply.header(header).orElse("");
        return text.matches("\\d{1,9}")
                ? OptionalInt.of(Integer.parseInt(text))
                : OptionalInt.empty();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
