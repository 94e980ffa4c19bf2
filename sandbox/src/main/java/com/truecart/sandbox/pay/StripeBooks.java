package com.truecart.sandbox.pay;

import com.truecart.sandbox.pay.StripeSession.Intent;
import com.truecart.sandbox.pay.StripeSession.Refund;
import com.truecart.sandbox.pay.StripeSession.Status;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** Stripe's own record, and the only place where money moves. */
final class StripeBooks {
    private static final Duration SHORTEST = Duration.ofMinutes(30);
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final Duration HOLDS = Duration.ofDays(7);
    private static final String PRICE = "line_items[0][price_data]";
    private static final Set<String> FIELDS =
            Set.of(
                    "mode",
                    "payment_method_types[0]",
                    "client_reference_id",
                    "payment_intent_data[capture_method]",
                    "payment_intent_data[description]",
                    "line_items[0][quantity]",
                    PRICE + "[currency]",
                    PRICE + "[unit_amount]",
                    PRICE + "[product_data][name]",
                    "adaptive_pricing[enabled]",
                    "success_url",
                    "cancel_url",
                    "expires_at");

    private final Clock clock;
    private final BiConsumer<String, StripeSession> telling;
    private final List<StripeSession> sessions = new ArrayList<>();

    /**
     * @param telling hears of every event by Stripe's word for it
     */
    StripeBooks(Clock clock, BiConsumer<String, StripeSession> telling) {
        this.clock = clock;
        this.telling = telling;
    }

    /** All sessions, oldest first, after what time has done to them. */
    synchronized List<StripeSession> sessions() {
        sessions.forEach(this::age);
        return List.copyOf(sessions);
    }

    synchronized StripeSession session(String id) {
        return find(session -> session.id.equals(id))
                .orElseThrow(() -> StripeRefusal.missing("checkout.session", id));
    }

    synchronized StripeSession ofIntent(String intentId) {
        return find(session -> session.intent.filter(it -> it.id.equals(intentId)).isPresent())
                .orElseThrow(() -> StripeRefusal.missing("payment_intent", intentId));
    }

    static Intent intent(StripeSession session) {
        return session.intent.orElseThrow(() -> StripeRefusal.missing("payment_intent", ""));
    }

    synchronized StripeSession create(Map<String, String> fields) {
        StripeForm.known(fields, FIELDS);
        if (!StripeForm.required(fields, "mode").equals("payment")) {
            throw StripeRefusal.fields("parameter_invalid", "Only payments are made here");
        }
        String success = StripeForm.required(fields, "success_url");
        if (!success.matches("https?://.+")) {
            throw StripeRefusal.fields("url_invalid", "Not a valid URL");
        }
        Instant now = clock.instant();
        Instant expires =
                fields.containsKey("expires_at")
                        ? Instant.ofEpochSecond(StripeForm.whole(fields, "expires_at"))
                        : now.plus(LONGEST);
        if (expires.isBefore(now.plus(SHORTEST)) || expires.isAfter(now.plus(LONGEST))) {
            throw StripeRefusal.fields(
                    "parameter_invalid",
                    "The `expires_at` timestamp must be between 30 minutes and 24 hours from"
                            + " Checkout Session creation.");
        }
        String currency = StripeForm.required(fields, PRICE + "[currency]");
        String _ = StripeForm.required(fields, PRICE + "[product_data][name]");
        long amount =
                StripeForm.whole(fields, PRICE + "[unit_amount]")
                        * StripeForm.whole(fields, "line_items[0][quantity]");
        if (amount < (currency.equals("hkd") ? 400 : 50)) {
            throw StripeRefusal.fields(
                    "amount_too_small", "The Checkout Session's total amount due is too small");
        }
        StripeSession made =
                new StripeSession(FreshName.of("cs_test_"), now, expires, fields, amount, currency);
        sessions.add(made);
        return made;
    }

    synchronized StripeSession expire(String id) {
        StripeSession session = session(id);
        if (session.status != Status.OPEN) {
            throw StripeRefusal.state(
                    "",
                    "Only Checkout Sessions with a status in [\"open\"] can be expired. This one"
                            + " is not.");
        }
        end(session);
        return session;
    }

    /** The shopper submits a card on the page; what stands in the way, if anything does. */
    synchronized Optional<TestCard.Problem> submit(String id, TestCard card) {
        StripeSession session = open(id);
        Intent intent =
                session.intent.orElseGet(() ->
                        new Intent(
                                FreshName.of("pi_test_"),
                                FreshName.of("ch_test_"),
                                clock.instant()));
        session.intent = Optional.of(intent);
        Optional<TestCard.Problem> problem = card.problem();
        if (problem.isPresent()) {
            fail(session, intent, problem.get());
        } else if (card == TestCard.THREE_D_SECURE) {
            intent.status = "requires_action";
        } else {
            pay(session, intent);
        }
        return problem;
    }

    /** The shopper comes back from the bank, recognised or not. */
    synchronized void authenticate(String id, boolean isRecognised) {
        StripeSession session = open(id);
        Intent intent = intent(session);
        if (!intent.status.equals("requires_action")) {
            throw StripeRefusal.state(
                    "payment_intent_unexpected_state", "Nobody is to be recognised");
        }
        if (isRecognised) {
            pay(session, intent);
        } else {
            fail(
                    session,
                    intent,
                    new TestCard.Problem(
                            "payment_intent_authentication_failure",
                            "",
                            "We are unable to authenticate your payment method."));
        }
    }

