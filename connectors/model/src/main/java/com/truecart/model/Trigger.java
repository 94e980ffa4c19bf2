package com.truecart.model;

import static com.truecart.model.Sound.requireAtLeast;
import static com.truecart.model.Sound.requireNotNegative;

import java.util.List;
import java.util.Optional;

/**
 * What must be true before a promotion applies; judged met, missed (by how much) or unknown (what
 * to ask).
 */
public sealed interface Trigger {

    /** Nothing: it always applies. */
    record Always() implements Trigger {}

    /**
     * The lines in scope cost at least this much, before this promotion; whether before or after
     * others is the habit of the store's engine.
     *
     * @param side whether the amount is meant with or without tax; empty means as prices are
     *     published
     */
    record MinSpend(Money amount, Optional<Side> side) implements Trigger {
        public MinSpend {
            requireNotNegative(amount, "amount");
        }

        /** On the side prices are published on. */
        public MinSpend(Money amount) {
            this(amount, Optional.empty());
        }

        /** With or without tax. */
        public enum Side {
            GROSS,
            NET
        }
    }

    /** At least this many units in scope. */
    record MinQuantity(int units) implements Trigger {
        public MinQuantity {
            requireAtLeast(1, units, "units");
        }
    }

    /** At least this many different offers in scope. */
    record MinDistinct(int offers) implements Trigger {
        public MinDistinct {
            requireAtLeast(1, offers, "offers");
        }
    }

    /**
     * A condition on other lines than the promotion lowers: "10 % off wine when you spend 50.00 on
     * food".
     */
    record Within(Scope scope, Trigger trigger) implements Trigger {}

    /** The shopper enters this code; case does not matter. */
    record Code(String code) implements Trigger {}

    /** The shopper belongs to this programme of the store. */
    record Member(String programme) implements Trigger {}

    /** The shopper has never bought at this store. */
    record NewCustomer() implements Trigger {}

    /** The shopper pays by this method. */
    record PaymentMethod(String method) implements Trigger {}

    /**
     * Something only the shopper can say about themselves or this purchase.
     *
     * @param subject what exactly: the coupon, the number of people, the region, the channel, the
     *     old thing, the scheme
     */
    record Confirmed(Matter matter, String subject) implements Trigger {
        /** What is to be confirmed. */
        public enum Matter {
            /** A coupon or red packet has been ticked or claimed at the store (领券). */
            COUPON_CLAIMED,
            /** A group of so many people buys together (拼团). */
            GROUP,
            /** The parcel goes to this region. */
            REGION,
            /** It is bought in this channel, such as the store's own app. */
            CHANNEL,
            /** An old thing is given in exchange (以旧换新). */
            TRADE_IN,
            /** A public scheme accepts this shopper (国补). */
            SCHEME
        }
    }

    /** All of these at once. */
    record AllOf(List<Trigger> triggers) implements Trigger {
        public AllOf {
            triggers = List.copyOf(triggers);
        }
    }

    /** At least one of these. */
    record AnyOf(List<Trigger> triggers) implements Trigger {
        public AnyOf {
            requireAtLeast(1, triggers.size(), "triggers");
            triggers = List.copyOf(triggers);
        }
    }

    /** A condition stated in words we cannot judge. */
    record Unmodelled(String text) implements Trigger {}

    /** Whether this trigger is, or is made of, one of the given kind. */
    default boolean contains(Class<? extends Trigger> kind) {
        return kind.isInstance(this)
                || switch (this) {
                    case AllOf(List<Trigger> triggers) ->
                            triggers.stream().anyMatch(trigger -> trigger.contains(kind));
                    case AnyOf(List<Trigger> triggers) ->
                            triggers.stream().anyMatch(trigger -> trigger.contains(kind));
                    case Within(Scope _, Trigger trigger) -> trigger.contains(kind);
                    case Always _,
                            MinSpend _,
                            MinQuantity _,
                            MinDistinct _,
                            Code _,
                            Member _,
                            NewCustomer _,
                            PaymentMethod _,
                            Confirmed _,
                            Unmodelled _ ->
                            false;
                };
    }

    /** Whether it can ever be judged as met; of several ways to meet it one is enough. */
    default boolean isModelled() {
        return switch (this) {
            case Unmodelled _ -> false;
            case AllOf(List<Trigger> triggers) -> triggers.stream().allMatch(Trigger::isModelled);
            case AnyOf(List<Trigger> triggers) -> triggers.stream().anyMatch(Trigger::isModelled);
            case Within(Scope scope, Trigger trigger) ->
                    scope.unmodelled().isEmpty() && trigger.isModelled();
            case Always _,
                    MinSpend _,
                    MinQuantity _,
                    MinDistinct _,
                    Code _,
                    Member _,
                    NewCustomer _,
                    PaymentMethod _,
                    Confirmed _ ->
                    true;
        };
    }
}
