package com.truecart.spi;

import java.util.List;
import java.util.Set;

/**
 * What a store is asked to price.
 *
 * @param lines at least one
 * @param codes coupon codes to try
 * @param recipient where it goes
 */
public record QuoteRequest(List<OrderLine> lines, Set<String> codes, Recipient recipient) {
    public QuoteRequest {
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("lines: at least one is needed");
        }
        lines = List.copyOf(lines);
        codes = Set.copyOf(codes);
    }
}
