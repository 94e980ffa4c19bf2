package com.truecart.app.connection.web;

import com.truecart.app.connection.Hooks;
import com.truecart.spi.Delivery;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Where upstreams send us hints. No session, no form token: the connector knows its upstream by a
 * signature. The answers say as little as possible to whoever is not the upstream.
 */
@RestController
class HookController {
    /** The largest delivery of the platforms we know is a whole order, well below this. */
    static final int LARGEST = 256 << 10;

    private static final Duration INTRODUCED_FOR = Duration.ofMinutes(5);

    private final Hooks hooks;
    private final HookGate gate;
    private final Clock clock;
    private final Optional<URI> publicAddress;

    HookController(
            Hooks hooks,
            HookGate gate,
            Clock clock,
            @Value("${truecart.public-address:}") String publicAddress) {
        this.hooks = hooks;
        this.gate = gate;
        this.clock = clock;
        this.publicAddress =
                Optional.of(publicAddress.strip()).filter(text -> !text.isEmpty()).map(URI::create);
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
        if (request.getContentLengthLong() > LARGEST) {
            return answer(HttpStatus.CONTENT_TOO_LARGE);
        }
        byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            return answer(HttpStatus.CONTENT_TOO_LARGE);
        }
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
        } catch (CharacterCodingException e) {
            return answer(HttpStatus.BAD_REQUEST);
        }
        if (!gate.enter()) {
            return later(HttpStatus.SERVICE_UNAVAILABLE, 1);
        }
        try {
            Delivery delivery =
                    new Delivery(
                            request.getMethod(),
                            addressed(request),
                            headers(request),
                            text,
                            clock.instant());
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
            return hooks.introduction(connection, deliveries(connection, request))
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

    private URI deliveries(String connection, HttpServletRequest request) {
        String here = ServletUriComponentsBuilder.fromContextPath(request).build().toUriString();
        return URI.create(
                without(publicAddress.map(URI::toString).orElse(here)) + "/hooks/" + connection);
    }

    /** The address as the upstream knows it: behind a proxy, the one the operator states. */
    private URI addressed(HttpServletRequest request) {
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        return publicAddress
                .map(base -> URI.create(without(base.toString()) + request.getRequestURI() + query))
                .orElseGet(() -> URI.create(request.getRequestURL() + query));
    }

    private static String without(String base) {
        return base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    }

    private static Map<String, List<String>> headers(HttpServletRequest request) {
        Map<String, List<String>> headers = new HashMap<>();
        for (String name : Collections.list(request.getHeaderNames())) {
            headers.put(
                    name.toLowerCase(Locale.ROOT),
                    List.copyOf(Collections.list(request.getHeaders(name))));
        }
        return headers;
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
