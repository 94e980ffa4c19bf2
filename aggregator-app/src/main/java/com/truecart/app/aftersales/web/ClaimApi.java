package com.truecart.app.aftersales.web;

import com.truecart.app.aftersales.Claim;
import com.truecart.app.aftersales.ClaimId;
import com.truecart.app.aftersales.Claims;
import com.truecart.app.aftersales.Claims.NotAllowed;
import com.truecart.app.aftersales.Simulation;
import com.truecart.app.aftersales.web.ClaimBodies.ClaimBody;
import com.truecart.app.aftersales.web.ClaimBodies.SimulationBody;
import com.truecart.app.aftersales.web.ClaimBodies.WishBody;
import com.truecart.app.order.OrderId;
import com.truecart.app.order.Orders;
import com.truecart.app.order.SoldParts;
import com.truecart.app.order.SoldParts.SoldPart;
import com.truecart.app.web.Problem;
import com.truecart.app.web.ShopperId;
import java.net.URI;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Claims for programs: worked out first, then asked for. */
@RestController
class ClaimApi {
    private final Claims claims;
    private final Orders orders;
    private final SoldParts parts;

    ClaimApi(Claims claims, Orders orders, SoldParts parts) {
        this.claims = claims;
        this.orders = orders;
        this.parts = parts;
    }

    /** What would come back; nothing is asked of the store. */
    @PostMapping("/api/v1/orders/{order}/claims/simulation")
    SimulationBody simulate(
            ShopperId shopper, @PathVariable UUID order, @RequestBody WishBody body) {
        try {
            return SimulationBody.of(claims.simulate(part(shopper, order, body), body.wish()));
        } catch (NotAllowed no) {
            throw refused(no);
        }
    }

    @PostMapping("/api/v1/orders/{order}/claims")
    ResponseEntity<ClaimBody> ask(
            ShopperId shopper, @PathVariable UUID order, @RequestBody WishBody body) {
        SoldPart part = part(shopper, order, body);
        try {
            Simulation now = claims.simulate(part, body.wish());
            if (!ClaimWords.fingerprint(now).equals(body.agreed())) {
                throw Problem.conflict(
                        "agreed: must be what the simulation gives, which is now '"
                                + ClaimWords.fingerprint(now)
                                + "'");
            }
            ClaimId id = claims.make(part, body.wish(), now);
            return ResponseEntity.created(URI.create("/api/v1/claims/" + id))
                    .body(ClaimBody.of(told(shopper, id)));
        } catch (NotAllowed no) {
            throw refused(no);
        }
    }

    @GetMapping("/api/v1/claims/{id}")
    ClaimBody show(ShopperId shopper, @PathVariable UUID id) {
        return ClaimBody.of(told(shopper, new ClaimId(id)));
    }

    private static ErrorResponseException refused(NotAllowed no) {
        return Problem.conflict(
                switch (no.problem()) {
                    case NOT_NOW -> "kind: cannot be asked for in the state the order is in";
                    case NO_LINE -> "units: at least one line is needed";
                    case TOO_MANY -> "units: more than were bought and not given back yet";
                    case TOO_LONG -> "words: at most 2000 characters";
                    case ANOTHER_IS_RUNNING -> "another claim about this part is running";
                    case CHANGED -> "agreed: what would come back has changed; simulate again";
                });
    }

    private Claim.Told told(ShopperId shopper, ClaimId id) {
        return claims.find(id, shopper.value())
                .orElseThrow(() -> Problem.notFound("id: there is no such claim"));
    }

    private SoldPart part(ShopperId shopper, UUID order, WishBody body) {
        return orders
                .find(new OrderId(order), shopper.value())
                .orElseThrow(() -> Problem.notFound("order: there is no such order"))
                .parts()
                .stream()
                .map(part -> part.subOrder())
                .filter(part -> part.store().toString().equals(body.store()))
                .findFirst()
                .flatMap(part -> parts.find(part.id(), shopper.value()))
                .orElseThrow(
                        () -> Problem.badRequest("store", "must be one of the order's stores"));
    }
}
