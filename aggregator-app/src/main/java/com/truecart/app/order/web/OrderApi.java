package com.truecart.app.order.web;

import com.truecart.app.order.OrderId;
import com.truecart.app.order.OrderView;
import com.truecart.app.order.Orders;
import com.truecart.app.web.Problem;
import com.truecart.app.web.ShopperId;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Orders for programs. */
@RestController
class OrderApi {
    private static final int LATEST = 50;
    private final Orders orders;

    OrderApi(Orders orders) {
        this.orders = orders;
    }

    /** The latest orders, newest first. */
    record OrdersBody(List<OrderBody> orders) {}

    @GetMapping("/api/v1/orders")
    OrdersBody latest(ShopperId shopper) {
        return new OrdersBody(
                orders.latest(shopper.value(), LATEST).stream().map(OrderBody::of).toList());
    }

    @GetMapping("/api/v1/orders/{id}")
    OrderBody show(ShopperId shopper, @PathVariable UUID id) {
        OrderView order =
                orders.find(new OrderId(id), shopper.value())
                        .orElseThrow(() -> Problem.notFound("id: there is no such order"));
        orders.looksAt(order.id());
        return OrderBody.of(order);
    }
}
