package com.truecart.app.payment;

import com.truecart.model.Money;
import java.time.Instant;
import java.util.UUID;

/**
 * Money a shopper should have got back that the provider did not give back: it is not asked again,
 * so a person has to see to it.
 *
 * @param subject what the shopper reads at the provider: the order's number
 * @param account the account at the provider
 * @param payment the reference of the payment, by which the provider knows it
 * @param why the provider's words
 */
public record FailedRefund(
        UUID order,
        String subject,
        String account,
        String payment,
        Money amount,
        String why,
        Instant at) {}
