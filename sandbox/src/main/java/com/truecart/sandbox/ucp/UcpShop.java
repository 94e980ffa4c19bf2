package com.truecart.sandbox.ucp;

import com.truecart.sandbox.feed.Feeds;
import com.truecart.sandbox.feed.Pages;
import com.truecart.sandbox.http.Json;
import com.truecart.sandbox.http.Reply;
import com.truecart.sandbox.http.Request;
import com.truecart.sandbox.http.Service;
import com.truecart.sandbox.shop.Store;
import com.truecart.sandbox.store.BookedOrder;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import tools.jackson.databind.node.ObjectNode;

/** A shop that speaks the Universal Commerce Protocol, over REST or over MCP. */
public final class UcpShop implements Service, AutoCloseable {
    private static final String SESSIONS = "/checkout-sessions";

    private final Store store;
    private final URI base;
    private final Feeds feeds;
    private final Pages pages;
    private final UcpCatalog catalog;
    private final UcpCheckouts checkouts;
    private final UcpOrders orders;
    private final UcpAfterSales afterSales;
    private final UcpPlatforms platforms = new UcpPlatforms();
    private final UcpKeys keys = new UcpKeys();
    private final UcpWebhooks webhooks;
    private final AtomicReference<UcpPolicy> policy = new AtomicReference<>(UcpPolicy.plain());
    private final Map<String, Answered> answered = new ConcurrentHashMap<>();

    /** What a key was first used for, and the answer. */
    private record Answered(String fingerprint, Reply reply) {}

    /** Opens the shop at its address; express delivery has a price where there is any. */
    public UcpShop(Store store, URI base, Optional<Long> express) {
        this.store = store;
        this.base = base;
        this.feeds = Feeds.promotionsOf(store, base);
        this.pages = new Pages(store, base);
        this.catalog = new UcpCatalog(store.shelf(), base);
        this.checkouts = new UcpCheckouts(store, new UcpCheckoutView(base, policy::get), express);
        this.afterSales = new UcpAfterSales(store);
        this.orders = new UcpOrders(store, base, afterSales);
        this.webhooks = new UcpWebhooks(store, base, platforms, keys, policy::get, orders::view);
    }

    /** Behaves so from now on. */
    public void adopt(UcpPolicy other) {
        policy.set(other);
    }

    /** Signs with a new key from now on; the one before it stays in the profile. */
    public void rotateKeys() {
        keys.rotate();
    }

    /** The buyer comes to the shop's own page of a checkout, settles all that is open, and buys. */
    public void completeInPerson(String checkoutId) {
        Reply _ = store.atTheCounter(() -> checkouts.completeInPerson(checkoutId));
    }

    /** Gives back this many cents of an order, now or as a promise. */
    public void refund(String orderId, long cents, String reason, boolean completed) {
        afterSales.refund(orderId, cents, reason, completed);
    }

    /** Calls a whole order off. */
    public void cancelOrder(String orderId, String reason) {
        afterSales.cancel(orderId, reason);
    }

    @Override
    public void close() {
        webhooks.close();
        platforms.close();
    }

    @Override
    public Reply answer(Request request) {
        UcpPolicy now = policy.get();
        if (request.is("GET", "/.well-known/ucp")) {
            return Reply.json(200, UcpForm.profile(base, now, keys))
                    .with("Cache-Control", "public, max-age=300");
        }
        Optional<Reply> page = feeds.answer(request).or(() -> pages.answer(request));
        if (page.isPresent()) {
            return page.get();
        }
        return signed(
                switch (now.transport()) {
                    case REST -> overRest(request, now);
                    case MCP -> overMcp(request, now);
                },
                now);
    }

    private Reply overRest(Request request, UcpPolicy now) {
        if (!request.path().startsWith(UcpForm.SERVICE + "/")) {
            return UcpForm.protocolError(404, "not_found", "Nothing is here");
        }
        if (profile(request).isEmpty()) {
            return UcpForm.protocolError(
                    400, "invalid_profile_url", "Every request names its UCP-Agent");
        }
        Optional<String> fault = signatureFault(request, now);
        if (fault.isPresent()) {
            int status = fault.get().equals("digest_mismatch") ? 400 : 401;
            return UcpForm.protocolError(status, fault.get(), "The signature is no good");
        }
        return operated(request.at(request.path().substring(UcpForm.SERVICE.length())));
    }

    private Reply overMcp(Request request, UcpPolicy now) {
        if (!request.is("POST", UcpForm.TOOLS)) {
            return UcpForm.protocolError(404, "not_found", "Nothing is here");
        }
        Optional<String> fault = signatureFault(request, now);
        return fault.isPresent()
                ? UcpMcp.unsigned(request, fault.get())
                : UcpMcp.answer(request, this::operated);
    }

