package com.truecart.app.aftersales.web;

import com.truecart.app.aftersales.CallOff;
import com.truecart.app.aftersales.CallingOff;
import com.truecart.app.order.OrderId;
import com.truecart.app.order.OrderView;
import com.truecart.app.order.Orders;
import com.truecart.app.web.Problem;
import com.truecart.app.web.ShopperId;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Calling off what can be called off of an order: shown store by store, then done. */
@Controller
class CallOffController {
    private final Orders orders;
    private final CallingOff callingOff;

    CallOffController(Orders orders, CallingOff callingOff) {
        this.orders = orders;
        this.callingOff = callingOff;
    }

    @GetMapping("/orders/{id}/cancel")
    String show(ShopperId shopper, @PathVariable UUID id, Model model) {
        OrderView order = find(shopper, id);
        return page(order, callingOff.of(order), false, model);
    }

    @PostMapping("/orders/{id}/cancel")
    String confirm(
            ShopperId shopper,
            @PathVariable UUID id,
            @RequestParam String agreed,
            HttpServletResponse response,
            Model model) {
        OrderView order = find(shopper, id);
        List<CallOff> now = callingOff.of(order);
        if (ClaimWords.fingerprint(now).equals(agreed) && callingOff.carryOut(now)) {
            return "redirect:/orders/" + id;
        }
        response.setStatus(HttpStatus.CONFLICT.value());
        OrderView after = find(shopper, id);
        return page(after, callingOff.of(after), true, model);
    }

    private static String page(
            OrderView order, List<CallOff> offers, boolean changed, Model model) {
        model.addAttribute("order", order);
        model.addAttribute("offers", offers);
        model.addAttribute("does", offers.stream().anyMatch(CallOff::does));
        model.addAttribute("changed", changed);
        return "aftersales/cancel";
    }

    private OrderView find(ShopperId shopper, UUID id) {
        return orders.find(new OrderId(id), shopper.value())
                .orElseThrow(() -> Problem.notFound("there is no such order"));
    }
}
