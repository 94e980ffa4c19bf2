package com.truecart.sandbox.pay;

import com.truecart.sandbox.gateway.FormBody;
import com.truecart.sandbox.http.Json;
import com.truecart.sandbox.http.Reply;
import com.truecart.sandbox.http.Request;
import com.truecart.sandbox.pay.BookedPayment.BookedRefund;
import com.truecart.sandbox.pay.StripeSession.Intent;
import com.truecart.sandbox.pay.StripeSession.Refund;
import com.truecart.sandbox.pay.StripeView.Depth;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/**
 * A stand-in for Stripe: hosted Checkout Sessions, payment intents held and captured, refunds,
 * signed events, and keys of idempotency that keep the first answer for a day, a failure included.
 * {@code GET /books} shows what really happened.
 */
public final class StripeDesk implements PaymentDesk {
    /** What the one account here calls itself with. */
    public static final String SECRET_KEY = "sk_test_truecartSandbox";

    /** What its events are signed with. */
    public static final String WEBHOOK_SECRET = "whsec_truecartSandbox";

    private static final String SESSIONS = "/v1/checkout/sessions";
    private static final String INTENTS = "/v1/payment_intents";
    private static final String REFUNDS = "/v1/refunds";
    private static final Pattern STEP =
            Pattern.compile("(/v1/(?:checkout/sessions|payment_intents))/(\\w+)(?:/(\\w+))?");
    private static final Pattern SEARCH =
            Pattern.compile("metadata\\['([^']+)']:\\s?['\"]([^'\"]+)['\"]");
    private static final Duration KEYS_LIVE = Duration.ofHours(24);

    /** How far the real index lags behind, at most as a rule. */
    private static final Duration INDEX_LAGS = Duration.ofMinutes(1);

    private final URI base;
    private final Clock clock;
    private final StripeBooks books;
    private final StripeView view;
    private final StripePage page;
    private final StripeEvents events;
    private final Map<String, Kept> kept = new HashMap<>();
    private Optional<String> failing = Optional.empty();

    /** The first answer under a key. */
    private record Kept(String fingerprint, Instant at, Reply reply) {}

    /** Opens the desk at its address. */
    public StripeDesk(URI base, Clock clock) {
        this.base = base;
        this.clock = clock;
        this.view = new StripeView(base);
        this.events = new StripeEvents(clock, WEBHOOK_SECRET);
        this.books =
                new StripeBooks(
                        clock,
                        (type, session) ->
                                events.happened(
                                        type, view.subject(type, session), "2026-07-29.dahlia"));
        this.page = new StripePage(books, clock);
    }

    @Override
    public String id() {
        return "stripe";
    }

    @Override
    public Map<String, String> settings() {
        return Map.of(
                "api", base.toString(), "secret_key", SECRET_KEY, "webhook_secret", WEBHOOK_SECRET);
    }

    /** Sends events there too from now on, as an endpoint registered in the dashboard. */
    public void tell(URI endpoint) {
        events.tell(endpoint);
    }

    /** The next POST to such a path does its work, answers 500, and keeps that under its key. */
    public void failAndKeep(String pathContains) {
        synchronized (books) {
            failing = Optional.of(pathContains);
        }
    }

    /** The shopper submits this card on the page of a session. */
    public void submit(String sessionId, TestCard card) {
        Optional<TestCard.Problem> _ = books.submit(sessionId, card);
    }

    /** The shopper comes back from the bank's page. */
    public void authenticate(String sessionId, boolean isRecognised) {
        books.authenticate(sessionId, isRecognised);
    }

    /** The bank sends a refund back, days after it was made. */
    public void failRefund(String refundId) {
        books.failRefund(refundId);
    }

    @Override
    public Notices notices() {
        return events.notices();
    }

    @Override
    public List<BookedPayment> books() {
        synchronized (books) {
            return books.sessions().stream().map(StripeDesk::booked).toList();
        }
    }

    @Override
    public void close() {
        events.close();
    }

    @Override
    public Reply answer(Request request) {
        synchronized (books) {
            try {
                if (request.is("GET", "/books")) {
                    return Reply.json(200, Json.MAPPER.valueToTree(books()));
                }
                Optional<Reply> shown = page.answer(request);
                if (shown.isPresent()) {
                    return shown.get();
                }
                if (!isOurs(request)) {
                    return StripeRefusal.key().reply();
                }
                return request.method().equals("POST") ? onceByKey(request) : read(request);
            } catch (StripeRefusal refusal) {
                return refusal.reply();
            }
        }
    }

