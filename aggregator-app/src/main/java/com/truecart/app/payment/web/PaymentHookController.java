package com.truecart.app.payment.web;

import com.truecart.app.payment.PaymentHooks;
import com.truecart.app.web.HookDoor;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where payment providers send their notifications; the account knows its provider. */
@RestController
class PaymentHookController {
    private final PaymentHooks hooks;
    private final HookDoor door;

    PaymentHookController(PaymentHooks hooks, HookDoor door) {
        this.hooks = hooks;
        this.door = door;
    }

    @PostMapping("/hooks/payments/{account}")
    ResponseEntity<String> take(@PathVariable String account, HttpServletRequest request)
            throws IOException {
        return door.take(
                "payments " + account,
                request,
                () -> hooks.isOpen(account),
                delivery -> hooks.take(account, delivery));
    }
}
