package com.truecart.payment.stripe;

import com.truecart.kit.Json;
import com.truecart.payment.Standing;
import com.truecart.payment.stripe.Calls.Outcome.Done;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds at Stripe what was begun under a reference of ours.
 *
 * <p>Stripe gives no object by a reference of the caller's. So in this order: the session whose id
 * is remembered, since this start or by our record; the payment intents by their metadata, which is
 * one call, and whose index lags by up to a minute; the sessions of the last day one by one, newest
 * first, which is exact. A session lives for 24 hours at most, and one that was ever paid has an
 * intent, so nothing that holds or may still hold money escapes all three.
 */
final class Records {
    /** A session lives for a day; an hour more for clocks that disagree and an index that lags. */
    private static final Duration SESSIONS_LIVE = Duration.ofHours(25);

    /** How the ids of sessions begin. */
    static final String SESSION = "cs_";

    private static final int REMEMBERED = 10_000;
    private static final String CHARGE = "payment_intent.latest_charge";

    private final Calls calls;
    private final Clock clock;

    /** Session ids by our references: a short cut, each time checked against what Stripe has. */
    private final Map<String, String> remembered =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
                    return size() > REMEMBERED;
                }
            };

    Records(Calls calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    /**
     * What Stripe has.
     *
     * @param sessionId of the Checkout Session
     * @param intentId of its payment intent, where the shopper submitted a card already
     */
    record Found(String sessionId, Optional<String> intentId, Standing standing) {}

    Optional<Found> find(String reference) {
        return known(reference)
                .flatMap(this::session)
                .or(() -> bySearch(reference))
                .or(() -> amongRecent(reference))
                .filter(done -> isOf(reference, done.body()))
                .map(done -> found(reference, done));
    }

    /** Takes note of a session, so that it is found in one call. */
    void remember(String reference, String sessionId) {
        synchronized (remembered) {
            remembered.put(reference, sessionId);
        }
    }

    /** The same, where nothing is remembered yet. */
    void rememberIfNew(String reference, String sessionId) {
        synchronized (remembered) {
            remembered.putIfAbsent(reference, sessionId);
        }
    }

    private Optional<String> known(String reference) {
        synchronized (remembered) {
            return Optional.ofNullable(remembered.get(reference));
        }
    }

    private Found found(String reference, Done done) {
        Json session = done.body();
        remember(reference, session.text("id"));
        return new Found(
                session.text("id"),
                session.optional("payment_intent").map(intent -> intent.text("id")),
                Translate.session(reference, session, done.at()));
    }

    /** The session as it stands now. */
    Optional<Done> session(String id) {
        return calls.get("/v1/checkout/sessions/" + id, Map.of("expand[0]", CHARGE));
    }

    private Optional<Done> bySearch(String reference) {
        String query = "metadata['" + Translate.REFERENCE + "']:'" + reference + "'";
        return calls.get("/v1/payment_intents/search", Map.of("query", query))
                .flatMap(done -> done.body().list("data").stream().findFirst())
                .flatMap(intent -> only(Map.of("payment_intent", intent.text("id"))));
    }

    private Optional<Done> only(Map<String, String> filter) {
        return entry("/v1/checkout/sessions", filter, "data." + CHARGE, _ -> true);
    }

    private Optional<Done> amongRecent(String reference) {
        long since = clock.instant().minus(SESSIONS_LIVE).getEpochSecond();
        return entry(
                "/v1/checkout/sessions",
                Map.of("created[gte]", Long.toString(since)),
                "data." + CHARGE,
                session -> isOf(reference, session));
    }

    /** A refund of this intent, by our reference. */
    Optional<Done> refund(String intentId, String reference) {
        return entry(
                "/v1/refunds",
                Map.of("payment_intent", intentId),
                "",
                refund ->
                        Translate.mark(refund, Translate.REFERENCE)
                                .filter(reference::equals)
                                .isPresent());
    }

    /** The first entry of a list like this, page by page. */
    private Optional<Done> entry(
            String path, Map<String, String> filter, String expand, Predicate<Json> wanted) {
        Map<String, String> query = new HashMap<>(filter);
        query.put("limit", "100");
        if (!expand.isEmpty()) {
            query.put("expand[0]", expand);
        }
        while (true) {
            Optional<Done> page = calls.get(path, query);
            if (page.isEmpty()) {
                return Optional.empty();
            }
            var entries = page.get().body().list("data");
            for (Json entry : entries) {
                if (wanted.test(entry)) {
                    return Optional.of(new Done(entry, page.get().at(), false));
                }
            }
            if (entries.isEmpty() || !page.get().body().flag("has_more")) {
                return Optional.empty();
            }
            query.put("starting_after", entries.getLast().text("id"));
        }
    }

    private static boolean isOf(String reference, Json session) {
        return session.optionalText("client_reference_id").filter(reference::equals).isPresent();
    }
}
