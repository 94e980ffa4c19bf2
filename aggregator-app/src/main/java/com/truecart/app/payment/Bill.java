package com.truecart.app.payment;

import com.truecart.model.Money;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What an order has to be paid through us, for all its stores together.
 *
 * @param subject what the shopper reads at the provider: the order's number
 * @param paidBy the reference of the try that paid it
 * @param until after this moment nothing is ordered any more
 */
public record Bill(
        UUID order,
        String subject,
        Money amount,
        State state,
        Optional<String> paidBy,
        Instant until) {

    /** Where it stands. */
    public enum State {
        /** The shopper has yet to pay. */
        OPEN,
        /** The money is held or taken; what becomes of it follows what becomes of the order. */
        PAID,
        /** Nobody paid in time, or the shopper called it off. */
        LAPSED
    }

    /** Whether it is this try that paid it. */
    public boolean isPaidBy(Payment payment) {
        return paidBy.equals(Optional.of(payment.reference()));
    }
}
