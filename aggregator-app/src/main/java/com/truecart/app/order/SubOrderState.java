package com.truecart.app.order;

import com.truecart.model.Money;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * Where the order at one store stands. Every state holds only what that state knows; {@link
 * Transitions#after} is the only way from one to the next.
 */
public sealed interface SubOrderState {

    /**
     * The order has to be paid through us first; nothing is sent to any store before.
     *
     * @param until after this moment it is not paid any more
     */
    record AwaitingPayment(Instant until) implements SubOrderState {}

    /**
     * The intent is committed. Without {@code sentAt} nothing has left yet; with it, something may
     * have.
     *
     * @param attempt counts from 1
     * @param unreached how often the store could surely not be reached
     */
    record Placing(int attempt, Optional<Instant> sentAt, int unreached) implements SubOrderState {
        static final Placing FIRST = new Placing(1, Optional.empty(), 0);
    }

    /** The shopper must go on at the store. */
    record AwaitingBuyer(URI at, Instant since) implements SubOrderState {}

    /**
     * It may have been placed. Shown as "being confirmed", never as failed.
     *
     * @param since when the first attempt in doubt was sent
     * @param sentAt when the latest attempt was sent
     * @param missed whether the store, asked since {@code sentAt}, knew of no order
     * @param parked why a person has to ask the store; nothing is sent again then
     */
    record InDoubt(
            int attempt,
            Instant since,
            Instant sentAt,
            String why,
            boolean missed,
            Optional<String> parked)
            implements SubOrderState {
        InDoubt saying(String otherWhy) {
            return new InDoubt(attempt, since, sentAt, otherWhy, missed, parked);
        }
    }

    /** The store has it. */
    record Placed(String storeOrder, Money charged, String storeWord) implements SubOrderState {}

    /** On its way. */
    record Shipped(String storeOrder, Money charged, String storeWord) implements SubOrderState {}

    /** With the shopper. */
    record Delivered(String storeOrder, Money charged, String storeWord) implements SubOrderState {}

    /** The store called it off after it was placed. */
    record Cancelled(String storeOrder, Money charged, String storeWord) implements SubOrderState {}

    /**
     * Surely not placed.
     *
     * @param outOfStock whether its store has too few of the goods
     */
    record Rejected(String reason, Optional<Money> newTotal, boolean outOfStock)
            implements SubOrderState {
        Rejected(String reason, Optional<Money> newTotal) {
            this(reason, newTotal, false);
        }
    }

    /** Whether nothing more is expected to happen. */
    default boolean hasEnded() {
        return switch (this) {
            case AwaitingPayment _, Placing _, AwaitingBuyer _, InDoubt _, Placed _, Shipped _ ->
                    false;
            case Delivered _, Cancelled _, Rejected _ -> true;
        };
    }

    /** Whether the store surely has, or had, the order. */
    default boolean atStore() {
        return storesNumber().isPresent();
    }

    /** The store's own number for it, where the store surely has, or had, the order. */
    default Optional<String> storesNumber() {
        return switch (this) {
            case Placed placed -> Optional.of(placed.storeOrder());
            case Shipped shipped -> Optional.of(shipped.storeOrder());
            case Delivered delivered -> Optional.of(delivered.storeOrder());
            case Cancelled cancelled -> Optional.of(cancelled.storeOrder());
            case AwaitingPayment _, Placing _, AwaitingBuyer _, InDoubt _, Rejected _ ->
                    Optional.empty();
        };
    }
}
