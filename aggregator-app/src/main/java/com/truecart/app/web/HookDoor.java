package com.truecart.app.web;

import com.truecart.spi.Delivery;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * How everything others send to {@code /hooks} comes in: no session, no form token, the sender is
 * known by a signature. The answers say as little as possible to anybody else.
 */
@Component
public class HookDoor {
    private static final Duration LATER = Duration.ofMinutes(1);
    private static final Duration FULL = Duration.ofSeconds(1);

    private final HookGate gate;
    private final Deliveries deliveries;

    HookDoor(HookGate gate, Deliveries deliveries) {
        this.gate = gate;
        this.deliveries = deliveries;
    }

    /**
     * Takes one delivery.
     *
     * @param about whom it is for; its senders are counted together
     * @param isOpen whether there is such a one; nothing is read where there is not
     * @param judge says what becomes of it
     */
    public ResponseEntity<String> take(
            String about,
            HttpServletRequest request,
            BooleanSupplier isOpen,
            Function<Delivery, HookAnswer> judge)
            throws IOException {
        if (!gate.admits(about, request.getRemoteAddr())) {
            return later(HttpStatus.TOO_MANY_REQUESTS, HookGate.PERIOD);
        }
        if (!isOpen.getAsBoolean()) {
            return answer(HttpStatus.NOT_FOUND);
        }
        return switch (deliveries.read(request)) {
            case Deliveries.Read.TooLarge _ -> answer(HttpStatus.CONTENT_TOO_LARGE);
            case Deliveries.Read.NoText _ -> answer(HttpStatus.BAD_REQUEST);
            case Deliveries.Read.Whole whole -> judged(whole.delivery(), judge);
        };
    }

    private ResponseEntity<String> judged(Delivery delivery, Function<Delivery, HookAnswer> judge) {
        if (!gate.enter()) {
            return later(HttpStatus.SERVICE_UNAVAILABLE, FULL);
        }
        try {
            return switch (judge.apply(delivery)) {
                case HookAnswer.Taken taken -> told(taken.text());
                case HookAnswer.NobodyThere _ -> answer(HttpStatus.NOT_FOUND);
                case HookAnswer.Forged _ -> answer(HttpStatus.UNAUTHORIZED);
                case HookAnswer.Unreadable _ -> answer(HttpStatus.UNPROCESSABLE_CONTENT);
                case HookAnswer.Later _ -> later(HttpStatus.SERVICE_UNAVAILABLE, LATER);
            };
        } finally {
            gate.leave();
        }
    }

    /** Some want a word, some an object, some nothing. */
    private static ResponseEntity<String> told(String text) {
        if (text.isBlank()) {
            return answer(HttpStatus.OK);
        }
        return ResponseEntity.ok()
                .contentType(
                        text.startsWith("{") ? MediaType.APPLICATION_JSON : MediaType.TEXT_PLAIN)
                .body(text);
    }

    private static ResponseEntity<String> answer(HttpStatus status) {
        return ResponseEntity.status(status).build();
    }

    private static ResponseEntity<String> later(HttpStatus status, Duration after) {
        return ResponseEntity.status(status)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(after.toSeconds()))
                .build();
    }
}
