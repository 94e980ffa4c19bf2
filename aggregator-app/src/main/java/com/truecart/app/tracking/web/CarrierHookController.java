package com.truecart.app.tracking.web;

import com.truecart.app.tracking.CarrierHooks;
import com.truecart.app.web.HookDoor;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where services send what carriers say; the account knows its service. */
@RestController
class CarrierHookController {
    private final CarrierHooks hooks;
    private final HookDoor door;

    CarrierHookController(CarrierHooks hooks, HookDoor door) {
        this.hooks = hooks;
        this.door = door;
    }

    @PostMapping("/hooks/carriers/{service}")
    ResponseEntity<String> take(@PathVariable String service, HttpServletRequest request)
            throws IOException {
        return door.take(
                "carriers " + service,
                request,
                () -> hooks.isOpen(service),
                delivery -> hooks.take(service, delivery));
    }
}
