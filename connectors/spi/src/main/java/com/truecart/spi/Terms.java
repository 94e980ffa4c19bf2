package com.truecart.spi;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/**
 * How an upstream takes orders.
 *
 * @param doubt what it offers against duplicates; where unsure, the worst
 * @param paymentMethods how one can pay there; none where it takes no orders
 */
public record Terms(DoubtClass doubt, Set<PaymentMethod> paymentMethods) {
    public Terms {
        paymentMethods = Set.copyOf(paymentMethods);
    }

    /** The way of paying that Truecart prefers of these; empty where there is none. */
    public Optional<PaymentMethod> preferred() {
        return paymentMethods.stream().min(Comparator.naturalOrder());
    }

    /** What an upstream offers when an answer to placing is lost, from the best to the worst. */
    public enum DoubtClass {
        /** An idempotency key: the same call with the same key is one order. */
        KEY,
        /** A reference of ours that it refuses a second time. */
        UNIQUE_REFERENCE,
        /** Echoes our reference, and can be asked by it. */
        ECHOED_REFERENCE,
        /** Only lists orders. */
        LIST_ONLY,
        /** Can only be written to: doubt ends at a person. */
        WRITE_ONLY
    }
}
