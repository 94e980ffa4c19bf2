package com.truecart.sandbox.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An order as it stands in a shop's books, which are the last word on what was ordered.
 *
 * @param goods the lines before promotions, in cents
 * @param discount everything taken off, in cents
 * @param tax what comes on top, in cents; zero where prices include it
 * @param payable goods less discount plus delivery and tax, in cents
 * @param codes the coupon codes that were honoured
 * @param note the customer's note, where the protocol has one
 * @param checkoutId the session the order came from, where the protocol has one
 * @param accessKey the secret with which a guest may look at the order
 * @param contact the buyer and the address, as the protocol sent them
 * @param fingerprint of the body that placed it, for recognising a repeat
 * @param answer what the buyer was told, kept so that a repeat is told the same
 */
public record BookedOrder(
        String shopId,
        String orderId,
        Instant placedAt,
        List<BookedLine> lines,
        long goods,
        long discount,
        long delivery,
        long tax,
        long payable,
        String currency,
        List<String> codes,
        Optional<String> idempotencyKey,
        Optional<String> note,
        Optional<String> checkoutId,
        String accessKey,
        Map<String, String> contact,
        String fingerprint,
        String answer) {

    /** Refuses a sum that does not add up. */
    public BookedOrder {
        lines = List.copyOf(lines);
        codes = List.copyOf(codes);
        contact = Map.copyOf(contact);
        if (goods - discount + delivery + tax != payable) {
            throw new IllegalArgumentException("The order " + orderId + " does not add up");
        }
    }
}
