package com.truecart.chaos;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something a provider or a store sends us.
 *
 * @param to the path it is sent to
 * @param headers whatever their names' case
 */
record Letter(String to, Map<String, String> headers, String body) {
    /** After so long a signature that carries a time is not taken any more. */
    static final Duration GOOD_FOR = Duration.ofMinutes(5);

    private static final Pattern STRIPES_TIME = Pattern.compile("t=(\\d+)");

    Letter {
        Map<String, String> sorted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        sorted.putAll(headers);
        headers = sorted;
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** When it was signed, where its signature carries that. */
    Optional<Instant> signedAt() {
        return header("Wechatpay-Timestamp")
                .or(() ->
                        header("Stripe-Signature")
                                .map(STRIPES_TIME::matcher)
                                .filter(Matcher::find)
                                .map(found -> found.group(1)))
                .map(Long::parseLong)
                .map(Instant::ofEpochSecond);
    }

    /** Whether its signature is too old by so much. */
    boolean isOlderThan(Duration age) {
        return signedAt().filter(at -> at.isBefore(Instant.now().minus(age))).isPresent();
    }

    /** The same to somebody else. */
    Letter sentTo(String other) {
        return new Letter(other, headers, body);
    }

    /** The same with another body. */
    Letter saying(String other) {
        return new Letter(to, headers, other);
    }

    /** The same with another header; empty: without it. */
    Letter with(String name, Optional<String> value) {
        Map<String, String> changed = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        changed.putAll(headers);
        changed.remove(name);
        value.ifPresent(one -> changed.put(name, one));
        return new Letter(to, changed, body);
    }
}
