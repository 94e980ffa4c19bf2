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
 * @param payTruecart whether the shopper wants to pay Truecart, where a store lets us pay it
 */
public record Checkout(
        CheckoutId id,
        UUID shopper,
        PlanChoice choice,
        Set<String> codes,
        Recipient recipient,
        boolean payTruecart,
        Proposal proposal,
        boolean confirmed,
        Instant quotedAt) {
    public Checkout {
        codes = Set.copyOf(codes);
    }
}
