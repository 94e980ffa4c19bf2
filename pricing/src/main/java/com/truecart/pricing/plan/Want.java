package com.truecart.pricing.plan;

import com.truecart.pricing.CartLine;
import java.util.List;

/**
 * Something on the shopper's list: so many units of any one of these candidates.
 *
 * @param candidates offers that would do
 * @param mayBeSplit whether units may come from several candidates; else one gives all of them
 */
public record Want(String id, int quantity, List<Candidate> candidates, boolean mayBeSplit) {
    public Want {
        if (id.isBlank()) {
            throw new IllegalArgumentException("id: must not be blank");
        }
        if (quantity < 1 || quantity > CartLine.MOST_UNITS) {
            throw new IllegalArgumentException(
                    "want "
                            + id
                            + ": quantity: must be in 1.."
                            + CartLine.MOST_UNITS
                            + ", is "
                            + quantity);
        }
        candidates = List.copyOf(candidates);
    }

    /** A want of which one candidate gives all units. */
    public Want(String id, int quantity, List<Candidate> candidates) {
        this(id, quantity, candidates, false);
    }
}
