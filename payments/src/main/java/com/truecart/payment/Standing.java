package com.truecart.payment;

import com.truecart.model.Money;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * A payment as the provider's record has it now: always a whole snapshot.
 *
 * @param reference ours
 * @param providerId the provider's own name for it, for people; empty until there is one
 * @param state where it stands
 * @param held what is held and not yet taken or let go; zero where nothing is
 * @param taken what was taken in all, refunds not taken off
 * @param refunded what was given back of it in all; zero where the provider's record of a payment
 *     does not say ({@link PaymentProvider.Ability#SUMS_REFUNDS})
 * @param holdsUntil after this moment a hold lapses; empty where nothing is held
 * @param at when the provider said so
 */
public record Standing(
        String reference,
        Optional<String> providerId,
        State state,
        Money held,
        Money taken,
        Money refunded,
        Optional<Instant> holdsUntil,
        Instant at) {

    /** Where a payment stands. */
    public sealed interface State {
        /**
         * The shopper has to do this; until then nothing is held or taken.
         *
         * @param lastDecline why it failed the last time the shopper tried, where the provider lets
         *     them try again in the same place; it can still be paid there
         */
        record AwaitingShopper(Step step, Optional<Decline> lastDecline) implements State {
            public AwaitingShopper(Step step) {
                this(step, Optional.empty());
            }
        }

        /** The provider is still working on it; nothing is certain. */
        record Processing() implements State {}

        /** Held, to be taken or let go. */
        record Held() implements State {}

        /** Taken: all of it, or what was captured. */
        record Taken() implements State {}

        /**
         * Surely not paid at this try; another try, or another way, may do.
         *
         * @param decline why, as far as the provider says
         */
        record Declined(Decline decline) implements State {}

        /** Closed, let go or lapsed: nothing is held, nothing was taken, nothing more can be. */
        record Closed() implements State {}
    }

    /** What the shopper has to do. */
    public sealed interface Step {
        /** Scan this text, shown as a QR code. */
        record Scan(String text) implements Step {}

        /** Go to this page of the provider. */
        record GoTo(URI page) implements Step {}

        /**
         * What was said when it was begun: this provider's record does not repeat it. Keep it, or
         * begin the same again to hear it.
         */
        record AsBegun() implements Step {}
    }

    /**
     * Why it was declined.
     *
     * @param reason what the shopper can do something about
     * @param word the provider's own word
     */
    public record Decline(Reason reason, String word) {}

    /** What a shopper can do something about. */
    public enum Reason {
        /** Number, date or code are not right: check them. */
        CHECK_DETAILS,
        /** Too little money or too low a limit: pay another way. */
        NOT_ENOUGH_MONEY,
        /** The shopper could not be recognised, as in 3-D Secure: try again, or pay another way. */
        NOT_RECOGNISED,
        /** The bank says no and not why: ask the bank, or pay another way. */
        REFUSED_BY_BANK,
        /** Something at the provider does not work now: later, or another way. */
        TRY_LATER,
        /** A word nobody knows. */
        UNRECOGNISED
    }
}
