package com.truecart.spi;

import com.truecart.model.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * One line of an order that somebody made at an upstream after coming by a link of this account, as
 * the upstream states it now.
 *
 * @param lineKey names the line within the account; the same whenever the line is stated again
 * @param orderId the upstream's number of the order
 * @param listing {@link com.truecart.model.Listing#upstreamId()} of what was bought, where the
 *     upstream states one; it need not be what the link led to
 * @param quantity in units, at least 1
 * @param paid what the buyer paid for the line as the upstream counts it, delivery left out where
 *     it can; empty where it states none
 * @param reference ours, where the upstream echoes it
 * @param statusText the upstream's own word
 * @param orderedAt when it was ordered
 * @param changedAt when it last changed
 */
public record HandedOrder(
        String lineKey,
        String orderId,
        Optional<String> listing,
        int quantity,
        Optional<Money> paid,
        Optional<HandOffReference> reference,
        Status status,
        String statusText,
        Instant orderedAt,
        Instant changedAt) {

    public HandedOrder {
        if (lineKey.isBlank()) {
            throw new IllegalArgumentException("lineKey: is empty");
        }
        if (quantity < 1) {
            throw new IllegalArgumentException("quantity: must be at least 1, is " + quantity);
        }
    }

    /**
     * Where the order stands. A word we do not know is {@link #UNRECOGNISED}: never success, never
     * failure.
     */
    public enum Status {
        /** Ordered, and not paid as far as is known. */
        CREATED,
        PAID,
        /** The goods arrived and the buyer has them. */
        COMPLETED,
        /** The upstream closed its books on it. */
        SETTLED,
        /** Called off, unpaid, or not counted as ours; the buyer may still have the goods. */
        INVALID,
        UNRECOGNISED
    }
}
