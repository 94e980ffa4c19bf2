package com.truecart.spi;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a store is asked to price.
 *
 * @param lines at least one
 * @param codes coupon codes to try
 * @param recipient where it goes
 * @param payment how it is going to be paid: a store that does not take this way is {@link
 *     QuoteResult.Unavailable}; empty for the first of its terms
 */
public record QuoteRequest(
        List<OrderLine> lines,
        Set<String> codes,
        Recipient recipient,
        Optional<PaymentMethod> payment) {

    /** A request that leaves the way of paying to the store's terms. */
    public QuoteRequest(List<OrderLine> lines, Set<String> codes, Recipient recipient) {
        this(lines, codes, recipient, Optional.empty());
    }

    public QuoteRequest {
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("lines: at least one is needed");
        }
        lines = List.copyOf(lines);
        codes = Set.copyOf(codes);
    }

    /** The same, to be paid this way. */
    public QuoteRequest paidBy(PaymentMethod method) {
        return new QuoteRequest(lines, codes, recipient, Optional.of(method));
    }
}
