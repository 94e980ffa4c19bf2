package com.truecart.app.order.web;

import com.truecart.app.basket.Baskets;
import com.truecart.app.handoff.HandOffReports;
import com.truecart.app.order.OrderId;
import com.truecart.app.order.OrderView;
import com.truecart.app.order.Orders;
import com.truecart.app.order.RestIntoBasket;
import com.truecart.app.order.RestLine;
import com.truecart.app.order.Rests;
import com.truecart.app.order.SubOrderState.AwaitingBuyer;
import com.truecart.app.payment.Payments;
import com.truecart.app.web.Problem;
import com.truecart.app.web.ShopperId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriUtils;

/** A shopper's orders, and one of them until it is delivered. */
@Controller
class OrderController {
    private static final int LATEST = 50;
    private final Orders orders;
    private final RestIntoBasket intoBasket;
    private final HandOffReports handOffs;
    private final Payments payments;
    private final Rests rests;

    OrderController(
            Orders orders,
            RestIntoBasket intoBasket,
            HandOffReports handOffs,
            Payments payments,
            Rests rests) {
        this.rests = rests;
        this.intoBasket = intoBasket;
        this.orders = orders;
        this.handOffs = handOffs;
        this.payments = payments;
    }

    @GetMapping("/orders")
    String list(ShopperId shopper, Model model) {
        model.addAttribute("orders", orders.latest(shopper.value(), LATEST));
        model.addAttribute("handOffs", handOffs.latest(shopper.value(), LATEST));
        return "order/orders";
    }

    @GetMapping("/orders/{id}")
    String show(
            ShopperId shopper,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean unsold,
            @RequestParam(defaultValue = "") String basket,
            Model model) {
        fill(shopper, id, model);
        model.addAttribute("unsold", unsold);
        model.addAttribute("basket", basket);
        model.addAttribute("mostWants", Baskets.MOST_WANTS);
        return "order/order";
    }

    /** Only what changes: asked for again and again by the page while something is open. */
    @GetMapping("/orders/{id}/state")
    String state(ShopperId shopper, @PathVariable UUID id, Model model) {
        fill(shopper, id, model);
        return "order/state :: state";
    }

    /**
     * Puts what a store did not sell into the basket again, once, to be planned without that store.
     */
    @PostMapping("/orders/{id}/parts/{part}/replan")
    String replan(ShopperId shopper, @PathVariable UUID id, @PathVariable UUID part) {
        OrderView order = find(shopper, id);
        OrderView.Part failed =
                order.parts().stream()
                        .filter(one -> one.subOrder().id().value().equals(part))
                        .filter(OrderView.Part::canBePlannedAgain)
                        .findFirst()
                        .orElseThrow(() ->
                                Problem.conflict(
                                        "this part of the order is not one that was refused or cancelled"));
        List<RestLine> lines =
                rests.of(order.id()).stream()
                        .filter(line -> line.part().equals(failed.subOrder().id()))
                        .toList();
        return switch (intoBasket.put(shopper.value(), lines)) {
            case PUT ->
                    "redirect:/basket?without="
                            + UriUtils.encode(
                                    failed.subOrder().store().toString(), StandardCharsets.UTF_8);
            case DECIDED_BEFORE -> "redirect:/orders/" + id + "?basket=decided";
            case BASKET_FULL -> "redirect:/orders/" + id + "?basket=full";
        };
    }

    /** The shopper keeps the order as it is. */
    @PostMapping("/orders/{id}/rest/keep")
    String keep(ShopperId shopper, @PathVariable UUID id) {
        rests.leaveOut(rests.of(find(shopper, id).id()));
        return "redirect:/orders/" + id;
    }

    /** The shopper did not buy where the store wanted the order finished on its own page. */
    @PostMapping("/orders/{id}/parts/{part}/decline")
    String decline(ShopperId shopper, @PathVariable UUID id, @PathVariable UUID part) {
        boolean declined =
                find(shopper, id).parts().stream()
                        .map(OrderView.Part::subOrder)
                        .filter(one -> one.id().value().equals(part))
                        .anyMatch(
                                one -> one.state() instanceof AwaitingBuyer && orders.decline(one));
        if (!declined) {
            throw Problem.conflict("this part of the order does not wait for you any more");
        }
        return "redirect:/orders/" + id;
    }

    private void fill(ShopperId shopper, UUID id, Model model) {
        OrderView order = find(shopper, id);
        model.addAttribute("order", order);
        model.addAttribute("rest", rests.of(order.id()));
        model.addAttribute("boughtAgain", rests.boughtAgain(order.id()));
        model.addAttribute("payment", payments.of(id).orElse(null));
    }

    private OrderView find(ShopperId shopper, UUID id) {
        OrderView order =
                orders.find(new OrderId(id), shopper.value())
                        .orElseThrow(() -> Problem.notFound("there is no such order"));
        orders.looksAt(order.id());
        return order;
    }
}
