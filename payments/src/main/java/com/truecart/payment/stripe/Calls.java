package com.truecart.payment.stripe;

import com.truecart.kit.Json;
import com.truecart.kit.PlainText;
import com.truecart.kit.WebAddress;
import com.truecart.payment.PaymentRefused;
import com.truecart.spi.Call;
import com.truecart.spi.ConnectorContext;
import com.truecart.spi.Reply;
import com.truecart.spi.Secret;
import com.truecart.spi.UpstreamException.Drifted;
import com.truecart.spi.UpstreamException.Misconfigured;
import com.truecart.spi.UpstreamException.Unanswered;
import com.truecart.spi.UpstreamException.Unavailable;
import com.truecart.spi.UpstreamHttp;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Stripe's API, version 1: forms in, JSON out. */
final class Calls {
    /** The version whose shapes we read; Stripe keeps answering in it. */
    static final String VERSION = "2026-07-29.dahlia";

    private static final int WORDS = 200;

    private final String api;
    private final Secret key;
    private final UpstreamHttp http;

    Calls(ConnectorContext context) {
        key = context.requiredSecret(StripeKind.SECRET_KEY);
        api =
                WebAddress.of(context.required(StripeKind.API))
                        .orElseThrow(
                                () -> new Misconfigured(StripeKind.API, "is no http(s) address"))
                        .toString()
                        .replaceAll("/+$", "");
        http = context.http();
    }

    /** What Stripe makes of a request. */
    sealed interface Outcome {
        /**
         * Done.
         *
         * @param replayed whether this is the answer of an earlier time, kept under the key
         */
        record Done(Json body, Instant at, boolean replayed) implements Outcome {}

        /** Not done, and why. */
        record Not(int status, String type, String code, String message) implements Outcome {
            /** Whether the key was used before, for other fields. */
            boolean isKeyOfAnother() {
                return type.equals("idempotency_error");
            }

            PaymentRefused refused() {
                return new PaymentRefused(code, message);
            }
        }
    }

    /** An object or a list; empty where Stripe knows of none. */
    Optional<Outcome.Done> get(String path, Map<String, String> query) {
        String uri = api + path + (query.isEmpty() ? "" : "?" + form(query));
        Reply reply = http.send(signed(Call.get(URI.create(uri))));
        if (reply.status() >= 500) {
            throw new Unavailable("Stripe answers " + reply.status());
        }
        return switch (outcome(reply)) {
            case Outcome.Done done -> Optional.of(done);
            case Outcome.Not not -> {
                if (not.status() == 404) {
                    yield Optional.empty();
                }
                throw new Drifted("Stripe refuses a question: " + not.code());
            }
        };
    }

    /**
     * Asks for something to be done, which is the same under the same key as doing it once: Stripe
     * keeps the first answer for a day, a 500 included.
     */
    Outcome post(String path, Map<String, String> fields, String idempotencyKey) {
        Call call =
                new Call(
                        "POST",
                        URI.create(api + path),
                        Map.of(
                                "Content-Type",
                                "application/x-www-form-urlencoded",
                                "Idempotency-Key",
                                idempotencyKey),
                        Optional.of(form(fields)),
                        Call.Safety.REPEATABLE_WRITE);
        return outcome(http.send(signed(call)));
    }

    private Call signed(Call call) {
        return call.header("Authorization", "Bearer " + key.reveal())
                .header("Stripe-Version", VERSION);
    }

    private static Outcome outcome(Reply reply) {
        if (reply.status() == 409) {
            throw new Unanswered("Stripe is still at work on the same request");
        }
        if (!reply.isSuccess() && (reply.status() < 400 || reply.status() > 404)) {
            throw new Drifted("Stripe answers " + reply.status());
        }
        Json body = Json.parse(reply.body());
        if (reply.isSuccess()) {
            boolean replayed =
                    reply.header("Idempotent-Replayed").map("true"::equals).orElse(false);
            return new Outcome.Done(body, reply.at(), replayed);
        }
        Json error = body.at("error");
        String type = error.text("type");
        return new Outcome.Not(
                reply.status(),
                type,
                error.optionalText("decline_code")
                        .or(() -> error.optionalText("code"))
                        .orElse(type),
                PlainText.of(error.optionalText("message").orElse("no reason"), WORDS));
    }

    static String form(Map<String, String> fields) {
        return new TreeMap<>(fields)
                .entrySet().stream()
                        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
