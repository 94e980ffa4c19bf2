package com.truecart.pricing.plan;

import com.truecart.model.Money;
import com.truecart.pricing.CartLine;
import java.util.List;
import java.util.Optional;

/**
 * Something on the shopper's list: so many units of any one of these candidates.
 *
 * @param candidates offers that would do
 * @param mayBeSplit whether units may come from several candidates; else one gives all of them
 * @param worth where it would be nice to have: what it may add to the whole plan at most, above
 *     nothing and in the basket's currency; empty where it must be had
 */
public record Want(
        String id,
        int quantity,
        List<Candidate> candidates,
        boolean mayBeSplit,
        Optional<Money> worth) {
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
        if (worth.isPresent() && !worth.get().isPositive()) {
            throw new IllegalArgumentException(
                    "want " + id + ": worth: must be above nothing, is " + worth.get());
        }
        candidates = List.copyOf(candidates);
    }

    /** A want of which one candidate gives all units. */
    public Want(String id, int quantity, List<Candidate> candidates) {
        this(id, quantity, candidates, false, Optional.empty());
    }

    /** The same want, to be had where it adds at most this to the plan. */
    public Want niceToHave(Money most) {
        return new Want(id, quantity, candidates, mayBeSplit, Optional.of(most));
    }
}
