package com.truecart.app.connection.web;

import com.truecart.app.connection.Hooks;
import com.truecart.app.web.Deliveries;
import com.truecart.app.web.HookDoor;
import com.truecart.app.web.HookGate;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where upstreams send us hints. No session, no form token: the connector knows its upstream by a
 * signature. The answers say as little as possible to whoever is not the upstream.
 */
@RestController
class HookController {
    private static final Duration INTRODUCED_FOR = Duration.ofMinutes(5);

    private final Hooks hooks;
    private final HookDoor door;
    private final HookGate gate;
    private final Deliveries deliveries;

    HookController(Hooks hooks, HookDoor door, HookGate gate, Deliveries deliveries) {
        this.hooks = hooks;
        this.door = door;
        this.gate = gate;
        this.deliveries = deliveries;
    }

    @PostMapping("/hooks/{connection}")
    ResponseEntity<String> take(@PathVariable String connection, HttpServletRequest request)
            throws IOException {
        return door.take(
                connection,
                request,
                () -> hooks.isOpen(connection),
                delivery -> hooks.take(connection, delivery));
    }

    /** Who we are, for the upstream of this connection and anybody else. */
    @GetMapping("/hooks/{connection}/profile")
    ResponseEntity<String> introduce(@PathVariable String connection, HttpServletRequest request) {
        if (!gate.admits(connection + " profile", request.getRemoteAddr()) || !gate.enter()) {
            return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                    .header(HttpHeaders.RETRY_AFTER, Long.toString(HookGate.PERIOD.toSeconds()))
                    .build();
        }
        try {
            return hooks.introduction(
                            connection, deliveries.address(request, "/hooks/" + connection))
                    .map(document ->
                            ResponseEntity.ok()
                                    .cacheControl(CacheControl.maxAge(INTRODUCED_FOR).cachePublic())
                                    .contentType(MediaType.parseMediaType(document.mediaType()))
                                    .body(document.text()))
                    .orElseGet(() -> ResponseEntity.notFound().build());
        } finally {
            gate.leave();
        }
    }
}
