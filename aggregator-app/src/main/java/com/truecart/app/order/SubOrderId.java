package com.truecart.app.order;

import java.util.UUID;

/** Our name for the order at one store. */
public record SubOrderId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
