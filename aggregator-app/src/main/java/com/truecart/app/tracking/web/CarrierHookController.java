package com.truecart.app.tracking.web;

import com.truecart.app.tracking.CarrierHooks;
import com.truecart.app.tracking.CarrierHooks.Answer;
import com.truecart.app.tracking.ParcelWatch;
import com.truecart.app.web.Deliveries;
import com.truecart.app.web.HookGate;
import com.truecart.spi.Delivery;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where services send what carriers say; they are known by a signature. */
@RestController
class CarrierHookController {
    private final CarrierHooks hooks;
    private final ParcelWatch watch;
    private final HookGate gate;
    private final Deliveries deliveries;

    CarrierHookController(
            CarrierHooks hooks, ParcelWatch watch, HookGate gate, Deliveries deliveries) {
        this.hooks = hooks;
        this.watch = watch;
        this.gate = gate;
        this.deliveries = deliveries;
    }

    @PostMapping("/hooks/carriers/{service}")
    ResponseEntity<String> take(@PathVariable String service, HttpServletRequest request)
            throws IOException {
        if (!gate.admits("carriers " + service, request.getRemoteAddr())) {
            return later(HttpStatus.TOO_MANY_REQUESTS, HookGate.PERIOD);
        }
        if (!watch.hasAccount(service)) {
            return answer(HttpStatus.NOT_FOUND);
        }
        return switch (deliveries.read(request)) {
            case Deliveries.Read.TooLarge _ -> answer(HttpStatus.CONTENT_TOO_LARGE);
            case Deliveries.Read.NoText _ -> answer(HttpStatus.BAD_REQUEST);
            case Deliveries.Read.Whole whole -> judge(service, whole.delivery());
        };
    }

    private ResponseEntity<String> judge(String service, Delivery delivery) {
        if (!gate.enter()) {
            return later(HttpStatus.SERVICE_UNAVAILABLE, Duration.ofSeconds(1));
        }
        try {
            return switch (hooks.take(service, delivery)) {
                case Answer.Taken taken ->
                        ResponseEntity.ok()
                                .contentType(
                                        taken.text().startsWith("{")
                                                ? MediaType.APPLICATION_JSON
                                                : MediaType.TEXT_PLAIN)
                                .body(taken.text());
                case Answer.NobodyThere _ -> answer(HttpStatus.NOT_FOUND);
                case Answer.Forged _ -> answer(HttpStatus.UNAUTHORIZED);
                case Answer.Unreadable _ -> answer(HttpStatus.UNPROCESSABLE_CONTENT);
            };
        } finally {
            gate.leave();
        }
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
