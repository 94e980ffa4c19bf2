package com.truecart.app.payment;

import com.truecart.model.Money;
import java.time.Instant;
import java.util.UUID;

/**
 * The orders behind the bills, as payment sees them. What is told here is told within the
 * transaction that records it: both hold, or neither.
 */
public interface PaidOrders {

    /** What may be kept of the money for this order, by where its parts stand at this moment. */
    Due due(UUID order);

    /** The money is held or taken: the order goes to its stores. */
    void paid(UUID order, Instant now);

    /** Nobody paid in time: nothing is ordered. */
    void lapsed(UUID order, Instant now);

    /**
     * What a provider has changed: for the books.
     *
     * @param account the account at the provider
     * @param change may be negative, as where a hold is let go
     */
    void booked(UUID order, String account, Figure figure, Money change, Instant now);

    /** Which of a payment's figures. */
    enum Figure {
        HELD,
        TAKEN,
        /** Given back to the shopper of what was taken. */
        GIVEN_BACK
    }
}
