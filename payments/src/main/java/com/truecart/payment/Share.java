package com.truecart.payment;

import com.truecart.model.Money;

/**
 * What of a payment is one merchant's: it goes to that merchant's own account, and what is given
 * back of it comes from there.
 *
 * @param merchant the provider's number of the merchant
 * @param reference ours, of this part: 8 to 32 of {@code a-z 0-9 -}
 * @param amount more than zero
 * @param subject what the shopper reads at the provider beside the amount
 */
public record Share(String merchant, String reference, Money amount, String subject) {
    public Share {
        if (!reference.matches("[a-z0-9-]{8,32}")) {
            throw new IllegalArgumentException(
                    "reference: 8 to 32 of a-z, 0-9 and -, is " + reference);
        }
        if (amount.minor() <= 0) {
            throw new IllegalArgumentException("amount: more than zero, is " + amount);
        }
    }
}
