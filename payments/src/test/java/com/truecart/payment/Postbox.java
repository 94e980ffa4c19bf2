package com.truecart.payment;

import static org.assertj.core.api.Assertions.fail;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.truecart.spi.Delivery;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** Where a provider's notifications arrive, kept as they came. */
public final class Postbox implements AutoCloseable {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    private final HttpServer server;
    private final List<Delivery> deliveries = new ArrayList<>();
    private Function<Delivery, String> answer = _ -> "";
    private boolean isRefusing;

    public Postbox() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        server.createContext("/", this::take);
        server.start();
    }

    /** Its address. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/notified");
    }

    /** From now on answers so. */
    public synchronized void answering(Function<Delivery, String> other) {
        answer = other;
    }

    /** From now on answers 500, or no longer does. */
    public synchronized void refusing(boolean refuses) {
        isRefusing = refuses;
    }

    /** What came so far. */
    public synchronized List<Delivery> deliveries() {
        return List.copyOf(deliveries);
    }

    /** Waits until so many came. */
    public List<Delivery> await(int count) {
        return await(came -> came.size() >= count);
    }

    /** Waits until what came is like this. */
    public synchronized List<Delivery> await(Predicate<List<Delivery>> wanted) {
        Instant end = Instant.now().plus(LONGEST_WAIT);
        while (!wanted.test(deliveries)) {
            long left = Duration.between(Instant.now(), end).toMillis();
            if (left <= 0) {
                return fail("not what was waited for: %s notifications", deliveries.size());
            }
            try {
                wait(left);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return fail("interrupted", interrupted);
            }
        }
        return List.copyOf(deliveries);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            Map<String, List<String>> headers = new HashMap<>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
            Delivery delivery =
                    new Delivery(
                            exchange.getRequestMethod(),
                            address(),
                            headers,
                            new String(body, StandardCharsets.UTF_8),
                            Instant.now());
            Said said = said(delivery);
            exchange.sendResponseHeaders(said.status(), said.text().isEmpty() ? -1 : 0);
            exchange.getResponseBody().write(said.text().getBytes(StandardCharsets.UTF_8));
        }
    }

    private record Said(int status, String text) {}

    /** Decided together with noting it, so that whoever saw it knows how it was answered. */
    private synchronized Said said(Delivery delivery) {
        deliveries.add(delivery);
        notifyAll();
        return isRefusing ? new Said(500, "") : new Said(200, answer.apply(delivery));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
