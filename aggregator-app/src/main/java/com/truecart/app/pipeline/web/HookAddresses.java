package com.truecart.app.pipeline.web;

import com.truecart.app.connection.Connection;
import com.truecart.app.connection.Hooks;
import com.truecart.app.pipeline.web.ConnectionCard.Hook;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * The addresses to enter at upstreams that send hints: under the public address the operator
 * states, else under the one the page was asked for by.
 */
@Component
class HookAddresses {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Hooks hooks;
    private final String publicAddress;

    HookAddresses(Hooks hooks, @Value("${truecart.public-address:}") String publicAddress) {
        this.hooks = hooks;
        this.publicAddress = publicAddress.strip();
    }

    /** When each connection's upstream last sent something. */
    Map<String, Instant> lastHeard() {
        return hooks.latest();
    }

    /** Where this connection's upstream sends hints; empty where its kind hears none. */
    Optional<Hook> of(Connection connection, Map<String, Instant> lastHeard) {
        if (!hooks.hears(connection)) {
            return Optional.empty();
        }
        String base =
                publicAddress.isEmpty()
                        ? ServletUriComponentsBuilder.fromCurrentContextPath().toUriString()
                        : publicAddress.replaceAll("/+$", "");
        return Optional.of(
                new Hook(
                        base + "/hooks/" + connection.id(),
                        Optional.ofNullable(lastHeard.get(connection.id())),
                        !THIS_MACHINE.contains(String.valueOf(URI.create(base).getHost()))));
    }
}
