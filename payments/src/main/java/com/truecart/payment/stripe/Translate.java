package com.truecart.payment.stripe;

import com.truecart.kit.Json;
import com.truecart.model.Money;
import com.truecart.payment.RefundStanding;
import com.truecart.payment.Standing;
import com.truecart.payment.Standing.State;
import com.truecart.payment.Standing.Step;
import com.truecart.spi.UpstreamException.Drifted;
import java.net.URI;
import java.time.Instant;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;

/** From Stripe's objects to ours. */
final class Translate {
    /** Under these names our references stand in the metadata of everything we make. */
    static final String REFERENCE = "truecart_reference";

    static final String PAYMENT = "truecart_payment";

    private Translate() {}

    /**
     * A Checkout Session with its payment intent and that one's charge expanded.
     *
     * <p>A session makes its intent only when the shopper first submits a card, and lets them try
     * further cards until it ends: so a decline there is not the end of it.
     */
    static Standing session(String reference, Json session, Instant at) {
        Optional<Json> intent = session.optional("payment_intent");
        Currency currency = currency(session);
        State state =
                switch (session.text("status")) {
                    case "open" ->
                            new State.AwaitingShopper(
                                    new Step.GoTo(URI.create(session.text("url"))),
                                    intent.flatMap(made -> made.optional("last_payment_error"))
                                            .map(Declines::of));
                    case "expired" -> new State.Closed();
                    case "complete" -> new State.Processing();
                    default -> throw new Drifted("a session that is " + session.text("status"));
                };
        Standing unpaid =
                new Standing(
                        reference,
                        Optional.of(session.text("id")),
                        state,
                        Money.zero(currency),
                        Money.zero(currency),
                        Money.zero(currency),
                        Optional.empty(),
                        at);
        return intent.map(made -> intent(unpaid, made)).orElse(unpaid);
    }

    /** The same after what a payment intent says, its charge expanded. */
    static Standing intent(Standing before, Json intent) {
        Currency currency = currency(intent);
        Optional<Json> charge = intent.optional("latest_charge");
        State state =
                switch (intent.text("status")) {
                    case "requires_capture" -> new State.Held();
                    case "succeeded" -> new State.Taken();
                    case "canceled" -> new State.Closed();
                    case "requires_payment_method", "requires_confirmation", "requires_action" ->
                            before.state();
                    // "processing", and whatever Stripe may invent: nothing is certain
                    default -> new State.Processing();
                };
        boolean isHeld = state instanceof State.Held;
        return new Standing(
                before.reference(),
                Optional.of(intent.text("id")),
                state,
                isHeld
                        ? new Money(intent.number("amount_capturable"), currency)
                        : Money.zero(currency),
                new Money(intent.number("amount_received"), currency),
                new Money(charge.map(Translate::givenBack).orElse(0L), currency),
                isHeld ? charge.flatMap(Translate::captureBefore) : Optional.empty(),
                before.at());
    }

    /**
     * What was given back of what was taken. Stripe keeps a capture in part as a refund of the rest
     * within the charge: that rest was let go, and never taken.
     */
    private static long givenBack(Json charge) {
        long letGo = charge.number("amount") - charge.number("amount_captured");
        return Math.max(0, charge.number("amount_refunded") - letGo);
    }

    static RefundStanding refund(String reference, Json refund) {
        String word = refund.text("status");
        RefundStanding.State state =
                switch (word) {
                    case "succeeded" -> RefundStanding.State.DONE;
                    case "failed", "canceled" -> RefundStanding.State.FAILED;
                    // "pending" and "requires_action", and whatever Stripe may invent
                    default -> RefundStanding.State.PROCESSING;
                };
        return new RefundStanding(
                reference, state, new Money(refund.number("amount"), currency(refund)), word);
    }

    /** Our reference in an object's metadata. */
    static Optional<String> mark(Json object, String name) {
        return object.optional("metadata").flatMap(metadata -> metadata.optionalText(name));
    }

    private static Optional<Instant> captureBefore(Json charge) {
        return charge.optional("payment_method_details")
                .flatMap(details -> details.optional("card"))
                .map(card -> card.optionalNumber("capture_before"))
                .filter(before -> before.isPresent())
                .map(before -> Instant.ofEpochSecond(before.getAsLong()));
    }

    private static Currency currency(Json object) {
        String code = object.text("currency").toUpperCase(Locale.ROOT);
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException unknown) {
            throw new Drifted("no currency: " + code, unknown);
        }
    }
}