    private Optional<String> signatureFault(Request request, UcpPolicy now) {
        if (!now.demandsSignatures() && request.header("Signature").isEmpty()) {
            return Optional.empty();
        }
        Optional<URI> platform = profile(request);
        return UcpSignatures.fault(
                request, id -> platform.flatMap(profile -> platforms.key(profile, id)));
    }

    private static Optional<URI> profile(Request request) {
        return request.header("UCP-Agent").flatMap(UcpPlatforms::profile);
    }

    private Reply signed(Reply reply, UcpPolicy now) {
        return switch (now.answers()) {
            case UNSIGNED -> reply;
            case SIGNED -> UcpSignatures.signed(reply, keys.newest());
            case BY_AN_UNKNOWN_KEY ->
                    UcpSignatures.signed(reply, UcpKeys.Named.made("nobody-knows"));
            case ALTERED -> {
                Reply whole = UcpSignatures.signed(reply, keys.newest());
                byte[] longer = Arrays.copyOf(whole.body(), whole.body().length + 1);
                longer[longer.length - 1] = ' ';
                yield new Reply(whole.status(), whole.headers(), longer);
            }
        };
    }

    private Reply operated(Request request) {
        try {
            return route(request);
        } catch (Json.BadBody e) {
            return UcpForm.protocolError(400, "invalid_request", String.valueOf(e.getMessage()));
        }
    }

    private Reply route(Request request) throws Json.BadBody {
        ObjectNode body = Json.read(request.body());
        String path = request.path();
        if (request.is("POST", "/catalog/search")) {
            return catalog.search(body);
        }
        if (request.is("POST", "/catalog/lookup")) {
            return catalog.lookup(body);
        }
        if (request.method().equals("GET") && path.startsWith("/orders/")) {
            return orders.get(path.substring("/orders/".length()));
        }
        if (request.method().equals("GET") && path.startsWith(SESSIONS + "/")) {
            return checkouts.get(path.substring(SESSIONS.length() + 1));
        }
        if (path.equals(SESSIONS) || path.startsWith(SESSIONS + "/")) {
            return store.atTheCounter(() -> once(request, body));
        }
        return UcpForm.protocolError(404, "not_found", "There is no such operation");
    }

    /** A key seen before gets the first answer again, or 409 if it was for something else. */
    private Reply once(Request request, ObjectNode body) {
        Optional<String> key = request.header("Idempotency-Key");
        String fingerprint = fingerprint(request);
        Optional<Answered> before = key.flatMap(this::before);
        if (before.isPresent()) {
            return before.get().fingerprint().equals(fingerprint)
                    ? before.get().reply()
                    : UcpForm.protocolError(
                            409,
                            "idempotency_conflict",
                            "This Idempotency-Key was used with another request");
        }
        Reply reply = change(request, body, key, fingerprint);
        key.ifPresent(k -> answered.put(k, new Answered(fingerprint, reply)));
        return reply;
    }

    /** Keys of orders are in the books, so they survive a restart. */
    private Optional<Answered> before(String key) {
        return Optional.ofNullable(answered.get(key)).or(() -> fromBooks(key));
    }

    private Optional<Answered> fromBooks(String key) {
        Optional<BookedOrder> order =
                store.book().find(o -> o.idempotencyKey().filter(key::equals).isPresent());
        return order.map(o -> new Answered(o.fingerprint(), UcpCheckouts.asAnswered(o)));
    }

    private Reply change(
            Request request, ObjectNode body, Optional<String> key, String fingerprint) {
        if (request.is("POST", SESSIONS)) {
            return checkouts.create(body);
        }
        String rest =
                request.path().substring(Math.min(request.path().length(), SESSIONS.length() + 1));
        if (request.method().equals("PUT")) {
            return checkouts.update(rest, body);
        }
        if (request.method().equals("POST") && rest.endsWith("/cancel")) {
            return checkouts.cancel(rest.substring(0, rest.length() - "/cancel".length()));
        }
        if (request.method().equals("POST") && rest.endsWith("/complete")) {
            if (key.isEmpty()) {
                return UcpForm.protocolError(
                        400, "idempotency_key_required", "Completing needs an Idempotency-Key");
            }
            String id = rest.substring(0, rest.length() - "/complete".length());
            Reply reply = checkouts.complete(id, body, key, fingerprint);
            profile(request).ifPresent(platform -> followOrderOf(id, platform));
            return reply;
        }
        return UcpForm.protocolError(405, "method_not_allowed", "There is no such operation");
    }

    private void followOrderOf(String checkout, URI platform) {
        store.book()
                .find(order -> order.checkoutId().filter(checkout::equals).isPresent())
                .ifPresent(order -> webhooks.follow(order.orderId(), platform));
    }

    private static String fingerprint(Request request) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(
                    (request.method() + " " + request.path() + "\n")
                            .getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(request.body()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
