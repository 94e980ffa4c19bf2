package com.truecart.sandbox.pay;

import com.truecart.sandbox.http.Json;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.node.ObjectNode;

/** Tells the merchant's endpoints of events, signed with the endpoint's secret. */
final class StripeEvents implements AutoCloseable {
    private final Clock clock;
    private final String secret;
    private final Notices notices;
    private final List<URI> endpoints = new CopyOnWriteArrayList<>();

    StripeEvents(Clock clock, String secret) {
        this.clock = clock;
        this.secret = secret;
        this.notices =
                new Notices("stripe", answer -> answer.status() >= 200 && answer.status() < 300);
    }

    Notices notices() {
        return notices;
    }

    void tell(URI endpoint) {
        if (!endpoints.contains(endpoint)) {
            endpoints.add(endpoint);
        }
    }

    void happened(String type, ObjectNode subject, String version) {
        ObjectNode event = Json.object().put("id", FreshName.of("evt_")).put("object", "event");
        event.put("api_version", version).put("created", clock.instant().getEpochSecond());
        event.putObject("data").set("object", subject);
        event.put("livemode", false).put("pending_webhooks", endpoints.size());
        event.putObject("request").putNull("id").putNull("idempotency_key");
        event.put("type", type);
        String body = Json.MAPPER.writeValueAsString(event);
        for (URI endpoint : endpoints) {
            notices.send(new Notices.Notice(endpoint, body, age -> headers(body, age)));
        }
    }

    private Map<String, String> headers(String body, Duration age) {
        String time = Long.toString(clock.instant().minus(age).getEpochSecond());
        return Map.of(
                "Content-Type",
                "application/json; charset=utf-8",
                "User-Agent",
                "Stripe/1.0 (+https://stripe.com/docs/webhooks)",
                "Stripe-Signature",
                "t=" + time + ",v1=" + hmac(time + "." + body));
    }

    private String hmac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        notices.close();
    }
}
