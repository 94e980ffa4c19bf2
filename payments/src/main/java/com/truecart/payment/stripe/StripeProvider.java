package com.truecart.payment.stripe;

import com.truecart.kit.PlainText;
import com.truecart.model.Money;
import com.truecart.payment.Looks;
import com.truecart.payment.PaymentProvider;
import com.truecart.payment.PaymentRefused;
import com.truecart.payment.PaymentRequest;
import com.truecart.payment.Refund;
import com.truecart.payment.RefundStanding;
import com.truecart.payment.Standing;
import com.truecart.payment.Standing.State;
import com.truecart.payment.stripe.Calls.Outcome;
import com.truecart.payment.stripe.Records.Found;
import com.truecart.spi.ConnectorContext;
import com.truecart.spi.Delivery;
import com.truecart.spi.UpstreamException.Drifted;
import com.truecart.spi.UpstreamException.Unanswered;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * One Stripe account: a Checkout Session for each payment, whose card is held and captured later.
 *
 * <p>Keys of idempotency: beginning and refunding make something new each time, so their key is our
 * reference, the same in every repetition. Expiring, capturing and cancelling happen once to a
 * thing whatever the key, so each asking has a key of its own: under a lasting one, a failure that
 * Stripe once answered would be its answer for a whole day.
 */
final class StripeProvider implements PaymentProvider {
    /** Expire, meet the shopper who just paid, cancel, and look whether that was it. */
    private static final int LOOKS = 4;

    private static final int WORDS = 200;

    private final Calls calls;
    private final Records records;
    private final Clock clock;
    private final Events events;

    StripeProvider(ConnectorContext context) {
        calls = new Calls(context);
        clock = context.clock();
        records = new Records(calls, clock);
        events = new Events(context.secret(StripeKind.WEBHOOK_SECRET));
    }

    @Override
    public Set<Ability> abilities() {
        return Set.of(Ability.HOLD, Ability.REDIRECT, Ability.KNOWN_AT_ONCE, Ability.SUMS_REFUNDS);
    }

    @Override
    public Standing begin(PaymentRequest request) {
        request.refuseShares();
        if (!request.until().isAfter(clock.instant())) {
            throw new PaymentRefused("too_late", "it could be paid until " + request.until());
        }
        Outcome outcome =
                calls.post(
                        "/v1/checkout/sessions",
                        SessionForm.of(request, clock.instant()),
                        "begin-" + request.reference());
        return switch (outcome) {
            case Outcome.Done made -> {
                String id = made.body().text("id");
                records.remember(request.reference(), id);
                Outcome.Done now =
                        made.replayed()
                                ? Looks.afterWriting(() -> records.session(id)).orElse(made)
                                : made;
                yield Translate.session(request.reference(), now.body(), now.at());
            }
            case Outcome.Not not -> {
                if (!not.isKeyOfAnother()) {
                    throw not.refused();
                }
                // begun before, with an expiry counted from then
                yield Looks.afterWriting(() -> find(request.reference()))
                        .orElseThrow(() -> new Unanswered("begun before, and not to be found yet"));
            }
        };
    }

    @Override
    public void remember(String reference, String providerId) {
        if (providerId.startsWith(Records.SESSION)) {
            records.rememberIfNew(reference, providerId);
        }
    }

    @Override
    public Optional<Standing> find(String reference) {
        return records.find(reference).map(Found::standing);
    }

    @Override
    public Standing capture(String reference, Money amount) {
        Found found = known(reference);
        if (!(found.standing().state() instanceof State.Held)) {
            return captured(found.standing(), amount);
        }
        Outcome outcome =
                calls.post(
                        "/v1/payment_intents/" + intent(found) + "/capture",
                        Map.of(
                                "amount_to_capture",
                                Long.toString(sameCurrency(found.standing(), amount).minor()),
                                "expand[0]",
                                "latest_charge"),
                        once("capture", reference));
        return switch (outcome) {
            case Outcome.Done done -> Translate.intent(found.standing(), done.body());
            case Outcome.Not not -> {
                Standing now = Looks.afterWriting(() -> known(reference)).standing();
                if (now.state() instanceof State.Held) {
                    throw not.refused();
                }
                yield captured(now, amount);
            }
        };
    }

