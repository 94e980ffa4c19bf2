package com.truecart.model;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a store states about the orders it takes, its delivery fees apart.
 *
 * @param minimum what the goods must come to after the store's own promotions; it takes no smaller
 *     order. Empty where it states none
 * @param arrivesWithinDays how many calendar days after the order the parcel arrives at the latest,
 *     0 for the same day; empty where the store does not say
 */
public record OrderTerms(Optional<Money> minimum, OptionalInt arrivesWithinDays) {

    /** A store that states nothing. */
    public static final OrderTerms NONE = new OrderTerms(Optional.empty(), OptionalInt.empty());

    /** A year: a later arrival is no promise. */
    public static final int MOST_DAYS = 366;

    public OrderTerms {
        Sound.requireNotNegative(minimum, "minimum");
        if (arrivesWithinDays.isPresent()
                && (arrivesWithinDays.getAsInt() < 0 || arrivesWithinDays.getAsInt() > MOST_DAYS)) {
            throw new IllegalArgumentException(
                    "arrivesWithinDays: must be in 0.."
                            + MOST_DAYS
                            + ", is "
                            + arrivesWithinDays.getAsInt());
        }
    }

    /** The same terms with a least order. */
    public OrderTerms from(Money least) {
        return new OrderTerms(Optional.of(least), arrivesWithinDays);
    }

    /** The same terms with an arrival. */
    public OrderTerms within(int days) {
        return new OrderTerms(minimum, OptionalInt.of(days));
    }
}
