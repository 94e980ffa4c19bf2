package com.truecart.app.connection;

import com.truecart.model.DeliveryTerms;
import com.truecart.model.Localized;
import com.truecart.model.OrderTerms;
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
 * @param orders what is known of the orders it takes, stated likewise
 */
public record Connection(
        String id,
        String kind,
        Localized name,
        Map<String, String> settings,
        Optional<DeliveryTerms> delivery,
        Duration pullEvery,
        boolean enabled,
        OrderTerms orders) {

    public Connection {
        settings = Map.copyOf(settings);
    }

    /** A connection of whose orders nothing is known. */
    public Connection(
            String id,
            String kind,
            Localized name,
            Map<String, String> settings,
            Optional<DeliveryTerms> delivery,
            Duration pullEvery,
            boolean enabled) {
        this(id, kind, name, settings, delivery, pullEvery, enabled, OrderTerms.NONE);
    }
}
