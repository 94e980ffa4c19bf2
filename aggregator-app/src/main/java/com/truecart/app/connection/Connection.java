package com.truecart.app.connection;

import com.truecart.model.DeliveryTerms;
import com.truecart.model.Localized;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * One configured upstream: a row, not code.
 *
 * @param id short, stable, lower case
 * @param kind which connector serves it
 * @param settings without secrets
 * @param delivery what is known of its delivery fee, stated by the operator or the shop
 * @param pullEvery how often its catalogue is pulled
 */
public record Connection(
        String id,
        String kind,
        Localized name,
        Map<String, String> settings,
        Optional<DeliveryTerms> delivery,
        Duration pullEvery,
        boolean enabled) {

    public Connection {
        settings = Map.copyOf(settings);
    }
}
