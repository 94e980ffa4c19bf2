package com.truecart.app.payment;

import java.time.Instant;

/**
 * One thing that was learnt of, or decided about, one try to pay.
 *
 * @param payment the reference of the try
 * @param detail the provider's words or figures
 */
public record PaymentHappening(
        String payment, Instant at, String kind, String from, String to, String detail) {}
