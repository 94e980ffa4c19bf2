package com.truecart.testkit.corner;

import com.truecart.kit.Json;
import com.truecart.spi.ConnectorContext;
import com.truecart.spi.Delivery;
import com.truecart.spi.Webhooks;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** What the corner shop tells us unasked. */
final class CornerWebhooks implements Webhooks {
    private final ConnectorContext context;

    CornerWebhooks(ConnectorContext context) {
        this.context = context;
    }

    // guide: webhooks
    @Override
    public Heard hear(Delivery delivery) {
        String expected =
                context.secret(CornerProvider.WEBHOOK_SECRET)
                        .map(secret -> Hmac.sha256(secret.reveal(), delivery.body()))
                        .orElse("");
        String found = delivery.header("Corner-Signature").orElse("");
        // in constant time, and an empty signature is never right
        if (expected.isEmpty()
                || !MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8),
                        found.getBytes(StandardCharsets.UTF_8))) {
            return new Forged("the signature is not the shop's");
        }
        Json body = Json.parse(delivery.body());
        return new Hint(body.text("event"), new AnOrder(body.text("order")));
    }
    // end
}