    @Override
    public Standing release(String reference) {
        Found found = known(reference);
        for (int look = 0; look < LOOKS; look++) {
            State state = found.standing().state();
            if (state instanceof State.AwaitingShopper) {
                Outcome _ =
                        calls.post(
                                "/v1/checkout/sessions/" + found.sessionId() + "/expire",
                                Map.of(),
                                once("expire", reference));
            } else if (state instanceof State.Held) {
                Outcome _ =
                        calls.post(
                                "/v1/payment_intents/" + intent(found) + "/cancel",
                                Map.of(),
                                once("cancel", reference));
            } else {
                return found.standing();
            }
            // whatever was answered, it may have been paid in between: Stripe's record says
            found = Looks.afterWriting(() -> known(reference));
        }
        return found.standing();
    }

    @Override
    public RefundStanding refund(Refund refund) {
        Found found = known(refund.payment());
        Optional<RefundStanding> before = refundOf(found, refund);
        if (before.isPresent()) {
            return before.get();
        }
        Outcome outcome =
                calls.post(
                        "/v1/refunds",
                        Map.of(
                                "payment_intent",
                                intent(found),
                                "amount",
                                Long.toString(
                                        sameCurrency(found.standing(), refund.amount()).minor()),
                                "metadata[" + Translate.REFERENCE + "]",
                                refund.reference(),
                                "metadata[" + Translate.PAYMENT + "]",
                                refund.payment(),
                                "metadata[why]",
                                PlainText.of(refund.why(), WORDS)),
                        "refund-" + refund.reference());
        return switch (outcome) {
            case Outcome.Done made -> Translate.refund(refund.reference(), made.body());
            case Outcome.Not not -> {
                if (not.isKeyOfAnother()) {
                    throw new Unanswered("a refund of this name was asked for in other words");
                }
                throw not.refused();
            }
        };
    }

    @Override
    public Optional<RefundStanding> findRefund(Refund refund) {
        return records.find(refund.payment()).flatMap(found -> refundOf(found, refund));
    }

    @Override
    public Heard hear(Delivery delivery) {
        return events.hear(delivery);
    }

    private Optional<RefundStanding> refundOf(Found found, Refund refund) {
        return found.intentId()
                .flatMap(intent -> records.refund(intent, refund.reference()))
                .map(done -> Translate.refund(refund.reference(), done.body()));
    }

    private Found known(String reference) {
        return records.find(reference)
                .orElseThrow(() ->
                        new PaymentRefused("resource_missing", "Stripe knows no " + reference));
    }

    /** A capture that is no longer to be made: the one that was wanted, or a refusal. */
    private static Standing captured(Standing now, Money amount) {
        return switch (now.state()) {
            case State.Taken _ -> {
                if (!now.taken().equals(amount)) {
                    throw new PaymentRefused(
                            "already_captured", now.taken() + " was taken, not " + amount);
                }
                yield now;
            }
            case State.Held _, State.Processing _ -> throw new Unanswered("not decided yet");
            case State.AwaitingShopper _, State.Declined _, State.Closed _ ->
                    throw new PaymentRefused("not_held", "nothing is held of " + now.reference());
        };
    }

    private static String intent(Found found) {
        return found.intentId()
                .orElseThrow(() -> new PaymentRefused("not_paid", "no card was submitted yet"));
    }

    private static Money sameCurrency(Standing standing, Money amount) {
        if (!standing.taken().currency().equals(amount.currency())) {
            throw new Drifted("paid in " + standing.taken().currency() + ", asked for " + amount);
        }
        return amount;
    }

    private static String once(String what, String reference) {
        return what + "-" + reference + "-" + UUID.randomUUID();
    }
}
