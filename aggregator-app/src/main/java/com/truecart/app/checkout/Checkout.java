package com.truecart.app.checkout;

import com.truecart.app.basket.PlanChoice;
import com.truecart.spi.Recipient;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * One way through the till: who receives it, what the stores ask, and whether the shopper agreed.
 *
 * @param choice which plan it buys
 * @param codes tried at every store
 */
public record Checkout(
        CheckoutId id,
        UUID shopper,
        PlanChoice choice,
        Set<String> codes,
        Recipient recipient,
        Proposal proposal,
        boolean confirmed,
        Instant quotedAt) {
    public Checkout {
        codes = Set.copyOf(codes);
    }
}
