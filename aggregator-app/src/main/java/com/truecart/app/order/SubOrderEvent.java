package com.truecart.app.order;

import com.truecart.model.Money;
import com.truecart.spi.UpstreamOrder;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that was decided about, or learnt of, a sub-order. Answers name the attempt they
 * answer.
 */
public sealed interface SubOrderEvent {

    /** The order is paid: the money is held or taken. */
    record Paid() implements SubOrderEvent {}

    /** Nobody paid in time. */
    record PaymentLapsed() implements SubOrderEvent {}

    /**
     * It is about to be sent: committed before the call, so that a crash in between is seen as
     * doubt.
     */
    record SendBegun(Instant at) implements SubOrderEvent {}

    /** The store has it, in this shape. */
    record StoreHasIt(UpstreamOrder order) implements SubOrderEvent {}

    /**
     * The store surely did not take it.
     *
     * @param outOfStock whether it has too few of the goods
     */
    record StoreRefused(int attempt, String reason, Optional<Money> newTotal, boolean outOfStock)
            implements SubOrderEvent {
        StoreRefused(int attempt, String reason, Optional<Money> newTotal) {
            this(attempt, reason, newTotal, false);
        }
    }

    /** The store surely was not reached, and it is tried again. */
    record NotReached(int attempt, String why) implements SubOrderEvent {}

    /** The store wants to see the shopper. */
    record BuyerNeeded(int attempt, URI at, Instant when) implements SubOrderEvent {}

    /** Nobody can say what came of it. */
    record AnswerLost(int attempt, String why) implements SubOrderEvent {}

    /** The store, asked, knows of no order of ours. */
    record NoneFound() implements SubOrderEvent {}

    /** The store, asked, gave no usable answer. */
    record NotTold(String why) implements SubOrderEvent {}

    /** The shopper, who had to go on at the store, says that nothing was bought there. */
    record BuyerDeclined() implements SubOrderEvent {}

    /** A person has to ask the store. */
    record HandedToPerson(String reason) implements SubOrderEvent {}

    /** A person asked the store, which has it. */
    record PersonFoundIt(UpstreamOrder order, Decision decision) implements SubOrderEvent {}

    /**
     * A person asked the store, which has none.
     *
     * @param arrivedIfSentBy what was sent until then had arrived when the store was asked
     * @param sendAgain whether it is sent again; otherwise it is not ordered here
     */
    record PersonFoundNone(Instant arrivedIfSentBy, boolean sendAgain, Decision decision)
            implements SubOrderEvent {}

    /** Who decided, and why. */
    record Decision(String by, String why) {
        String sentence() {
            return by + ": " + why;
        }
    }

    /** What a store has by now, where this says so. */
    default Optional<UpstreamOrder> stated() {
        return switch (this) {
            case StoreHasIt(UpstreamOrder order) -> Optional.of(order);
            case PersonFoundIt(UpstreamOrder order, var _) -> Optional.of(order);
            case Paid _,
                    PaymentLapsed _,
                    SendBegun _,
                    StoreRefused _,
                    NotReached _,
                    BuyerNeeded _,
                    AnswerLost _,
                    NoneFound _,
                    NotTold _,
                    BuyerDeclined _,
                    HandedToPerson _,
                    PersonFoundNone _ ->
                    Optional.empty();
        };
    }
}
