package com.truecart.sandbox.ucp;

import com.truecart.sandbox.http.Json;
import com.truecart.sandbox.shop.Store;
import com.truecart.sandbox.store.BookedOrder;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tells platforms of their orders: the whole order, signed, when it was made and whenever it
 * changed since. What is not taken is sent again under the same id.
 */
final class UcpWebhooks implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final int MOST_ATTEMPTS = 20;

    private final Store store;
    private final URI base;
    private final UcpPlatforms platforms;
    private final UcpKeys keys;
    private final Supplier<UcpPolicy> policy;
    private final Function<BookedOrder, ObjectNode> view;
    private final Map<String, URI> followed = new ConcurrentHashMap<>();
    private final Map<String, String> told = new ConcurrentHashMap<>();
    private final List<Event> waiting = new ArrayList<>();
    private final ScheduledExecutorService clockwork =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("ucp-webhooks").factory());

    private record Event(String id, URI webhook, String order, Instant at, int attempts) {}

    UcpWebhooks(
            Store store,
            URI base,
            UcpPlatforms platforms,
            UcpKeys keys,
            Supplier<UcpPolicy> policy,
            Function<BookedOrder, ObjectNode> view) {
        this.store = store;
        this.base = base;
        this.platforms = platforms;
        this.keys = keys;
        this.policy = policy;
        this.view = view;
        ScheduledFuture<?> _ =
                clockwork.scheduleWithFixedDelay(
                        this::look, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Tells this platform of the order from now on. */
    void follow(String orderId, URI profile) {
        followed.put(orderId, profile);
    }

    @Override
    public void close() {
        clockwork.shutdownNow();
    }

    private void look() {
        followed.forEach((id, profile) ->
                store.book()
                        .find(order -> order.orderId().equals(id))
                        .ifPresent(order -> tellIfChanged(order, profile)));
        List<Event> due = List.copyOf(waiting);
        waiting.clear();
        for (Event event : due) {
            if (!send(event) && event.attempts() < MOST_ATTEMPTS) {
                waiting.add(
                        new Event(
                                event.id(),
                                event.webhook(),
                                event.order(),
                                event.at(),
                                event.attempts() + 1));
            }
        }
    }

    private void tellIfChanged(BookedOrder order, URI profile) {
        String now = view.apply(order).toString();
        if (now.equals(told.put(order.orderId(), now))) {
            return;
        }
        platforms
                .webhook(profile)
                .ifPresent(webhook ->
                        waiting.add(
                                new Event(
                                        UUID.randomUUID().toString(),
                                        webhook,
                                        now,
                                        store.now(),
                                        1)));
    }

    private boolean send(Event event) {
        UcpPolicy.Webhooks how = policy.get().webhooks();
        byte[] body = event.order().getBytes(StandardCharsets.UTF_8);
        Map<String, String> headers = headers(event, body, how);
        byte[] sent = how == UcpPolicy.Webhooks.ALTERED ? altered(event.order()) : body;
        boolean taken = platforms.deliver(event.webhook(), headers, sent);
        if (taken && how == UcpPolicy.Webhooks.TWICE) {
            return platforms.deliver(event.webhook(), headers, sent);
        }
        // a platform that refuses what was forged is not asked again
        return taken || how != UcpPolicy.Webhooks.HONEST;
    }

    private Map<String, String> headers(Event event, byte[] body, UcpPolicy.Webhooks how) {
        String us =
                how == UcpPolicy.Webhooks.UNDER_ANOTHER_NAME
                        ? "http://127.0.0.1:9/.well-known/ucp"
                        : base + "/.well-known/ucp";
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json");
        headers.put("UCP-Agent", "profile=\"" + us + "\"");
        headers.put("Webhook-Id", event.id());
        headers.put("Webhook-Timestamp", Long.toString(event.at().getEpochSecond()));
        Optional<UcpKeys.Named> key =
                switch (how) {
                    case UNSIGNED -> Optional.empty();
                    case BY_AN_UNKNOWN_KEY -> Optional.of(UcpKeys.Named.made("stranger"));
                    case HONEST, TWICE, ALTERED, UNDER_ANOTHER_NAME -> Optional.of(keys.newest());
                };
        key.ifPresent(signer -> {
            Map<String, String> covered = new LinkedHashMap<>();
            covered.put("@method", "POST");
            covered.put("@authority", event.webhook().getAuthority());
            covered.put("@path", event.webhook().getRawPath());
            covered.put("ucp-agent", headers.getOrDefault("UCP-Agent", ""));
            covered.put("content-digest", UcpSignatures.digest(body));
            covered.put("content-type", "application/json");
            headers.putAll(UcpSignatures.headers(covered, signer));
        });
        return headers;
    }

    private static byte[] altered(String order) {
        ObjectNode changed = (ObjectNode) Json.MAPPER.readTree(order);
        return changed.put("label", "#1").toString().getBytes(StandardCharsets.UTF_8);
    }
}
