package com.truecart.model;

import java.util.List;

/**
 * What must be true before a promotion applies; judged met, missed (by how much) or unknown (what
 * to ask).
 */
public sealed interface Trigger {

    /** Nothing: it always applies. */
    record Always() implements Trigger {}

    /**
     * The lines in scope cost at least this much, before this promotion and after those of earlier
     * stages.
     */
    record MinSpend(Money amount) implements Trigger {}

    /** At least this many units in scope. */
    record MinQuantity(int units) implements Trigger {
        public MinQuantity {
            if (units < 1) {
                throw new IllegalArgumentException("units: must be at least 1, is " + units);
            }
        }
    }

    /** The shopper enters this code; case does not matter. */
    record Code(String code) implements Trigger {}

    /** The shopper belongs to this programme of the store. */
    record Member(String programme) implements Trigger {}

    /** The shopper has never bought at this store. */
    record NewCustomer() implements Trigger {}

    /** The shopper pays by this method. */
    record PaymentMethod(String method) implements Trigger {}

    /** All of these at once. */
    record AllOf(List<Trigger> triggers) implements Trigger {
        public AllOf {
            triggers = List.copyOf(triggers);
        }
    }

    /** A condition stated in words we cannot judge. */
    record Unmodelled(String text) implements Trigger {}

    /** Whether this trigger is, or is made of, one of the given kind. */
    default boolean contains(Class<? extends Trigger> kind) {
        return kind.isInstance(this)
                || (this instanceof AllOf(List<Trigger> triggers)
                        && triggers.stream().anyMatch(trigger -> trigger.contains(kind)));
    }
}
