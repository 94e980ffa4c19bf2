package com.truecart.testkit.corner;

import com.truecart.spi.Webhooks;
import java.util.UUID;

/** Mistakes in hearing. */
final class FaultyWebhooks {
    private FaultyWebhooks() {}

    static Webhooks namesAnew(Webhooks good) {
        return delivery ->
                good.hear(delivery) instanceof Webhooks.Hint(String _, Webhooks.About about)
                        ? new Webhooks.Hint(UUID.randomUUID().toString(), about)
                        : good.hear(delivery);
    }

    static Webhooks hearsAnybody(Webhooks good) {
        return delivery ->
                good.hear(delivery) instanceof Webhooks.Hint genuine
                        ? genuine
                        : new Webhooks.Hint("event-1", new Webhooks.AnOrder("order-7"));
    }
}
