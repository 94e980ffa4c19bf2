package com.truecart.payment;

import com.truecart.model.Money;
import java.util.Optional;

/**
 * Money to give back.
 *
 * @param payment the reference of the payment it is given back of
 * @param reference of this refund, ours: 8 to 40 of {@code a-z 0-9 -}
 * @param amount more than zero
 * @param total what the payment took in all, which some providers want to be told
 * @param why for the shopper and the books
 * @param of the merchant's share it is given back of; empty where the payment has no shares
 */
public record Refund(
        String payment,
        String reference,
        Money amount,
        Money total,
        String why,
        Optional<Share> of) {
    public Refund {
        if (!reference.matches("[a-z0-9-]{8,40}")) {
            throw new IllegalArgumentException(
                    "reference: 8 to 40 of a-z, 0-9 and -, is " + reference);
        }
        if (amount.minor() <= 0) {
            throw new IllegalArgumentException("amount: more than zero, is " + amount);
        }
    }

    /** Of a payment without shares. */
    public Refund(String payment, String reference, Money amount, Money total, String why) {
        this(payment, reference, amount, total, why, Optional.empty());
    }
}
