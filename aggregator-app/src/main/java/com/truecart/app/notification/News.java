package com.truecart.app.notification;

import com.truecart.app.order.OwnReason;
import com.truecart.app.order.SubOrder;
import com.truecart.app.order.SubOrderState.AwaitingBuyer;
import com.truecart.app.order.SubOrderState.AwaitingPayment;
import com.truecart.app.order.SubOrderState.Cancelled;
import com.truecart.app.order.SubOrderState.Delivered;
import com.truecart.app.order.SubOrderState.InDoubt;
import com.truecart.app.order.SubOrderState.Placed;
import com.truecart.app.order.SubOrderState.Placing;
import com.truecart.app.order.SubOrderState.Rejected;
import com.truecart.app.order.SubOrderState.Shipped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a shopper is told of the order at one store. */
public enum News {
    /** The store has it. */
    PLACED(false),
    /** The store did not take it. */
    REFUSED(true),
    /** The shopper must go on at the store. */
    NEEDS_YOU(true),
    /** A person asks the store whether it has it. */
    WITH_A_PERSON(true),
    /** On its way. */
    SHIPPED(false),
    /** Arrived. */
    DELIVERED(false),
    /** The store called it off. */
    CANCELLED(true),
    /** The store gave money back; what in all stands with it. */
    GIVEN_BACK(false);

    private final boolean urgent;

    News(boolean urgent) {
        this.urgent = urgent;
    }

    /** Whether the shopper may want to do something about it now. */
    public boolean isUrgent() {
        return urgent;
    }

    /**
     * A piece of news.
     *
     * @param detail tells two pieces of the same news apart: of money given back the sum so far in
     *     minor units, else blank
     */
    record Item(News news, String detail) {}

    /** What there is to tell of a part as it stands. */
    static List<Item> of(SubOrder part) {
        List<Item> told = new ArrayList<>();
        ofState(part).map(news -> new Item(news, "")).ifPresent(told::add);
        if (part.refunded().isPositive()) {
            told.add(new Item(GIVEN_BACK, Long.toString(part.refunded().minor())));
        }
        return told;
    }

    private static Optional<News> ofState(SubOrder part) {
        return switch (part.state()) {
            // being confirmed is no news: the page says it, and it mostly passes within a minute
            case InDoubt doubt -> doubt.parked().map(_ -> WITH_A_PERSON);
            case AwaitingPayment _, Placing _ -> Optional.empty();
            case AwaitingBuyer _ -> Optional.of(NEEDS_YOU);
            case Placed _ -> Optional.of(PLACED);
            case Shipped _ -> Optional.of(SHIPPED);
            case Delivered _ -> Optional.of(DELIVERED);
            case Cancelled _ -> Optional.of(CANCELLED);
            // whoever called it off knows
            case Rejected rejected ->
                    OwnReason.of(rejected.reason())
                                    .filter(own -> own == OwnReason.DECLINED)
                                    .isPresent()
                            ? Optional.empty()
                            : Optional.of(REFUSED);
        };
    }
}
