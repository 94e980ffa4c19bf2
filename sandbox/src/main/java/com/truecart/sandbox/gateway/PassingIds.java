package com.truecart.sandbox.gateway;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * Ids of two parts: one that is new with every call and is good for half an hour, and one that
 * names the product to one account.
 */
final class PassingIds {
    private static final Duration LIFE = Duration.ofMinutes(30);

    private final String account;
    private final char separator;
    private final Clock clock;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, Instant> issued = new HashMap<>();
    private long calls;

    PassingIds(String account, char separator, Clock clock) {
        this.account = account;
        this.separator = separator;
        this.clock = clock;
    }

    /** An id for this product, never given before. */
    synchronized String issue(int number) {
        calls++;
        String id = digest("call " + calls + " of " + number) + separator + tail(number);
        issued.put(id, clock.instant());
        numbers.put(id, number);
        return id;
    }

    /** The product an id still names. */
    synchronized Optional<Integer> number(String id) {
        Instant at = issued.get(id);
        return at == null || at.plus(LIFE).isBefore(clock.instant())
                ? Optional.empty()
                : Optional.ofNullable(numbers.get(id));
    }

    /** The part that stays. */
    String tail(int number) {
        return digest(account + " " + number);
    }

    private static String digest(String text) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
