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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.json.JsonMapper;

/** The endpoints of the Store API that we use, and what an answer of theirs is. */
final class Calls {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String CART_TOKEN = "Cart-Token";
    private static final String NAMESPACE = "/wc/store/v1";

    /** WordPress takes no more at once. */
    private static final int LARGEST_BATCH = 25;

    private final String base;
    private final UpstreamHttp http;

    Calls(URI shop, UpstreamHttp http) {
        this.base = shop.toString().replaceAll("/+$", "") + "/wp-json" + NAMESPACE;
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

    /** A product, or a variation of one. */
    Answer product(String id) {
        return answer(Call.get(URI.create(base + "/products/" + encode(id))));
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

    /**
     * One change of a cart.
     *
     * @param path below the API, "/cart/add-item"
     */
    record Change(String path, Map<String, ?> body) {}

    /**
     * Changes a cart, in one round trip where the shop has the batch endpoint, and says what came
     * of each change. Repeated, additions would double, so they are never sent twice.
     */
    List<Answer> change(String token, List<Change> changes) {
        List<Answer> answers = new ArrayList<>();
        for (int from = 0; from < changes.size(); from += LARGEST_BATCH) {
            List<Change> some =
                    changes.subList(from, Math.min(changes.size(), from + LARGEST_BATCH));
            answers.addAll(
                    some.size() == 1
                            ? List.of(single(token, some.getFirst()))
                            : batch(token, some).orElseGet(() -> oneByOne(token, some)));
        }
        return answers;
    }

    private List<Answer> oneByOne(String token, List<Change> changes) {
        return changes.stream().map(change -> single(token, change)).toList();
    }

    private Answer single(String token, Change change) {
        return post(token, change.path(), change.body(), Safety.ONE_SHOT_WRITE);
    }

    /** Empty where the shop has no such endpoint. */
    private Optional<List<Answer>> batch(String token, List<Change> changes) {
        List<Map<String, ?>> requests = new ArrayList<>();
        for (Change change : changes) {
            Map<String, Object> request = new LinkedHashMap<>();
            request.put("method", "POST");
            request.put("path", NAMESPACE + change.path());
            // the session is found by the outer header, the missing nonce excused by the inner one
            request.put("headers", Map.of(CART_TOKEN, token));
            request.put("body", change.body());
            requests.add(request);
        }
        Answer answer = post(token, "/batch", Map.of("requests", requests), Safety.ONE_SHOT_WRITE);
        return switch (answer) {
            case Answer.Refusal refusal when refusal.status() == 404 -> Optional.empty();
            case Answer.Refusal refusal ->
                    throw new Drifted(
                            "the shop refuses a batch with "
                                    + refusal.status()
                                    + " "
                                    + refusal.code());
            case Answer.Good(Json body, Reply reply) -> {
                List<Json> responses = body.list("responses");
                if (responses.size() != changes.size()) {
                    throw new Drifted(
                            "the shop answers "
                                    + responses.size()
                                    + " of "
                                    + changes.size()
                                    + " requests of a batch");
                }
                yield Optional.of(
                        responses.stream()
                                .map(one ->
                                        read(
                                                Math.toIntExact(one.number("status")),
                                                one.at("body"),
                                                reply))
                                .toList());
            }
        };
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
        return read(reply.status(), Json.parse(reply.body()), reply);
    }

    private static Answer read(int status, Json body, Reply reply) {
        return status >= 200 && status < 300
                ? new Answer.Good(body, reply)
                : new Answer.Refusal(
                        status, body.text("code"), body.optionalText("message").orElse(""), body);
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
