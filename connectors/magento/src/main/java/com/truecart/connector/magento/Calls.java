package com.truecart.connector.magento;

import com.truecart.kit.Json;
import com.truecart.kit.PlainText;
import com.truecart.spi.Call;
import com.truecart.spi.Call.Safety;
import com.truecart.spi.Reply;
import com.truecart.spi.UpstreamException.Drifted;
import com.truecart.spi.UpstreamException.Refused;
import com.truecart.spi.UpstreamException.Throttled;
import com.truecart.spi.UpstreamException.Unanswered;
import com.truecart.spi.UpstreamHttp;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** What is asked of a shop, and what an answer of its is: GraphQL answers failures with 200. */
final class Calls {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int MESSAGE = 300;

    private final URI endpoint;
    private final Optional<String> storeView;
    private final UpstreamHttp http;

    Calls(URI shop, Optional<String> storeView, UpstreamHttp http) {
        this.endpoint = URI.create(shop.toString().replaceAll("/+$", "") + "/graphql");
        this.storeView = storeView;
        this.http = http;
    }

    /** What came back. */
    sealed interface Answer {
        /** Done; {@code json} is the document's data. */
        record Good(Json json, Instant at) implements Answer {}

        /** Not done, and the shop says why to people. */
        record Refusal(Category category, String words) implements Answer {}
    }

    /** What kind of refusal it is, as far as it matters. */
    enum Category {
        /** What was asked cannot be done with this cart. */
        INPUT,
        /** There is no such thing: no such cart, or one that is no longer a cart. */
        NO_SUCH_ENTITY
    }

    Answer read(String document, Map<String, ?> variables) {
        return send(document, variables, Safety.READ);
    }

    /** A change that done twice is the same as once. */
    Answer change(String document, Map<String, ?> variables) {
        return send(document, variables, Safety.REPEATABLE_WRITE);
    }

    /** A change that done twice would be two: adding to a cart, placing. */
    Answer once(String document, Map<String, ?> variables) {
        return send(document, variables, Safety.ONE_SHOT_WRITE);
    }

    static Answer.Good good(Answer answer) {
        return switch (answer) {
            case Answer.Good good -> good;
            case Answer.Refusal refusal ->
                    throw new Drifted("expected an answer, the shop refuses: " + refusal.words());
        };
    }

    private Answer send(String document, Map<String, ?> variables, Safety safety) {
        Call call =
                Call.postJson(
                        endpoint,
                        MAPPER.writeValueAsString(
                                Map.of("query", document, "variables", variables)),
                        safety);
        Reply reply =
                http.send(storeView.isPresent() ? call.header("Store", storeView.get()) : call);
        if (reply.status() == 404) {
            throw new Refused("the shop has no GraphQL at " + endpoint.getPath());
        }
        Json body = Json.parse(reply.body());
        List<Json> errors = body.optionalList("errors");
        return errors.isEmpty()
                ? new Answer.Good(body.at("data"), reply.at())
                : refusal(errors.getFirst(), safety);
    }

    /**
     * {@code {"message":"…","extensions":{"category":"graphql-input"}}}. What has no category is a
     * document the shop does not understand, or the shop itself broken.
     */
    private static Answer refusal(Json error, Safety safety) {
        String words = PlainText.of(error.optionalText("message").orElse(""), MESSAGE);
        String category =
                error.optional("extensions")
                        .flatMap(extensions -> extensions.optionalText("category"))
                        .orElse("");
        return switch (category) {
            case "graphql-input", "graphql-already-exists" ->
                    new Answer.Refusal(Category.INPUT, words);
            case "graphql-no-such-entity" -> new Answer.Refusal(Category.NO_SUCH_ENTITY, words);
            case "graphql-authorization", "graphql-authentication" ->
                    throw new Refused("the shop does not let guests do this: " + words);
            case "graphql-too-many-requests" ->
                    throw new Throttled("the shop says: " + words, Optional.empty());
            default -> {
                if (safety == Safety.ONE_SHOT_WRITE && words.contains("Internal server error")) {
                    throw new Unanswered("the shop is out of order: " + words);
                }
                throw new Drifted("the shop does not understand the question: " + words);
            }
        };
    }
}
