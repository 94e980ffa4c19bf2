package com.truecart.app.order;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How patient placing is.
 *
 * @param dropAfter a send that has not left this long after its intent was committed is dropped
 * @param quietPeriod after this long an attempt can no longer arrive; longer than {@code dropAfter}
 *     and the slowest store together
 */
@ConfigurationProperties("truecart.orders")
public record OrderSettings(
        @DefaultValue("30s") Duration dropAfter, @DefaultValue("2m") Duration quietPeriod) {
    public OrderSettings {
        if (quietPeriod.compareTo(dropAfter.multipliedBy(2)) < 0) {
            throw new IllegalArgumentException(
                    "truecart.orders.quiet-period: must be at least twice drop-after ("
                            + dropAfter
                            + "), is "
                            + quietPeriod);
        }
    }
}
