package com.truecart.payment;

import com.truecart.model.Money;
import java.net.URI;
import java.time.Instant;

/**
 * What a shopper is to pay.
 *
 * @param reference ours: 8 to 32 of {@code a-z 0-9 -}; names this try for ever, also to the
 *     provider
 * @param amount more than zero
 * @param subject what the shopper reads at the provider, such as the order's number
 * @param comeBack the page of ours to which the provider sends the shopper back
 * @param notifyAt where the provider sends its notifications
 * @param until after this moment it can no longer be paid; a provider that cannot close so soon
 *     keeps it open as short as it can, so release then what is not paid
 */
public record PaymentRequest(
        String reference, Money amount, String subject, URI comeBack, URI notifyAt, Instant until) {
    public PaymentRequest {
        if (!reference.matches("[a-z0-9-]{8,32}")) {
            throw new IllegalArgumentException(
                    "reference: 8 to 32 of a-z, 0-9 and -, is " + reference);
        }
        if (amount.minor() <= 0) {
            throw new IllegalArgumentException("amount: more than zero, is " + amount);
        }
    }
}
