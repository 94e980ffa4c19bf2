package com.truecart.spi;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What an upstream answered.
 *
 * @param status the HTTP status
 * @param headers by lower-case name
 * @param body decoded by the stated charset, UTF-8 where none is stated
 * @param at when the last byte came
 */
public record Reply(int status, Map<String, List<String>> headers, String body, Instant at) {

    /** The first value of a header, whatever the case of its name. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream().findFirst();
    }

    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }
}
