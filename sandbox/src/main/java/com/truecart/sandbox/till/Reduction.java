package com.truecart.sandbox.till;

import java.util.List;
import java.util.Optional;

/**
 * Money taken off a cart, and why.
 *
 * @param code the coupon code; empty for what comes by itself
 * @param amount positive, in cents
 * @param perLine how the amount falls on the lines, in their order; empty if it is off the whole
 */
public record Reduction(
        String id, String title, Optional<String> code, long amount, List<Long> perLine) {

    /** Refuses shares that do not add up to the amount. */
    public Reduction {
        perLine = List.copyOf(perLine);
        if (!perLine.isEmpty() && perLine.stream().mapToLong(Long::longValue).sum() != amount) {
            throw new IllegalArgumentException("The shares of " + id + " do not add up");
        }
    }

    /** Off these lines by itself. */
    static Reduction automatic(String id, String title, List<Long> perLine) {
        return new Reduction(id, title, Optional.empty(), sum(perLine), perLine);
    }

    /** Off these lines because of a code. */
    static Reduction coupon(String code, String title, List<Long> perLine) {
        return new Reduction(code, title, Optional.of(code), sum(perLine), perLine);
    }

    private static long sum(List<Long> shares) {
        return shares.stream().mapToLong(Long::longValue).sum();
    }
}
