package com.truecart.connector.ucp;

import com.truecart.spi.Call.Safety;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One operation of the shopping service, before a binding gives it its shape.
 *
 * @param tool its name over MCP
 * @param method of REST
 * @param path of REST, below the endpoint
 * @param id of the resource it is about
 * @param payload what is sent, under the name MCP has for it
 * @param key of a change, so that a repeat does nothing twice
 * @param safety what may be done when no answer comes
 */
record Operation(
        String tool,
        String method,
        String path,
        Optional<String> id,
        Optional<Payload> payload,
        Optional<UUID> key,
        Safety safety) {

    /** A body and the argument it is under MCP. */
    record Payload(String argument, Map<String, ?> body) {}
}
