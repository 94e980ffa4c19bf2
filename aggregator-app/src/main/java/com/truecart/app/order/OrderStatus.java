package com.truecart.app.order;

import com.truecart.app.order.SubOrderState.AwaitingBuyer;
import com.truecart.app.order.SubOrderState.AwaitingPayment;
import com.truecart.app.order.SubOrderState.Cancelled;
import com.truecart.app.order.SubOrderState.Delivered;
import com.truecart.app.order.SubOrderState.InDoubt;
import com.truecart.app.order.SubOrderState.Placed;
import com.truecart.app.order.SubOrderState.Placing;
import com.truecart.app.order.SubOrderState.Rejected;
import com.truecart.app.order.SubOrderState.Shipped;
import java.util.Collection;
import java.util.List;

/** Where a whole order stands, from what still needs somebody to what is done. */
public enum OrderStatus {
    /** The shopper has to pay first. */
    AWAITING_PAYMENT,
    /** The shopper has to go on at a store. */
    NEEDS_YOU,
    /** Some store is still being sent its part. */
    PLACING,
    /** Of some part nobody can say yet whether it was placed. */
    BEING_CONFIRMED,
    /** No store took it. */
    REFUSED,
    /** Every store that took it has called it off. */
    CANCELLED,
    /** Everything that was placed has arrived, but some store did not take its part. */
    PARTLY_DELIVERED,
    DELIVERED,
    /** Something is on its way. */
    ON_ITS_WAY,
    /** Some stores have it, others refused. */
    PARTLY_PLACED,
    PLACED;

    /** What these states come to together. */
    static OrderStatus of(Collection<SubOrderState> states) {
        List<OrderStatus> words = states.stream().map(OrderStatus::word).toList();
        for (OrderStatus urgent : List.of(AWAITING_PAYMENT, NEEDS_YOU, PLACING, BEING_CONFIRMED)) {
            if (words.contains(urgent)) {
                return urgent;
            }
        }
        boolean someMissing = words.contains(REFUSED) || words.contains(CANCELLED);
        if (words.contains(ON_ITS_WAY) || (words.contains(DELIVERED) && words.contains(PLACED))) {
            return ON_ITS_WAY;
        }
        if (words.contains(PLACED)) {
            return someMissing ? PARTLY_PLACED : PLACED;
        }
        if (words.contains(DELIVERED)) {
            return someMissing ? PARTLY_DELIVERED : DELIVERED;
        }
        return words.contains(CANCELLED) ? CANCELLED : REFUSED;
    }

    /** The word for one part alone. */
    public static OrderStatus word(SubOrderState state) {
        return switch (state) {
            case AwaitingPayment _ -> AWAITING_PAYMENT;
            case AwaitingBuyer _ -> NEEDS_YOU;
            case Placing _ -> PLACING;
            case InDoubt _ -> BEING_CONFIRMED;
            case Rejected _ -> REFUSED;
            case Cancelled _ -> CANCELLED;
            case Placed _ -> PLACED;
            case Shipped _ -> ON_ITS_WAY;
            case Delivered _ -> DELIVERED;
        };
    }
}
