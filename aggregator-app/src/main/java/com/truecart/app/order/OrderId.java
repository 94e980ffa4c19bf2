package com.truecart.app.order;

import java.util.UUID;

/** Our name for an order. */
public record OrderId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
