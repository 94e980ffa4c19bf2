package com.truecart.app.order.web;

import com.truecart.app.order.OrderId;
import com.truecart.app.order.Orders;
import com.truecart.app.payment.Payment;
import com.truecart.app.payment.PaymentAccount;
import com.truecart.app.payment.PaymentState;
import com.truecart.app.payment.PaymentState.AwaitingShopper;
import com.truecart.app.payment.PaymentView;
import com.truecart.app.payment.Payments;
import com.truecart.app.web.Deliveries;
import com.truecart.app.web.MoneyView;
import com.truecart.app.web.Problem;
import com.truecart.app.web.ShopperId;
import com.truecart.payment.Standing.Decline;
import com.truecart.payment.Standing.Reason;
import com.truecart.payment.Standing.Step;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Paying us for an order, for programs. */
@RestController
class PaymentApi {
    private final Orders orders;
    private final Payments payments;
    private final Deliveries deliveries;

    PaymentApi(Orders orders, Payments payments, Deliveries deliveries) {
        this.orders = orders;
        this.payments = payments;
        this.deliveries = deliveries;
    }

    /** Which way to pay: the account of one of the ways. */
    record PayRequest(@Nullable String account) {}

    record WayBody(String account, Map<String, String> name) {}

    /**
     * One try.
     *
     * @param scan what the shopper scans, where that is what is to be done
     * @param goTo the page the shopper goes to, where that is
     * @param declined why it was declined, where it was
     */
    record TryBody(
            String reference,
            String account,
            String state,
            Optional<String> scan,
            Optional<URI> goTo,
            Optional<Reason> declined,
            MoneyView held,
            MoneyView taken,
            MoneyView refunded) {

        static TryBody of(Payment payment) {
            PaymentState state = payment.state();
            return new TryBody(
                    payment.reference(),
                    payment.account(),
                    PayWords.stage(payment),
                    Optional.ofNullable(
                            state instanceof AwaitingShopper(Step.Scan(String text), var _)
                                    ? text
                                    : null),
                    Optional.ofNullable(
                            state instanceof AwaitingShopper(Step.GoTo(URI page), var _)
                                    ? page
                                    : null),
                    PayWords.decline(payment).map(Decline::reason),
                    MoneyView.of(payment.held()),
                    MoneyView.of(payment.taken()),
                    MoneyView.of(payment.refunded()));
        }
    }

    /**
     * @param until after this moment nothing is ordered any more
     * @param ways how it can be paid
     * @param tries what was tried, the oldest first
     */
    record PaymentBody(
            String state,
            MoneyView amount,
            Instant until,
            MoneyView held,
            MoneyView taken,
            MoneyView refunded,
            List<WayBody> ways,
            List<TryBody> tries) {}

    @GetMapping("/api/v1/orders/{id}/payment")
    PaymentBody show(ShopperId shopper, @PathVariable UUID id) {
        requireOf(shopper, id);
        return body(id);
    }

    /** Pays this way; an earlier try is closed first. */
    @PostMapping("/api/v1/orders/{id}/payment")
    PaymentBody pay(
            ShopperId shopper,
            @PathVariable UUID id,
            @RequestBody PayRequest request,
            HttpServletRequest http) {
        requireOf(shopper, id);
        String account = request.account();
        if (account == null) {
            throw Problem.badRequest("account", "must be one of the ways");
        }
        body(id);
        if (!payments.pay(
                id,
                account,
                PayController.here(http, id),
                PayController.notices(deliveries, http))) {
            throw Problem.conflict(
                    "account: is none of the ways, or there is nothing to pay any more");
        }
        return body(id);
    }

    private PaymentBody body(UUID order) {
        PaymentView view =
                payments.of(order)
                        .orElseThrow(() ->
                                Problem.notFound(
                                        "id: nothing of this order is paid through Truecart"));
        return new PaymentBody(
                view.bill().state().name(),
                MoneyView.of(view.bill().amount()),
                view.bill().until(),
                MoneyView.of(view.held()),
                MoneyView.of(view.taken()),
                MoneyView.of(view.refunded()),
                view.isOpen()
                        ? payments.ways(view.bill().amount().currency()).stream()
                                .map(PaymentApi::way)
                                .toList()
                        : List.of(),
                view.tries().stream().map(TryBody::of).toList());
    }

    private static WayBody way(PaymentAccount account) {
        return new WayBody(account.id(), account.name().byLanguage());
    }

    /** Programs ask every second while somebody pays: the order itself is not read for that. */
    private void requireOf(ShopperId shopper, UUID id) {
        if (!orders.isOf(new OrderId(id), shopper.value())) {
            throw Problem.notFound("id: there is no such order");
        }
    }
}
