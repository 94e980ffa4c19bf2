package com.truecart.payment.wechat;

import com.truecart.payment.signature.Rsa;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * The key by which WeChat Pay signs what it answers and what it tells us: over time, nonce and
 * body, a line each, in headers named {@code Wechatpay-…}.
 */
final class PlatformKey {
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final String serial;
    private final PublicKey key;

    PlatformKey(String serial, PublicKey key) {
        this.serial = serial;
        this.key = key;
    }

    /** Why this is not WeChat Pay's; empty where it is. */
    Optional<String> fault(Function<String, Optional<String>> header, String body, Instant now) {
        String time = header.apply("Wechatpay-Timestamp").orElse("");
        if (!header.apply("Wechatpay-Serial").filter(serial::equals).isPresent()) {
            return Optional.of("it is signed by another key");
        }
        if (!time.matches("\\d{1,12}")) {
            return Optional.of("the signature has no time");
        }
        String text = time + "\n" + header.apply("Wechatpay-Nonce").orElse("") + "\n" + body + "\n";
        if (!Rsa.isSigned(key, text, header.apply("Wechatpay-Signature").orElse(""))) {
            return Optional.of("the signature does not fit");
        }
        Instant signed = Instant.ofEpochSecond(Long.parseLong(time));
        return Duration.between(signed, now).abs().compareTo(TOLERANCE) > 0
                ? Optional.of("it was signed at " + signed)
                : Optional.empty();
    }
}
