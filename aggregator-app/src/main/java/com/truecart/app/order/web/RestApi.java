package com.truecart.app.order.web;

import com.truecart.app.order.OrderId;
import com.truecart.app.order.Orders;
import com.truecart.app.order.RestLine;
import com.truecart.app.order.Rests;
import com.truecart.app.web.Problem;
import com.truecart.app.web.ShopperId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What of an order no store delivers, for programs. */
@RestController
class RestApi {
    private final Orders orders;
    private final Rests rests;

    RestApi(Orders orders, Rests rests) {
        this.orders = orders;
        this.rests = rests;
    }

    /**
     * @param lines what is to be decided about
     * @param boughtAgain the ids of the orders in which some of it was bought
     */
    record RestBody(List<RestLineBody> lines, List<String> boughtAgain) {}

    record RestLineBody(String productId, Map<String, String> title, int quantity) {

        static RestLineBody of(RestLine line) {
            return new RestLineBody(
                    line.product().toString(), line.title().byLanguage(), line.quantity());
        }
    }

    @GetMapping("/api/v1/orders/{id}/rest")
    RestBody show(ShopperId shopper, @PathVariable UUID id) {
        return body(find(shopper, id));
    }

    /** Keeps the order as it is: nothing of the rest is offered to be bought any more. */
    @PostMapping("/api/v1/orders/{id}/rest/keep")
    RestBody keep(ShopperId shopper, @PathVariable UUID id) {
        OrderId order = find(shopper, id);
        rests.leaveOut(rests.of(order));
        return body(order);
    }

    private RestBody body(OrderId order) {
        return new RestBody(
                rests.of(order).stream().map(RestLineBody::of).toList(),
                rests.boughtAgain(order).stream().map(one -> one.order().toString()).toList());
    }

    private OrderId find(ShopperId shopper, UUID id) {
        return orders.find(new OrderId(id), shopper.value())
                .orElseThrow(() -> Problem.notFound("id: there is no such order"))
                .id();
    }
}
