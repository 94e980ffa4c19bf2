package com.truecart.realshops.vendure;

import java.util.List;

/**
 * A change to an open order. Each makes the shop price the order once more, and it starts from the
 * discounts of the time before: two ways to the same basket can end in two prices.
 */
public sealed interface OrderChange {

    /** Lines at once, in this order; of a variant already there the quantity grows. */
    record AddLines(List<BasketLine> lines) implements OrderChange {

        /** Copies the list. */
        public AddLines {
            lines = List.copyOf(lines);
        }
    }

    /** Another quantity of a variant already there; 0 takes its line away. */
    record ChangeQuantity(long variantId, int quantity) implements OrderChange {}

    /** A code; makes an order where there is none. */
    record ApplyCode(String code) implements OrderChange {}

    /** A code is taken back. */
    record RemoveCode(String code) implements OrderChange {}

    /** The way to send it. */
    record ChooseShipping(ShippingMethod method) implements OrderChange {}
}
