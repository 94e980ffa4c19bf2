package com.truecart.model;

import java.time.Instant;
import java.util.Optional;

/**
 * When a promotion holds: from {@code start} (inclusive) until {@code end} (exclusive); an absent
 * side is open.
 *
 * @param start first moment it holds
 * @param end first moment it no longer holds
 */
public record Validity(Optional<Instant> start, Optional<Instant> end) {

    /** No stated limits. */
    public static final Validity OPEN = new Validity(Optional.empty(), Optional.empty());

    public Validity {
        if (start.isPresent() && end.isPresent() && !start.get().isBefore(end.get())) {
            throw new IllegalArgumentException(
                    "validity: ends (" + end.get() + ") before it starts (" + start.get() + ")");
        }
    }

    public boolean holdsAt(Instant moment) {
        return start.map(from -> !moment.isBefore(from)).orElse(true)
                && end.map(moment::isBefore).orElse(true);
    }
}
