package com.truecart.app.notification;

import com.truecart.app.order.ChangedParts.ChangedPart;
import com.truecart.app.order.OwnReason;
import com.truecart.app.order.Shortage;
import com.truecart.app.order.ShortagePolicy;
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
    GIVEN_BACK(false),
    /** The store has too few of something; it is asked until it has them. */
    SHORT_WAITING(false),
    /** The store has too few of something, and the shopper has to choose. */
    SHORT_ASKED(true),
    /** What a store did not have was ordered elsewhere. */
    SHORT_REPLACED(false),
    /** What a store did not have was ordered there once more. */
    SHORT_TRIED_AGAIN(false),
    /** What a store did not take was left out. */
    SHORT_CANCELLED(false);

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
    static List<Item> of(ChangedPart changed) {
        SubOrder part = changed.subOrder();
        List<Item> told = new ArrayList<>();
        ofState(part).map(news -> new Item(news, "")).ifPresent(told::add);
        if (part.refunded().isPositive()) {
            told.add(new Item(GIVEN_BACK, Long.toString(part.refunded().minor())));
        }
        if (part.state() instanceof Rejected) {
            changed.shortage()
                    .flatMap(shortage -> ofGoods(shortage, changed.policy()))
                    .map(news -> new Item(news, ""))
                    .ifPresent(told::add);
        }
        return told;
    }

    private static Optional<News> ofGoods(Shortage shortage, Optional<ShortagePolicy> policy) {
        return switch (shortage.step()) {
            // the others come to something at once
            case ACTING ->
                    policy.filter(one -> one.choice() == ShortagePolicy.Choice.WAIT)
                            .map(_ -> SHORT_WAITING);
            // that it was refused is told anyway
            case ASKING -> Optional.of(SHORT_ASKED).filter(_ -> shortage.isShort());
            case CANCELLED -> Optional.of(SHORT_CANCELLED);
            case REPLACED -> Optional.of(SHORT_REPLACED);
            case TRIED_AGAIN -> Optional.of(SHORT_TRIED_AGAIN);
            case DECIDED -> Optional.empty();
        };
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
