package com.truecart.spi;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One request an upstream sent to us.
 *
 * @param method POST, mostly
 * @param uri as the sender addressed it, with the host and path it signed
 * @param headers by lower-case name
 * @param body as sent, UTF-8; a signature covers its bytes
 * @param at when it came
 */
public record Delivery(
        String method, URI uri, Map<String, List<String>> headers, String body, Instant at) {

    /** The first value of a header, whatever the case of its name. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream().findFirst();
    }
}
