package com.truecart.app.order.web;

import com.truecart.app.order.OrderId;
import com.truecart.app.order.OrderView;
import com.truecart.app.order.Orders;
import com.truecart.app.order.RestIntoBasket;
import com.truecart.app.order.RestLine;
import com.truecart.app.order.Rests;
import com.truecart.app.payment.Payment;
import com.truecart.app.payment.PaymentState.AwaitingShopper;
import com.truecart.app.payment.PaymentView;
import com.truecart.app.payment.Payments;
import com.truecart.app.web.Deliveries;
import com.truecart.app.web.Problem;
import com.truecart.app.web.ShopperId;
import com.truecart.payment.Standing.Step;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Paying us for an order: which way, what to do, and what to do where it does not work. */
@Controller
class PayController {
    private final Orders orders;
    private final Payments payments;
    private final Rests rests;
    private final RestIntoBasket intoBasket;
    private final Deliveries deliveries;

    PayController(
            Orders orders,
            Payments payments,
            Rests rests,
            RestIntoBasket intoBasket,
            Deliveries deliveries) {
        this.orders = orders;
        this.payments = payments;
        this.rests = rests;
        this.intoBasket = intoBasket;
        this.deliveries = deliveries;
    }

    @GetMapping("/orders/{id}/pay")
    String show(
            ShopperId shopper,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String ticket,
            Model model) {
        OrderView order = find(shopper, id);
        PaymentView payment = payment(id);
        if (!payment.isOpen()) {
            return "redirect:/orders/" + id;
        }
        payments.lookNow(id);
        fill(order, payment, model);
        model.addAttribute("ticket", payments.hasTicket(id, ticket) ? ticket : null);
        return "order/pay";
    }

    /**
     * Only what changes: asked for again and again by the page. Where nothing changed the page
     * stays as it is, with whatever has the focus.
     *
     * @param seen {@link PaymentView#mark()} of what the page shows
     */
    @GetMapping("/orders/{id}/pay/state")
    String state(
            ShopperId shopper,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String seen,
            HttpServletResponse response,
            Model model) {
        OrderView order = find(shopper, id);
        PaymentView payment = payment(id);
        fill(order, payment, model);
        if (payment.isOpen() && payment.mark().equals(seen)) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        }
        if (!payment.isOpen()) {
            response.setHeader("HX-Redirect", "/orders/" + id);
        }
        return "order/pay-state :: state";
    }

    /** What is to be scanned, as a picture. */
    @GetMapping("/orders/{id}/pay/code.svg")
    ResponseEntity<String> code(ShopperId shopper, @PathVariable UUID id) {
        find(shopper, id);
        String text =
                payment(id)
                        .latest()
                        .map(Payment::state)
                        .flatMap(state ->
                                state instanceof AwaitingShopper(Step.Scan(String scanned), var _)
                                        ? Optional.of(scanned)
                                        : Optional.empty())
                        .orElseThrow(() -> Problem.notFound("there is nothing to scan now"));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header("Content-Type", "image/svg+xml")
                .body(ScanCode.svg(text));
    }

    /** Pays this way; an earlier try is closed first, and the quote stays as it is. */
    @PostMapping("/orders/{id}/pay")
    String pay(
            ShopperId shopper,
            @PathVariable UUID id,
            @RequestParam String account,
            HttpServletRequest request) {
        find(shopper, id);
        payments.pay(id, account, here(request, id), notices(deliveries, request));
        return "redirect:/orders/" + id + "/pay";
    }

    /**
     * The shopper wants it otherwise: nothing of this is ordered, and all of it is in the basket
     * again, where quantities are changed; the address is asked for with the new quote. A payment
     * that is under way comes first: as long as it may be paid nothing is in the basket, and the
     * page says so.
     */
    @PostMapping("/orders/{id}/pay/change")
    String change(ShopperId shopper, @PathVariable UUID id) {
        OrderId order = find(shopper, id).id();
        boolean open = payment(id).isOpen();
        payments.callOff(id);
        if (payment(id).isOpen()) {
            return "redirect:/orders/" + id + "/pay";
        }
        List<RestLine> rest = rests.of(order);
        if (!open || rest.isEmpty()) {
            return "redirect:/orders/" + id;
        }
        return switch (intoBasket.put(shopper.value(), rest)) {
            case PUT -> "redirect:/basket";
            case DECIDED_BEFORE -> "redirect:/orders/" + id + "?basket=decided";
            case BASKET_FULL -> "redirect:/orders/" + id + "?basket=full";
        };
    }

    /** The shopper does not pay: nothing is ordered. */
    @PostMapping("/orders/{id}/pay/decline")
    String decline(ShopperId shopper, @PathVariable UUID id) {
        find(shopper, id);
        payments.callOff(id);
        return "redirect:/orders/" + id;
    }

    /** Keeps what was tried under a number that a person can be told. */
    @PostMapping("/orders/{id}/pay/help")
    String help(ShopperId shopper, @PathVariable UUID id) {
        find(shopper, id);
        payment(id);
        return "redirect:/orders/" + id + "/pay?ticket=" + payments.askForHelp(id);
    }

    private void fill(OrderView order, PaymentView payment, Model model) {
        model.addAttribute("order", order);
        model.addAttribute("payment", payment);
        model.addAttribute("ways", payments.ways(order.currency()));
    }

    private OrderView find(ShopperId shopper, UUID id) {
        return orders.find(new OrderId(id), shopper.value())
                .orElseThrow(() -> Problem.notFound("there is no such order"));
    }

    private PaymentView payment(UUID id) {
        return payments.of(id)
                .orElseThrow(
                        () -> Problem.notFound("nothing of this order is paid through Truecart"));
    }

    /** By the name the shopper uses, which need not be the public one. */
    static URI here(HttpServletRequest request, UUID id) {
        return URI.create(
                ServletUriComponentsBuilder.fromContextPath(request).build().toUriString()
                        + "/orders/"
                        + id
                        + "/pay");
    }

    static URI notices(Deliveries deliveries, HttpServletRequest request) {
        return deliveries.address(request, "/hooks/payments");
    }
}