    private static boolean isOurs(Request request) {
        String given = request.header("Authorization").orElse("");
        String basic =
                "Basic "
                        + Base64.getEncoder()
                                .encodeToString(
                                        (SECRET_KEY + ":").getBytes(StandardCharsets.UTF_8));
        return same(given, "Bearer " + SECRET_KEY) || same(given, basic);
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private Reply onceByKey(Request request) {
        Map<String, String> fields = FormBody.read(request.body());
        Optional<String> key = request.header("Idempotency-Key");
        if (key.isEmpty()) {
            return kept(request, fields).reply();
        }
        Instant now = clock.instant();
        kept.values().removeIf(old -> old.at().plus(KEYS_LIVE).isBefore(now));
        String fingerprint = request.path() + new TreeMap<>(fields);
        Kept before = kept.get(key.get());
        if (before != null) {
            if (!before.fingerprint().equals(fingerprint)) {
                throw StripeRefusal.otherFields(key.get());
            }
            return before.reply().with("Idempotent-Replayed", "true");
        }
        Worked worked = kept(request, fields);
        if (worked.isKept()) {
            kept.put(key.get(), new Kept(fingerprint, now, worked.reply()));
        }
        return worked.reply();
    }

    /** An answer, and whether a repetition gets it again. */
    private record Worked(Reply reply, boolean isKept) {}

    private Worked kept(Request request, Map<String, String> fields) {
        Reply reply;
        try {
            reply = Reply.json(200, write(request.path(), fields));
        } catch (StripeRefusal refusal) {
            return new Worked(refusal.reply(), refusal.isKept());
        }
        if (failing.filter(request.path()::contains).isPresent()) {
            failing = Optional.empty();
            ObjectNode body = Json.object();
            body.putObject("error").put("type", "api_error").put("message", "An error occurred");
            return new Worked(Reply.json(500, body), true);
        }
        return new Worked(reply, true);
    }

    private ObjectNode write(String path, Map<String, String> fields) {
        if (path.equals(SESSIONS)) {
            return view.session(books.create(fields), Depth.of(fields, "payment_intent."));
        }
        if (path.equals(REFUNDS)) {
            Refund made = books.refund(fields);
            return view.refund(books.ofIntent(StripeForm.required(fields, "payment_intent")), made);
        }
        Matcher step = STEP.matcher(path);
        if (!step.matches() || step.group(3) == null) {
            throw StripeRefusal.missing("path", path);
        }
        String id = step.group(2);
        return switch (step.group(1).substring("/v1/".length()) + " " + step.group(3)) {
            case "checkout/sessions expire" ->
                    view.session(books.expire(id), Depth.of(fields, "payment_intent."));
            case "payment_intents capture" -> intent(books.capture(id, fields), fields);
            case "payment_intents cancel" -> intent(books.cancel(id), fields);
            default -> throw StripeRefusal.missing("path", path);
        };
    }

    private Reply read(Request request) {
        Map<String, String> query = request.query();
        if (request.path().equals(SESSIONS)) {
            return Reply.json(200, list(query));
        }
        if (request.path().equals(REFUNDS)) {
            return Reply.json(200, refunds(query));
        }
        if (request.path().equals(INTENTS + "/search")) {
            return Reply.json(200, search(query));
        }
        Matcher step = STEP.matcher(request.path());
        if (!step.matches() || step.group(3) != null) {
            throw StripeRefusal.missing("path", request.path());
        }
        return Reply.json(
                200,
                step.group(1).equals(SESSIONS)
                        ? view.session(
                                books.session(step.group(2)), Depth.of(query, "payment_intent."))
                        : intent(books.ofIntent(step.group(2)), query));
    }

    private ObjectNode intent(StripeSession session, Map<String, String> fields) {
        return view.intent(session, StripeBooks.intent(session), Depth.of(fields, ""));
    }

    private ObjectNode list(Map<String, String> query) {
        String intent = query.getOrDefault("payment_intent", "");
        long since =
                query.containsKey("created[gte]") ? StripeForm.whole(query, "created[gte]") : 0;
        List<StripeSession> found =
                after(
                        books.sessions().reversed().stream()
                                .filter(session -> session.created.getEpochSecond() >= since)
                                .filter(session ->
                                        intent.isEmpty()
                                                || session.intent
                                                        .filter(it -> it.id.equals(intent))
                                                        .isPresent())
                                .toList(),
                        query.getOrDefault("starting_after", ""));
        Depth depth = Depth.of(query, "data.payment_intent.");
        return StripeView.list(
                "list", SESSIONS, found, query, session -> view.session(session, depth));
    }

    private static List<StripeSession> after(List<StripeSession> sessions, String id) {
        return id.isEmpty()
                ? sessions
                : sessions.stream().dropWhile(session -> !session.id.equals(id)).skip(1).toList();
    }

    private ObjectNode search(Map<String, String> query) {
        Matcher asked = SEARCH.matcher(StripeForm.required(query, "query"));
        if (!asked.matches()) {
            throw StripeRefusal.fields("", "This query is not understood");
        }
        Instant indexed = clock.instant().minus(INDEX_LAGS);
        List<StripeSession> found =
                books.sessions().reversed().stream()
                        .filter(session ->
                                session.intent
                                        .filter(intent -> !intent.created.isAfter(indexed))
                                        .isPresent())
                        .filter(session ->
                                asked.group(2)
                                        .equals(
                                                session.metadata("payment_intent_data[metadata]")
                                                        .get(asked.group(1))))
                        .toList();
        return StripeView.list(
                "search_result",
                INTENTS + "/search",
                found,
                query,
                session -> intent(session, Map.of()));
    }

    private ObjectNode refunds(Map<String, String> query) {
        StripeSession session = books.ofIntent(StripeForm.required(query, "payment_intent"));
        List<Refund> found = StripeBooks.intent(session).refunds.reversed();
        return StripeView.list(
                "list", REFUNDS, found, query, refund -> view.refund(session, refund));
    }

    private static BookedPayment booked(StripeSession session) {
        Optional<Intent> intent = session.intent;
        return new BookedPayment(
                session.field("client_reference_id"),
                session.id,
                intent.map(it -> it.status).orElse(session.status.name()),
                session.currency,
                session.amount,
                intent.map(it -> it.capturable).orElse(0L),
                intent.map(it -> it.received).orElse(0L),
                intent.map(Intent::refunded).orElse(0L),
                intent.map(it -> it.refunds.stream().map(StripeDesk::booked).toList())
                        .orElse(List.of()));
    }

    private static BookedRefund booked(Refund refund) {
        return new BookedRefund(
                refund.metadata().getOrDefault("truecart_reference", ""),
                refund.id(),
                refund.status(),
                refund.amount());
    }
}
