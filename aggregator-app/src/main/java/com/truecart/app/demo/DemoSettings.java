package com.truecart.app.demo;

import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator sets for the demo.
 *
 * @param enabled whether the sandbox stores are started and connected
 * @param basePort the first of their ports; 0 takes any free ones
 * @param shipAfter how long after an order a sandbox store sends the parcel
 * @param deliverAfter how long after an order, not after sending, the parcel arrives
 * @param pricewatch address or folder of price-watch files; the published address where absent
 */
@ConfigurationProperties("truecart.demo")
public record DemoSettings(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("9100") int basePort,
        @DefaultValue("20s") Duration shipAfter,
        @DefaultValue("60s") Duration deliverAfter,
        Optional<String> pricewatch) {}
