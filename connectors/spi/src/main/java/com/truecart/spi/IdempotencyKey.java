package com.truecart.spi;

/**
 * Our name for one sub-order, the same over all attempts; at most 64 characters of letters, digits
 * and hyphens.
 */
public record IdempotencyKey(String value) {
    public IdempotencyKey {
        if (!value.matches("[A-Za-z0-9-]{8,64}")) {
            throw new IllegalArgumentException("not an idempotency key: " + value);
        }
    }
}
