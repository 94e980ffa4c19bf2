package com.truecart.connector.ucp;

import com.truecart.sandbox.fault.Faults;
import com.truecart.sandbox.http.Host;
import com.truecart.sandbox.http.Reply;
import com.truecart.sandbox.http.Request;
import com.truecart.spi.Delivery;
import com.truecart.spi.Secret;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Us, as businesses see us: a profile to fetch, and a place to send order events to. */
final class Platform implements AutoCloseable {
    private static final String PROFILE = "/profile.json";
    private static final String WEBHOOKS = "/webhooks/ucp";

    private final Host host = new Host("platform", 0, new Faults());
    private final BlockingQueue<Delivery> heard = new LinkedBlockingQueue<>();
    private final AtomicInteger refusals = new AtomicInteger();

    Platform() {
        host.serve(this::answer);
    }

    URI profile() {
        return URI.create(host.base() + PROFILE);
    }

    /** The next event; fails where none comes within half a minute. */
    Delivery next() {
        try {
            Delivery delivery = heard.poll(30, TimeUnit.SECONDS);
            if (delivery == null) {
                throw new AssertionError("no webhook came within half a minute");
            }
            return delivery;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    /** Takes the next events only at the second attempt. */
    void refuseOnce() {
        refusals.set(1);
    }

    @Override
    public void close() {
        host.close();
    }

    private Reply answer(Request request) {
        if (request.is("GET", PROFILE)) {
            String json =
                    PlatformProfile.json(
                            URI.create(host.base() + WEBHOOKS),
                            List.of(new Secret(TestKeys.PRIVATE)));
            return Reply.text(200, "application/json", json);
        }
        if (!request.is("POST", WEBHOOKS)) {
            return Reply.text(404, "text/plain", "nothing here");
        }
        Map<String, List<String>> headers = new HashMap<>();
        request.headers().forEach((name, value) -> headers.put(name, List.of(value)));
        heard.add(
                new Delivery(
                        request.method(),
                        URI.create(host.base() + request.path()),
                        headers,
                        new String(request.body(), StandardCharsets.UTF_8),
                        Instant.now()));
        return refusals.getAndDecrement() > 0
                ? Reply.text(503, "text/plain", "later")
                : Reply.text(200, "application/json", "{}");
    }
}
