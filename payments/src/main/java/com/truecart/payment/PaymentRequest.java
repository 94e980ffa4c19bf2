package com.truecart.payment;

import com.truecart.model.Money;
import java.net.URI;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
 * @param shares what is whose, the amount in all; empty where all of it goes to the account that is
 *     asked. Only with {@link PaymentProvider.Ability#COMBINE}
 */
public record PaymentRequest(
        String reference,
        Money amount,
        String subject,
        URI comeBack,
        URI notifyAt,
        Instant until,
        List<Share> shares) {
    public PaymentRequest {
        if (!reference.matches("[a-z0-9-]{8,32}")) {
            throw new IllegalArgumentException(
                    "reference: 8 to 32 of a-z, 0-9 and -, is " + reference);
        }
        if (amount.minor() <= 0) {
            throw new IllegalArgumentException("amount: more than zero, is " + amount);
        }
        shares = List.copyOf(shares);
        if (!shares.isEmpty()) {
            Money sum =
                    shares.stream()
                            .map(Share::amount)
                            .reduce(Money.zero(amount.currency()), Money::plus);
            if (!sum.equals(amount)) {
                throw new IllegalArgumentException("shares: come to " + sum + ", not " + amount);
            }
            Set<String> references = new HashSet<>();
            shares.forEach(share -> references.add(share.reference()));
            if (references.size() < shares.size()) {
                throw new IllegalArgumentException("shares: two have the same reference");
            }
        }
    }

    /** All of it goes to the account that is asked. */
    public PaymentRequest(
            String reference,
            Money amount,
            String subject,
            URI comeBack,
            URI notifyAt,
            Instant until) {
        this(reference, amount, subject, comeBack, notifyAt, until, List.of());
    }

    /**
     * For providers that pay one account: money of several merchants is never pooled in it.
     *
     * @throws PaymentRefused where there are shares
     */
    public void refuseShares() {
        if (!shares.isEmpty()) {
            throw new PaymentRefused(
                    "shares", "it cannot keep apart what is several merchants' money");
        }
    }
}
