package com.truecart.app.order;

import java.util.UUID;

/** Our name for an order. */
public record OrderId(UUID value) {

    /**
     * The order of this name.
     *
     * @throws IllegalArgumentException where the text is no UUID
     */
    static OrderId of(String text) {
        return new OrderId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
