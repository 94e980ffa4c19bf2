package com.truecart.payment.stripe;

import com.truecart.kit.Json;
import com.truecart.payment.PaymentProvider.Heard;
import com.truecart.spi.Delivery;
import com.truecart.spi.Secret;
import com.truecart.spi.UpstreamException.Misconfigured;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Stripe's webhooks: {@code Stripe-Signature: t=…,v1=…}, where v1 is the HMAC-SHA256 in hexadecimal
 * of time, point and body (docs.stripe.com/webhooks). While a secret is rolled there is a v1 for
 * each.
 */
final class Events {
    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final Pattern COMMA = Pattern.compile(",");

    /** Stripe wants any 2xx. */
    private static final String ANSWER = "";

    private final Optional<Secret> secret;

    Events(Optional<Secret> secret) {
        this.secret = secret;
    }

    Heard hear(Delivery delivery) {
        Secret key =
                secret.orElseThrow(
                        () -> new Misconfigured(StripeKind.WEBHOOK_SECRET, "is not filled in"));
        Optional<String> fault = fault(delivery, key);
        if (fault.isPresent()) {
            return new Heard.Forged(fault.get());
        }
        Json event = Json.parse(delivery.body());
        String id = event.text("id");
        Json object = event.at("data").at("object");
        // a refund names its payment and itself, all others the payment only
        return Translate.mark(object, Translate.PAYMENT)
                .or(() -> Translate.mark(object, Translate.REFERENCE))
                .<Heard>map(reference -> new Heard.Hint(id, reference, ANSWER))
                .orElseGet(() -> new Heard.NothingWeFollow(id, ANSWER));
    }

    private static Optional<String> fault(Delivery delivery, Secret key) {
        Optional<String> header = delivery.header("Stripe-Signature");
        if (header.isEmpty()) {
            return Optional.of("it is not signed");
        }
        String time = "";
        List<String> signatures = new ArrayList<>();
        for (String part : COMMA.split(header.get(), -1)) {
            if (part.startsWith("t=")) {
                time = part.substring(2);
            } else if (part.startsWith("v1=")) {
                signatures.add(part.substring(3));
            }
        }
        if (!time.matches("\\d{1,12}")) {
            return Optional.of("the signature has no time");
        }
        byte[] expected =
                hmac(key, time + "." + delivery.body()).getBytes(StandardCharsets.US_ASCII);
        boolean matches = false;
        for (String signature : signatures) {
            // no short cut: how long it takes tells nothing
            matches |=
                    MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.US_ASCII));
        }
        if (!matches) {
            return Optional.of("the signature does not fit");
        }
        Instant signed = Instant.ofEpochSecond(Long.parseLong(time));
        return Duration.between(signed, delivery.at()).abs().compareTo(TOLERANCE) > 0
                ? Optional.of("it was signed at " + signed)
                : Optional.empty();
    }

    private static String hmac(Secret key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(
                    new SecretKeySpec(key.reveal().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
