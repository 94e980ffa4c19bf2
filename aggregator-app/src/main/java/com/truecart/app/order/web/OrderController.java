package com.truecart.app.order.web;

import com.truecart.app.order.OrderId;
import com.truecart.app.order.OrderView;
import com.truecart.app.order.Orders;
import com.truecart.app.web.Problem;
import com.truecart.app.web.ShopperId;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A shopper's orders, and one of them until it is delivered. */
@Controller
class OrderController {
    private static final int LATEST = 50;
    private final Orders orders;

    OrderController(Orders orders) {
        this.orders = orders;
    }

    @GetMapping("/orders")
    String list(ShopperId shopper, Model model) {
        model.addAttribute("orders", orders.latest(shopper.value(), LATEST));
        return "order/orders";
    }

    @GetMapping("/orders/{id}")
    String show(ShopperId shopper, @PathVariable UUID id, Model model) {
        model.addAttribute("order", find(shopper, id));
        return "order/order";
    }

    /** Only what changes: asked for again and again by the page while something is open. */
    @GetMapping("/orders/{id}/state")
    String state(ShopperId shopper, @PathVariable UUID id, Model model) {
        model.addAttribute("order", find(shopper, id));
        return "order/state :: state";
    }

    private OrderView find(ShopperId shopper, UUID id) {
        OrderView order =
                orders.find(new OrderId(id), shopper.value())
                        .orElseThrow(() -> Problem.notFound("there is no such order"));
        orders.looksAt(order.id());
        return order;
    }
}