    synchronized StripeSession capture(String intentId, Map<String, String> fields) {
        StripeForm.known(fields, Set.of("amount_to_capture"));
        StripeSession session = ofIntent(intentId);
        Intent intent = intent(session);
        if (!intent.status.equals("requires_capture")) {
            throw unexpected(intent, "captured", "requires_capture");
        }
        long amount =
                fields.containsKey("amount_to_capture")
                        ? StripeForm.whole(fields, "amount_to_capture")
                        : intent.capturable;
        if (amount < 1 || amount > intent.capturable) {
            throw StripeRefusal.state(
                    "amount_too_large",
                    "The amount to capture must be at most the amount capturable");
        }
        intent.received = amount;
        intent.capturable = 0;
        intent.status = "succeeded";
        telling.accept("payment_intent.succeeded", session);
        telling.accept("charge.captured", session);
        return session;
    }

    synchronized StripeSession cancel(String intentId) {
        StripeSession session = ofIntent(intentId);
        Intent intent = intent(session);
        if (session.status == Status.OPEN) {
            throw StripeRefusal.state(
                    "payment_intent_unexpected_state",
                    "You cannot cancel this PaymentIntent, a Checkout Session controls it.");
        }
        if (!intent.status.equals("requires_capture")) {
            throw unexpected(intent, "canceled", "requires_capture");
        }
        let(session, intent, "");
        return session;
    }

    synchronized Refund refund(Map<String, String> fields) {
        StripeForm.known(fields, Set.of("payment_intent", "amount", "reason"));
        StripeSession session = ofIntent(StripeForm.required(fields, "payment_intent"));
        Intent intent = intent(session);
        if (!intent.status.equals("succeeded")) {
            throw StripeRefusal.state(
                    "payment_intent_unexpected_state",
                    "This PaymentIntent has no charge to refund.");
        }
        long left = intent.received - intent.refunded();
        long amount = fields.containsKey("amount") ? StripeForm.whole(fields, "amount") : left;
        if (left == 0) {
            throw StripeRefusal.state(
                    "charge_already_refunded", "Charge has already been refunded.");
        }
        if (amount < 1 || amount > left) {
            throw StripeRefusal.state(
                    "", "Refund amount (" + amount + ") is greater than unrefunded amount " + left);
        }
        Refund made =
                new Refund(
                        FreshName.of("re_test_"),
                        clock.instant(),
                        amount,
                        StripeForm.under(fields, "metadata"),
                        "succeeded");
        intent.refunds.add(made);
        telling.accept("refund.created", session);
        telling.accept("charge.refunded", session);
        return made;
    }

    /** The bank sends a refund back, days later. */
    synchronized void failRefund(String refundId) {
        for (StripeSession session : sessions) {
            session.intent.ifPresent(intent ->
                    intent.refunds.replaceAll(refund ->
                            refund.id().equals(refundId)
                                    ? new Refund(
                                            refund.id(),
                                            refund.created(),
                                            refund.amount(),
                                            refund.metadata(),
                                            "failed")
                                    : refund));
        }
    }

    private Optional<StripeSession> find(Predicate<StripeSession> wanted) {
        Optional<StripeSession> found = sessions.stream().filter(wanted).findFirst();
        found.ifPresent(this::age);
        return found;
    }

    private StripeSession open(String id) {
        StripeSession session = session(id);
        if (session.status != Status.OPEN) {
            throw StripeRefusal.state("", "This session is no longer open");
        }
        return session;
    }

    private void pay(StripeSession session, Intent intent) {
        Instant now = clock.instant();
        intent.isCharged = true;
        intent.lastError = Optional.empty();
        session.status = Status.COMPLETE;
        if (session.isManual()) {
            intent.status = "requires_capture";
            intent.capturable = session.amount;
            intent.captureBefore = Optional.of(now.plus(HOLDS));
            telling.accept("payment_intent.amount_capturable_updated", session);
        } else {
            intent.status = "succeeded";
            intent.received = session.amount;
            telling.accept("payment_intent.succeeded", session);
        }
        telling.accept("checkout.session.completed", session);
    }

    private void fail(StripeSession session, Intent intent, TestCard.Problem problem) {
        intent.status = "requires_payment_method";
        intent.lastError = Optional.of(problem);
        telling.accept("payment_intent.payment_failed", session);
    }

    private void end(StripeSession session) {
        session.status = Status.EXPIRED;
        session.intent.ifPresent(intent -> {
            intent.status = "canceled";
            telling.accept("payment_intent.canceled", session);
        });
        telling.accept("checkout.session.expired", session);
    }

    private void let(StripeSession session, Intent intent, String reason) {
        intent.status = "canceled";
        intent.capturable = 0;
        intent.cancellationReason = reason;
        telling.accept("payment_intent.canceled", session);
    }

    private void age(StripeSession session) {
        Instant now = clock.instant();
        if (session.status == Status.OPEN && !session.expiresAt.isAfter(now)) {
            end(session);
        }
        session.intent
                .filter(intent -> intent.status.equals("requires_capture"))
                .filter(intent -> intent.captureBefore.filter(now::isAfter).isPresent())
                .ifPresent(intent -> let(session, intent, "automatic"));
    }

    private static StripeRefusal unexpected(Intent intent, String what, String wanted) {
        return StripeRefusal.state(
                "payment_intent_unexpected_state",
                "This PaymentIntent could not be "
                        + what
                        + " because it has a status of "
                        + intent.status
                        + ". Only a PaymentIntent with one of the following statuses may be "
                        + what
                        + ": "
                        + wanted
                        + ".");
    }
}
