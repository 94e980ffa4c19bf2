package com.truecart.app.connection.web;

import com.truecart.app.connection.Hooks;
import com.truecart.app.web.Deliveries;
import com.truecart.app.web.HookGate;
import com.truecart.spi.Delivery;
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
    private final HookGate gate;
    private final Deliveries deliveries;

    HookController(Hooks hooks, HookGate gate, Deliveries deliveries) {
        this.hooks = hooks;
        this.gate = gate;
        this.deliveries = deliveries;
    }

    @PostMapping("/hooks/{connection}")
    ResponseEntity<Void> take(@PathVariable String connection, HttpServletRequest request)
            throws IOException {
        if (!gate.admits(connection, request.getRemoteAddr())) {
            return later(HttpStatus.TOO_MANY_REQUESTS, HookGate.PERIOD.toSeconds());
        }
        if (!hooks.isOpen(connection)) {
            return answer(HttpStatus.NOT_FOUND);
        }
        return switch (deliveries.read(request)) {
            case Deliveries.Read.TooLarge _ -> answer(HttpStatus.CONTENT_TOO_LARGE);
            case Deliveries.Read.NoText _ -> answer(HttpStatus.BAD_REQUEST);
            case Deliveries.Read.Whole whole -> judge(connection, whole.delivery());
        };
    }

    private ResponseEntity<Void> judge(String connection, Delivery delivery) {
        if (!gate.enter()) {
            return later(HttpStatus.SERVICE_UNAVAILABLE, 1);
        }
        try {
            return switch (hooks.take(connection, delivery)) {
                case TAKEN -> answer(HttpStatus.OK);
                case NOBODY_THERE -> answer(HttpStatus.NOT_FOUND);
                case FORGED -> answer(HttpStatus.UNAUTHORIZED);
                case LATER -> later(HttpStatus.SERVICE_UNAVAILABLE, 60);
            };
        } finally {
            gate.leave();
        }
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

    private static ResponseEntity<Void> answer(HttpStatus status) {
        return ResponseEntity.status(status).build();
    }

    private static ResponseEntity<Void> later(HttpStatus status, long seconds) {
        return ResponseEntity.status(status)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(seconds))
                .build();
    }
}
