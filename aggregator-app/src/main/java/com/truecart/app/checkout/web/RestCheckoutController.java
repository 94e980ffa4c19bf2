package com.truecart.app.checkout.web;

import com.truecart.app.checkout.Checkout;
import com.truecart.app.checkout.Checkouts;
import com.truecart.app.order.OrderId;
import com.truecart.app.order.Orders;
import com.truecart.app.order.RestLine;
import com.truecart.app.order.Rests;
import com.truecart.app.web.Problem;
import com.truecart.app.web.ShopperId;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Buys what no store delivers of an order somewhere else; what was placed stays as it is. */
@Controller
class RestCheckoutController {
    private final Orders orders;
    private final Rests rests;
    private final Checkouts checkouts;

    RestCheckoutController(Orders orders, Rests rests, Checkouts checkouts) {
        this.orders = orders;
        this.rests = rests;
        this.checkouts = checkouts;
    }

    @PostMapping("/orders/{id}/rest/replan")
    String replan(ShopperId shopper, @PathVariable UUID id) {
        return start(shopper, id)
                .map(checkout -> "redirect:/checkout/" + checkout.id())
                .orElse("redirect:/orders/" + id + "?unsold=true");
    }

    /** The same for programs: a checkout to be confirmed like any other. */
    @PostMapping("/api/v1/orders/{id}/rest/checkouts")
    ResponseEntity<CheckoutBody> begin(ShopperId shopper, @PathVariable UUID id) {
        Checkout checkout =
                start(shopper, id)
                        .orElseThrow(() ->
                                Problem.conflict(
                                        "rest: no other store that takes our orders sells any of"
                                                + " it now; wait, or keep the order as it is"));
        return ResponseEntity.created(URI.create("/api/v1/checkouts/" + checkout.id()))
                .body(CheckoutBody.of(checkout, Optional.empty()));
    }

    private Optional<Checkout> start(ShopperId shopper, UUID id) {
        OrderId order =
                orders.find(new OrderId(id), shopper.value())
                        .orElseThrow(() -> Problem.notFound("id: there is no such order"))
                        .id();
        List<RestLine> rest = rests.of(order);
        if (rest.isEmpty()) {
            throw Problem.conflict(
                    "rest: nothing of this order is missing that you have not decided about");
        }
        return checkouts.startRest(shopper.value(), rest);
    }
}
