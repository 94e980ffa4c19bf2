package com.truecart.testkit.corner;

import com.truecart.kit.Json;
import com.truecart.spi.Call;
import com.truecart.spi.Call.Safety;
import com.truecart.spi.Reply;
import com.truecart.spi.UpstreamException.Drifted;
import com.truecart.spi.UpstreamHttp;
import com.truecart.spi.UpstreamOrder;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.databind.json.JsonMapper;

/** The endpoints of the corner shop, and what an answer of theirs is. */
final class Calls {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final URI shop;
    private final UpstreamHttp http;

    Calls(URI shop, UpstreamHttp http) {
        this.shop = shop;
        this.http = http;
    }

    // guide: calls
    /** Some products, the page after them where there is one, and the count of changes so far. */
    record ProductPage(List<Json> products, OptionalLong next, long version, Instant at) {}

    ProductPage products(long since, long page) {
        return products("since=" + since + "&page=" + page);
    }

    /** The one with this id, or none. */
    ProductPage product(String id) {
        return products("id=" + id);
    }

    private ProductPage products(String query) {
        Answer answer = send(Call.get(shop.resolve("/products?" + query)));
        Json body = answer.expect(200);
        return new ProductPage(
                body.list("products"),
                body.optionalNumber("next"),
                body.number("version"),
                answer.at());
    }

    /** The cart call buys nothing and may be repeated; the order must not be. */
    Answer openCart(Map<String, ?> lines) {
        return send(post("/carts", lines, Safety.REPEATABLE_WRITE));
    }

    Answer order(Map<String, ?> order) {
        return send(post("/orders", order, Safety.ONE_SHOT_WRITE));
    }

    // end

    Json promotions() {
        return send(Call.get(shop.resolve("/promotions"))).expect(200);
    }

    /** The order with this value in a field; empty where the shop says that there is none. */
    Optional<UpstreamOrder> order(String field, String value) {
        Answer answer = send(Call.get(shop.resolve("/orders?" + field + "=" + value)));
        return answer.expect(200).list("orders").stream()
                .findFirst()
                .map(order -> Translate.order(order, answer.at()));
    }

    /** An answer the shop gave, whatever it says. */
    record Answer(int status, Json body, Instant at) {

        /** The body of the one status that is expected; the shop has changed where it is not. */
        Json expect(int wanted) {
            if (status != wanted) {
                throw new Drifted("expected the status " + wanted + ", found " + status);
            }
            return body;
        }
    }

    private Answer send(Call call) {
        Reply reply = http.send(call);
        return new Answer(reply.status(), Json.parse(reply.body()), reply.at());
    }

    private Call post(String path, Map<String, ?> body, Safety safety) {
        return Call.postJson(shop.resolve(path), JSON.writeValueAsString(body), safety);
    }
}
