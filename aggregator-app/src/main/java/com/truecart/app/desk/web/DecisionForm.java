package com.truecart.app.desk.web;

import com.truecart.app.desk.DeskDecision;
import com.truecart.app.desk.ExceptionDesk.Outcome;
import com.truecart.app.order.SubOrderEvent.Decision;
import com.truecart.app.web.Problem;
import com.truecart.model.Money;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.ErrorResponseException;

/**
 * A decision as it was sent.
 *
 * @param by who decides
 * @param number the store's number, where it has the order
 */
record DecisionForm(
        @Nullable What decision,
        @Nullable String by,
        @Nullable String why,
        @Nullable String number) {
    private static final int MOST_NAME = 80;
    private static final int MOST_NUMBER = 120;
    private static final int MOST_WORDS = 2000;

    /** What is decided. */
    enum What {
        STORE_HAS_IT,
        SEND_AGAIN,
        NOT_ORDERED,
        SEEN_TO
    }

    Decision who() {
        return new Decision(text("by", by, MOST_NAME), text("why", why, MOST_WORDS));
    }

    /**
     * @param charged what the store charges, where that was given
     * @param askedAt when the store was asked, where that was given
     */
    DeskDecision what(Optional<Money> charged, Optional<Instant> askedAt, Instant now) {
        if (decision == null) {
            throw Problem.badRequest(
                    "decision", "must be one of STORE_HAS_IT, SEND_AGAIN, NOT_ORDERED, SEEN_TO");
        }
        return switch (decision) {
            case STORE_HAS_IT ->
                    new DeskDecision.StoreHasIt(
                            text("number", number, MOST_NUMBER),
                            charged.filter(money -> !money.isNegative())
                                    .orElseThrow(() ->
                                            Problem.badRequest(
                                                    "charged",
                                                    "must be what the store charges in all")));
            case SEND_AGAIN, NOT_ORDERED ->
                    new DeskDecision.StoreHasNone(
                            askedAt.filter(at -> !at.isAfter(now))
                                    .orElseThrow(() ->
                                            Problem.badRequest(
                                                    "askedAt",
                                                    "must be when the store was asked, not later"
                                                            + " than now")),
                            decision == What.SEND_AGAIN);
            case SEEN_TO -> new DeskDecision.SeenTo();
        };
    }

    private static String text(String field, @Nullable String value, int most) {
        String stripped = value == null ? "" : value.strip();
        if (stripped.isEmpty() || stripped.length() > most) {
            throw Problem.badRequest(field, "must be 1 to " + most + " characters");
        }
        return stripped;
    }

    /** Why a decision was not taken. */
    static Optional<ErrorResponseException> refused(Outcome outcome) {
        return switch (outcome) {
            case DONE -> Optional.empty();
            case GONE -> conflict("this is not open any more; look at the queue again");
            case NOT_FOR_THIS ->
                    conflict(
                            "decision: this is not decided so; what is parked is decided by asking"
                                    + " its store, everything else is seen to");
            case ASKED_TOO_EARLY ->
                    conflict(
                            "askedAt: an attempt could still have arrived then; ask the store again"
                                    + " once the quiet period is over");
            case TOO_OLD_TO_SEND ->
                    conflict(
                            "decision: what the shopper agreed to is more than an hour old and is"
                                    + " not sent again; decide that it is not ordered, and the"
                                    + " shopper can buy it anew");
            case NUMBER_TAKEN -> conflict("number: is that of another order of ours at this store");
        };
    }

    private static Optional<ErrorResponseException> conflict(String detail) {
        return Optional.of(Problem.conflict(detail));
    }
}
