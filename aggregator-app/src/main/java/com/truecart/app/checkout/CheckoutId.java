package com.truecart.app.checkout;

import java.util.UUID;

/** Our name for a checkout. */
public record CheckoutId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
