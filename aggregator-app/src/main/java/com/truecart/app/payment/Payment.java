package com.truecart.app.payment;

import com.truecart.model.Money;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One try to pay a bill, as recorded.
 *
 * @param reference ours, and the provider's for it
 * @param version counts the changes; a change against an older version is refused
 * @param sentAt when it was first about to be sent to the provider
 * @param givenUp whether it is not to be paid any more: it is released as soon as may be
 * @param held what the provider holds, not yet taken or let go
 * @param taken what it took in all, refunds not taken off
 * @param refunded what it gave back of that
 * @param failures calls in a row that gave no usable answer
 * @param providerId the provider's name for it, as first heard
 */
public record Payment(
        String reference,
        UUID order,
        String account,
        Money amount,
        URI comeBack,
        URI notifyAt,
        PaymentState state,
        int version,
        Optional<Instant> sentAt,
        boolean givenUp,
        Money held,
        Money taken,
        Money refunded,
        int failures,
        Optional<String> providerId,
        Instant createdAt,
        Instant changedAt) {}
