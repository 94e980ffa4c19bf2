package com.truecart.app.payment;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a shopper has to pay.
 *
 * @param payWithin after this long without payment nothing is ordered; the stores' quotes are not
 *     good for much longer, and an intent older than an hour is not sent
 */
@ConfigurationProperties("truecart.payments")
public record PaymentSettings(@DefaultValue("30m") Duration payWithin) {
    /** No shopper is given longer, so no code at a provider is good for longer. */
    static final Duration LONGEST = Duration.ofMinutes(40);

    public PaymentSettings {
        if (payWithin.compareTo(Duration.ofMinutes(1)) < 0 || payWithin.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "truecart.payments.pay-within: must be between 1 and 40 minutes, is "
                            + payWithin);
        }
    }
}
