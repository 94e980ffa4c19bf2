package com.truecart.chaos;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who fills a basket, agrees, and does not give up where the application goes away. */
final class Shopper {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final HttpClient http;
    private final Supplier<AppProcess> app;
    private final boolean paysTruecart;
    private String cookie = "";

    /**
     * @param app the instance to turn to now
     */
    Shopper(HttpClient http, Supplier<AppProcess> app) {
        this(http, app, true);
    }

    /**
     * @param paysTruecart rather than each store
     */
    Shopper(HttpClient http, Supplier<AppProcess> app, boolean paysTruecart) {
        this.paysTruecart = paysTruecart;
        this.http = http;
        this.app = app;
    }

    /** What was agreed to, and under which key. */
    record Agreed(String checkout, String fingerprint, String key) {}

    /** Orders one of each; the order's id. */
    UUID order(List<UUID> products) {
        return confirmed(agree(products));
    }

    /** All before the consent. */
    Agreed agree(List<UUID> products) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            Optional<JsonNode> checkout =
                    call("PUT", "/api/v1/basket", basket(products), "")
                            .flatMap(_ -> call("POST", "/api/v1/checkouts", start(), ""))
                            .filter(answer -> answer.path("stores").size() == products.size());
            if (checkout.isPresent()) {
                return new Agreed(
                        checkout.get().path("id").asString(),
                        checkout.get().path("fingerprint").asString(),
                        UUID.randomUUID().toString());
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        throw new IllegalStateException("no quote in " + PATIENCE);
    }

    /** Says yes, with the same key until there is an answer. */
    UUID confirmed(Agreed agreed) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        String last = "";
        while (System.nanoTime() < end) {
            Optional<JsonNode> answer = confirm(agreed);
            if (answer.isPresent() && answer.get().has("orderId")) {
                return UUID.fromString(answer.get().path("orderId").asString());
            }
            last = answer.map(JsonNode::toString).orElse(last);
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        throw new IllegalStateException("no order in " + PATIENCE + ", last " + last);
    }

    /** By which the application knows this shopper. */
    String cookie() {
        return cookie;
    }

    /** Looks at the order, which has the stores asked now. */
    void looksAt(UUID order) {
        call("GET", "/api/v1/orders/" + order, "", "");
    }

    /** Says yes once. */
    Optional<JsonNode> confirm(Agreed agreed) {
        return call(
                "POST",
                "/api/v1/checkouts/" + agreed.checkout() + "/confirm",
                "{\"agreed\": \"" + agreed.fingerprint() + "\"}",
                agreed.key());
    }

    private String start() {
        return """
        {"strategy": "CHEAPEST_PER_WANT", "onlyOrderable": true, "payTruecart": %s, "recipient": {"givenName": "Mei", "familyName": "Chan",
         "email": "mei@example.hk", "phone": "51234567", "street": "1 Nathan Road", "district": "Yau Tsim Mong",
         "city": "Kowloon", "country": "HK"}}
        """
                .formatted(paysTruecart);
    }

    private static String basket(List<UUID> products) {
        return products.stream()
                .map(id -> "{\"productId\": \"" + id + "\", \"quantity\": 1}")
                .collect(Collectors.joining(",", "{\"wants\": [", "], \"codes\": []}"));
    }

    /** What the application answers; empty where it is not there or broken now. */
    Optional<JsonNode> call(String method, String path, String body, String key) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(app.get().at(path))
                        .header("Content-Type", "application/json")
                        .timeout(Duration.ofSeconds(30))
                        .method(
                                method,
                                body.isEmpty()
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body));
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        if (!key.isEmpty()) {
            request.header("Idempotency-Key", key);
        }
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            answer.headers()
                    .firstValue("Set-Cookie")
                    .ifPresent(set -> cookie = set.substring(0, set.indexOf(';')));
            return answer.statusCode() >= 500
                    ? Optional.empty()
                    : Optional.of(JSON.readTree(answer.body().isEmpty() ? "{}" : answer.body()));
        } catch (IOException | JacksonException _) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
