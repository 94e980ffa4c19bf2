package com.truecart.sandbox.pay;

import java.util.List;

/**
 * A payment as it stands in a provider's books.
 *
 * @param reference the merchant's name for it
 * @param id the provider's name for it
 * @param state the provider's word for where it stands
 * @param currency in lower case
 * @param amount what was asked for, in minor units
 * @param held what is held and neither taken nor let go
 * @param taken what was taken in all
 * @param refunded what was given back of it
 */
public record BookedPayment(
        String reference,
        String id,
        String state,
        String currency,
        long amount,
        long held,
        long taken,
        long refunded,
        List<BookedRefund> refunds) {

    /** Copies the list, and refuses books that give back more than was taken. */
    public BookedPayment {
        refunds = List.copyOf(refunds);
        if (refunded > taken || held + taken > amount) {
            throw new IllegalArgumentException("The payment " + reference + " does not add up");
        }
    }

    /**
     * Money given back.
     *
     * @param reference the merchant's name for it
     * @param state the provider's word for where it stands
     */
    public record BookedRefund(String reference, String id, String state, long amount) {}
}
