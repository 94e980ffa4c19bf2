package com.truecart.app.aftersales;

import com.truecart.app.order.SubOrderState;
import com.truecart.app.order.SubOrderState.AwaitingBuyer;
import com.truecart.app.order.SubOrderState.AwaitingPayment;
import com.truecart.app.order.SubOrderState.Cancelled;
import com.truecart.app.order.SubOrderState.Delivered;
import com.truecart.app.order.SubOrderState.InDoubt;
import com.truecart.app.order.SubOrderState.Placed;
import com.truecart.app.order.SubOrderState.Placing;
import com.truecart.app.order.SubOrderState.Rejected;
import com.truecart.app.order.SubOrderState.Shipped;
import java.util.List;

/**
 * What can be asked for while a part of an order is in some state, and what to do instead of the
 * rest.
 *
 * @param kinds none where nothing can be asked for
 * @param why why not more
 */
public record Allowed(List<ClaimKind> kinds, Why why) {
    public Allowed {
        kinds = List.copyOf(kinds);
    }

    /** Why nothing, or not everything, can be asked for; the page says what to do instead. */
    public enum Why {
        /** It is not paid yet: the shopper edits it, or leaves it. */
        NOT_PAID,
        /** Nobody can say yet whether the store has it. */
        NOT_CERTAIN,
        /** The store has it and has not sent it: it is asked, and may refuse. */
        NOT_SENT,
        /** It is on its way: it cannot be changed; refuse the parcel, or return what came. */
        ON_ITS_WAY,
        /** It has arrived. */
        ARRIVED,
        /** The store called it off; only its money is left to ask for. */
        CALLED_OFF,
        /** Nothing was ordered, so there is nothing to ask for. */
        NOTHING_ORDERED
    }

    /** By the state, and by nothing else. */
    public static Allowed in(SubOrderState state) {
        return switch (state) {
            case AwaitingPayment _, AwaitingBuyer _ -> new Allowed(List.of(), Why.NOT_PAID);
            case Placing _, InDoubt _ -> new Allowed(List.of(), Why.NOT_CERTAIN);
            case Placed _ -> new Allowed(List.of(ClaimKind.CANCEL, ClaimKind.CHANGE), Why.NOT_SENT);
            case Shipped _ -> new Allowed(List.of(ClaimKind.COMPLAINT), Why.ON_ITS_WAY);
            case Delivered _ ->
                    new Allowed(
                            List.of(
                                    ClaimKind.RETURN,
                                    ClaimKind.EXCHANGE,
                                    ClaimKind.REPAIR,
                                    ClaimKind.COMPENSATION,
                                    ClaimKind.COMPLAINT),
                            Why.ARRIVED);
            case Cancelled _ -> new Allowed(List.of(ClaimKind.COMPLAINT), Why.CALLED_OFF);
            case Rejected _ -> new Allowed(List.of(), Why.NOTHING_ORDERED);
        };
    }
}
