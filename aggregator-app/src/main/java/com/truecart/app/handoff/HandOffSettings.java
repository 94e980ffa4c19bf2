package com.truecart.app.handoff;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the orders made through tracked links are read.
 *
 * @param every how often each connection is asked
 * @param pagesAtOnce how many pages are read in one go; the rest has to wait for its turn
 * @param matchWithin how long after a visit an order without a reference of ours can be its
 * @param keep how long visits are kept that no order came of, and orders that came of no visit of
 *     ours
 */
@ConfigurationProperties("truecart.hand-offs")
public record HandOffSettings(
        @DefaultValue("1h") Duration every,
        @DefaultValue("200") int pagesAtOnce,
        @DefaultValue("1d") Duration matchWithin,
        @DefaultValue("90d") Duration keep) {
    public HandOffSettings {
        if (every.compareTo(Duration.ofMinutes(1)) < 0) {
            throw new IllegalArgumentException("truecart.hand-offs.every: at least a minute");
        }
        if (pagesAtOnce < 1) {
            throw new IllegalArgumentException("truecart.hand-offs.pages-at-once: at least 1");
        }
    }
}
