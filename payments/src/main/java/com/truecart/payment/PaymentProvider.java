package com.truecart.payment;

import com.truecart.model.Money;
import com.truecart.spi.Delivery;
import com.truecart.spi.UpstreamException;
import java.util.Optional;
import java.util.Set;

/**
 * One account at a provider that takes shoppers' money.
 *
 * <p>Every call carries a reference of ours that was committed before it, and doing a call twice is
 * the same as doing it once: so what nobody can say was done is done again. The provider's own
 * record ({@link #find}, {@link #findRefund}) is the truth, never an answer remembered and never a
 * notification.
 *
 * <p>All calls may throw {@link UpstreamException}: {@link UpstreamException#surelyNotDone()} tells
 * a call that changed nothing from one that may have. A business answer (declined, amount too high)
 * is a value or {@link PaymentRefused}.
 */
public interface PaymentProvider {

    Set<Ability> abilities();

    /**
     * Begins to take the money: what comes back says what the shopper has to do, mostly.
     *
     * @throws PaymentRefused where the provider will not begin this
     */
    Standing begin(PaymentRequest request);

    /**
     * The provider's record of what was begun under this reference; empty where it knows of none.
     */
    Optional<Standing> find(String reference);

    /**
     * Is told by which name of its own the provider first knew a payment, as {@link
     * Standing#providerId()} said then: some find it by that sooner than by our reference. Costs no
     * call, and changes no answer.
     */
    default void remember(String reference, String providerId) {
        // most are asked by our reference
    }

    /**
     * Takes so much of what is held, once and for all: the rest is let go. Only with {@link
     * Ability#HOLD}.
     *
     * @throws PaymentRefused where the hold has lapsed or holds less, or where another amount was
     *     taken already
     * @throws UnsupportedOperationException where the provider does not hold
     */
    Standing capture(String reference, Money amount);

    /**
     * Lets go of everything that is held, or closes what was never paid. What was paid already
     * stays paid: look at the standing that comes back.
     *
     * @throws PaymentRefused where the provider knows of nothing under this reference
     */
    Standing release(String reference);

    /**
     * Gives back a part of what was taken.
     *
     * @throws PaymentRefused where it is more than is left, or too late
     */
    RefundStanding refund(Refund refund);

    /** The provider's record of a refund; empty where it knows of none under this reference. */
    Optional<RefundStanding> findRefund(Refund refund);

    /** Checks, in constant time, who sent a notification, and says which payment to look up. */
    Heard hear(Delivery delivery);

    /** What a provider can do. */
    enum Ability {
        /** Holds money first, and takes all or a part of it later. */
        HOLD,
        /** Shows a code that the shopper scans with a telephone. */
        SCAN,
        /** Sends the shopper to a page of the provider and back. */
        REDIRECT,
        /**
         * Knows of a payment from when it was begun. Without this it knows of none until the
         * shopper came to it: until then {@link #find} is empty and {@link #release} refused, and
         * it can be paid until its time is over.
         */
        KNOWN_AT_ONCE,
        /** Says of a payment what was given back of it in all. */
        SUMS_REFUNDS,
        /**
         * Takes one payment for several merchants, each its own share; each refund is of one share.
         * Without this a request with shares is refused.
         */
        COMBINE
    }

    /** What a notification comes to. */
    sealed interface Heard {
        /**
         * The provider sent it.
         *
         * @param eventId the provider's name for it, the same in each repetition
         * @param reference ours, of the payment to look up
         * @param answer what the provider wants as an answer
         */
        record Hint(String eventId, String reference, String answer) implements Heard {}

        /** The provider sent it, about nothing we follow; answered so that it is not repeated. */
        record NothingWeFollow(String eventId, String answer) implements Heard {}

        /** Nobody who may speak for the provider sent it, or it was altered. */
        record Forged(String why) implements Heard {}
    }
}
