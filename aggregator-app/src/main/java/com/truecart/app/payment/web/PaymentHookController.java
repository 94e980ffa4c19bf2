package com.truecart.app.payment.web;

import com.truecart.app.payment.PaymentHooks;
import com.truecart.app.payment.PaymentHooks.Answer;
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

/**
 * Where payment providers send their notifications. No session, no form token: the account knows
 * its provider by a signature. The answers say as little as possible to anybody else.
 */
@RestController
class PaymentHookController {
    private static final Duration LATER = Duration.ofMinutes(1);

    private final PaymentHooks hooks;
    private final HookGate gate;
    private final Deliveries deliveries;

    PaymentHookController(PaymentHooks hooks, HookGate gate, Deliveries deliveries) {
        this.hooks = hooks;
        this.gate = gate;
        this.deliveries = deliveries;
    }

    @PostMapping("/hooks/payments/{account}")
    ResponseEntity<String> take(@PathVariable String account, HttpServletRequest request)
            throws IOException {
        if (!gate.admits("payments " + account, request.getRemoteAddr())) {
            return later(HttpStatus.TOO_MANY_REQUESTS, HookGate.PERIOD);
        }
        if (!hooks.isOpen(account)) {
            return answer(HttpStatus.NOT_FOUND);
        }
        return switch (deliveries.read(request)) {
            case Deliveries.Read.TooLarge _ -> answer(HttpStatus.CONTENT_TOO_LARGE);
            case Deliveries.Read.NoText _ -> answer(HttpStatus.BAD_REQUEST);
            case Deliveries.Read.Whole whole -> judge(account, whole.delivery());
        };
    }

    private ResponseEntity<String> judge(String account, Delivery delivery) {
        if (!gate.enter()) {
            return later(HttpStatus.SERVICE_UNAVAILABLE, Duration.ofSeconds(1));
        }
        try {
            return switch (hooks.take(account, delivery)) {
                case Answer.Taken taken -> told(taken.text());
                case Answer.NobodyThere _ -> answer(HttpStatus.NOT_FOUND);
                case Answer.Forged _ -> answer(HttpStatus.UNAUTHORIZED);
                case Answer.Later _ -> later(HttpStatus.SERVICE_UNAVAILABLE, LATER);
            };
        } finally {
            gate.leave();
        }
    }

    /** Some want a word, some an object. */
    private static ResponseEntity<String> told(String text) {
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
