package com.truecart.app.aftersales;

import com.truecart.app.order.RestLine;
import com.truecart.app.order.SoldParts.SoldPart;
import java.util.List;

/** What can be done where a shopper wants to call off what is left of an order, store by store. */
public sealed interface CallOff {

    SoldPart part();

    /** Nothing was bought yet: it is called off here and now. */
    record AtOnce(SoldPart part) implements CallOff {}

    /**
     * The store did not take it, and something is still to become of the goods: they are left out.
     *
     * @param goods what is not ordered any more, neither there nor elsewhere
     */
    record LeaveOut(SoldPart part, List<RestLine> goods) implements CallOff {
        public LeaveOut {
            goods = List.copyOf(goods);
        }
    }

    /**
     * The store has it: it is asked, and may refuse.
     *
     * @param simulation what would come back
     */
    record ByTheStore(SoldPart part, Simulation simulation) implements CallOff {}

    /** The store is being asked something already. */
    record BeingAsked(SoldPart part) implements CallOff {}

    /** It cannot be called off now. */
    record Not(SoldPart part, Allowed.Why why) implements CallOff {}

    /** Whether anything is done. */
    default boolean does() {
        return switch (this) {
            case AtOnce _, LeaveOut _, ByTheStore _ -> true;
            case BeingAsked _, Not _ -> false;
        };
    }
}
