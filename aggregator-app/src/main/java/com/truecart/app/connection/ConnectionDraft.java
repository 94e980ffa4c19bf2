package com.truecart.app.connection;

import com.truecart.model.DeliveryTerms;
import com.truecart.model.Localized;
import com.truecart.model.OrderTerms;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A connection as an operator wants it.
 *
 * @param settings by name, secrets among them; a blank secret keeps the present one
 */
public record ConnectionDraft(
        String id,
        String kind,
        Localized name,
        Map<String, String> settings,
        Optional<DeliveryTerms> delivery,
        Duration pullEvery,
        boolean enabled,
        OrderTerms orders) {

    public ConnectionDraft {
        settings = Map.copyOf(settings);
    }

    /** A connection of whose orders nothing is stated. */
    public ConnectionDraft(
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
