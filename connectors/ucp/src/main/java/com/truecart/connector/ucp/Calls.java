package com.truecart.connector.ucp;

import com.truecart.kit.Json;
import com.truecart.spi.Call;
import com.truecart.spi.Call.Safety;
import com.truecart.spi.Reply;
import com.truecart.spi.UpstreamException.Drifted;
import com.truecart.spi.UpstreamHttp;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** The operations of the REST binding that we use. */
final class Calls {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String SESSIONS = "/checkout-sessions";

    /** Profiles are cacheable for at least a minute; a moved endpoint is found again after five. */
    private static final Duration PROFILE_LIFE = Duration.ofMinutes(5);

    private final String shop;
    private final String agent;
    private final UpstreamHttp http;
    private final Clock clock;
    private final AtomicReference<Optional<Known>> known = new AtomicReference<>(Optional.empty());

    private record Known(Discovery discovery, Instant until) {}

    Calls(URI shop, URI profile, UpstreamHttp http, Clock clock) {
        this.shop = shop.toString().replaceAll("/+$", "");
        this.agent = "profile=\"" + profile + "\"";
        this.http = http;
        this.clock = clock;
    }

    /**
     * What came back; UCP answers 200 for business failures too, and says so in {@code ucp.status}.
     */
    sealed interface Answer {
        /** A resource. */
        record Good(Json body, Instant at) implements Answer {}

        /** No resource, and why. */
        record Refusal(int status, List<Message> messages) implements Answer {
            String words() {
                String words =
                        messages.stream()
                                .filter(Message::isError)
                                .map(Message::content)
                                .collect(Collectors.joining("; "));
                return words.isEmpty() ? "the business answers " + status : words;
            }
        }
    }

    /** Asks the business who it is; a redirect is refused, as the specification demands. */
    Discovery discover() {
        Reply reply = http.send(Call.get(URI.create(shop + "/.well-known/ucp")));
        if (!reply.isSuccess()) {
            throw new Drifted(
                    "expected a UCP profile at /.well-known/ucp, the answer is " + reply.status());
        }
        Discovery discovery = Discovery.of(Json.parse(reply.body()));
        known.set(Optional.of(new Known(discovery, clock.instant().plus(PROFILE_LIFE))));
        return discovery;
    }

    Answer search(Map<String, ?> body) {
        return answer(write("POST", "/catalog/search", body, Safety.READ));
    }

    Answer createCheckout(Map<String, ?> body) {
        return answer(keyed(write("POST", SESSIONS, body, Safety.REPEATABLE_WRITE)));
    }

    Answer updateCheckout(String id, Map<String, ?> body) {
        return answer(keyed(write("PUT", session(id), body, Safety.REPEATABLE_WRITE)));
    }

    Answer checkout(String id) {
        return answer(Call.get(uri(session(id))));
    }

    Answer complete(String id, Map<String, ?> body, UUID key) {
        return answer(
                write("POST", session(id) + "/complete", body, Safety.ONE_SHOT_WRITE)
                        .header("Idempotency-Key", key.toString()));
    }

    Answer order(String id) {
        return answer(Call.get(uri("/orders/" + encode(id))));
    }

    static Answer.Good good(Answer answer) {
        return switch (answer) {
            case Answer.Good good -> good;
            case Answer.Refusal refusal ->
                    throw new Drifted(
                            "expected a resource, the business refuses with "
                                    + refusal.status()
                                    + ": "
                                    + refusal.words());
        };
    }

    private Answer answer(Call call) {
        Reply reply =
                http.send(
                        call.header("UCP-Agent", agent)
                                .header("Request-Id", UUID.randomUUID().toString()));
        Json body = Json.parse(reply.body());
        Optional<String> status = body.optional("ucp").flatMap(head -> head.optionalText("status"));
        if (reply.isSuccess() && !status.equals(Optional.of("error"))) {
            return new Answer.Good(body, reply.at());
        }
        List<Message> messages = Message.of(body);
        return new Answer.Refusal(
                reply.status(), messages.isEmpty() ? List.of(protocolError(body)) : messages);
    }

    /**
     * What is wrong with the request itself is said in another shape: {@code {"code","content"}}.
     */
    private static Message protocolError(Json body) {
        String code = body.optionalText("code").orElse("error");
        return new Message(
                "error", code, Optional.empty(), body.optionalText("content").orElse(code));
    }

    /** The same call sent again by the host carries the same key, and so does nothing twice. */
    private static Call keyed(Call call) {
        return call.header("Idempotency-Key", UUID.randomUUID().toString());
    }

    private Call write(String method, String path, Map<String, ?> body, Safety safety) {
        String json = MAPPER.writeValueAsString(body);
        return method.equals("PUT")
                ? Call.putJson(uri(path), json, safety)
                : Call.postJson(uri(path), json, safety);
    }

    private URI uri(String path) {
        Discovery discovery =
                known.get()
                        .filter(kept -> clock.instant().isBefore(kept.until()))
                        .map(Known::discovery)
                        .orElseGet(this::discover);
        return URI.create(discovery.endpoint() + path);
    }

    private static String session(String id) {
        return SESSIONS + "/" + encode(id);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
