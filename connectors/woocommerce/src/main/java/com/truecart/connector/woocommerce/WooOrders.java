package com.truecart.connector.woocommerce;

import com.truecart.connector.woocommerce.Calls.Answer;
import com.truecart.kit.Json;
import com.truecart.model.Money;
import com.truecart.spi.IdempotencyKey;
import com.truecart.spi.Lookup;
import com.truecart.spi.OrderGateway;
import com.truecart.spi.OrderHandle;
import com.truecart.spi.PlaceRequest;
import com.truecart.spi.PlaceResult;
import com.truecart.spi.QuoteRequest;
import com.truecart.spi.QuoteResult;
import com.truecart.spi.Terms;
import com.truecart.spi.Terms.DoubtClass;
import com.truecart.spi.UpstreamException;
import com.truecart.spi.UpstreamException.Drifted;
import com.truecart.spi.UpstreamOrder;
import com.truecart.spi.UpstreamOrder.Status;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Orders as a guest, paid on delivery or, where that is asked for, by transfer or cheque.
 *
 * <p>The Store API has no idempotency key, but a cart is bound to one draft order: its number and
 * key are known before the order is placed, placing turns that very draft into the order, and both
 * can be asked for. That is the way out of doubt.
 */
final class WooOrders implements OrderGateway {
    private static final Terms TERMS = new Terms(DoubtClass.ECHOED_REFERENCE, Payment.all());
    private static final String DRAFT = "checkout-draft";

    /** Statuses of a refusal after which WooCommerce surely booked nothing. */
    private static final Set<Integer> REFUSALS = Set.of(400, 402, 404, 409, 422);

    private final Calls calls;
    private final WooQuote quotes;
    private final Clock clock;

    WooOrders(Calls calls, Clock clock) {
        this.calls = calls;
        this.quotes = new WooQuote(calls, clock);
        this.clock = clock;
    }

    @Override
    public Terms terms() {
        return TERMS;
    }

    @Override
    public QuoteResult quote(QuoteRequest request) {
        return quotes.quote(request);
    }

    @Override
    public PlaceResult place(PlaceRequest request, IdempotencyKey key) {
        Trace trace = Trace.parse(request.resumeToken());
        Optional<UpstreamOrder> already = trace.draft().flatMap(this::placed);
        if (already.isPresent()) {
            return new PlaceResult.Placed(already.get());
        }
        PlaceResult result =
                switch (calls.cart(trace.cart())) {
                    case Answer.Refusal refusal -> refused(refusal, Optional.empty());
                    case Answer.Good(Json body, _) -> place(request, key, trace, new Cart(body));
                };
        return result instanceof PlaceResult.Rejected && trace.draft().isPresent()
                ? unlessPlaced(trace.draft().get(), result)
                : result;
    }

    /**
     * A refusal, unless the draft says otherwise: the shop refuses a second attempt because a first
     * one, whose answer was lost, went through in the meantime.
     */
    private PlaceResult unlessPlaced(Trace.Access draft, PlaceResult rejected) {
        try {
            return placed(draft).<PlaceResult>map(PlaceResult.Placed::new).orElse(rejected);
        } catch (UpstreamException unclear) {
            return new PlaceResult.InDoubt(String.valueOf(unclear.getMessage()));
        }
    }

    private PlaceResult place(PlaceRequest request, IdempotencyKey key, Trace trace, Cart cart) {
        if (cart.isEmpty() && trace.draft().isEmpty()) {
            return new PlaceResult.InDoubt(
                    "the cart is empty, as it is after an order, and there is no draft to ask for");
        }
        if (!cart.holds(request.quote().lines())) {
            return new PlaceResult.Rejected(
                    "the cart at the shop no longer holds what was quoted", Optional.empty());
        }
        // older shops ignore expected_total, so the price is looked at first as well
        if (cart.payable().compareTo(request.agreedTotal()) > 0) {
            return new PlaceResult.Rejected(
                    "the shop now asks for more than was agreed", Optional.of(cart.payable()));
        }
        Optional<Payment> payment = Payment.of(request.paymentMethod());
        if (payment.isEmpty() || !cart.takes(payment.get().code())) {
            return new PlaceResult.Rejected(
                    "the shop does not take this way of paying", Optional.empty());
        }
        Map<String, Object> body = new HashMap<>();
        body.put("billing_address", ShopAddress.billing(request.quote().recipient()));
        body.put("shipping_address", ShopAddress.shipping(request.quote().recipient()));
        body.put("payment_method", payment.get().code());
        body.put("payment_data", List.of());
        body.put("customer_note", "Truecart " + key.value());
        body.put("expected_total", cart.json().at("totals").text("total_price"));
        return switch (calls.checkout(trace.cart(), body)) {
            case Answer.Good(Json done, _) -> accepted(done, request, cart);
            case Answer.Refusal refusal when REFUSALS.contains(refusal.status()) ->
                    refused(refusal, newTotal(refusal));
            case Answer.Refusal refusal ->
                    new PlaceResult.InDoubt(
                            "the shop answers " + refusal.status() + " " + refusal.code());
        };
    }

    private static PlaceResult refused(Answer.Refusal refusal, Optional<Money> newTotal) {
        return new PlaceResult.Rejected(
                WooQuote.words(refusal), newTotal, WooQuote.isShortOfStock(refusal));
    }

    /** From here on nothing may look like a failure: the order exists. */
    private PlaceResult accepted(Json done, PlaceRequest request, Cart cart) {
        String outcome =
                done.optional("payment_result")
                        .flatMap(result -> result.optionalText("payment_status"))
                        .orElse("success");
        if (!outcome.equals("success")) {
            return new PlaceResult.InDoubt("the shop books the payment as \"" + outcome + "\"");
        }
        Trace.Access access =
                new Trace.Access(
                        done.id("order_id"),
                        done.text("order_key"),
                        request.quote().recipient().email());
        try {
            return new PlaceResult.Placed(track(handle(access)));
        } catch (UpstreamException notNow) {
            String status = done.optionalText("status").orElse("");
            return new PlaceResult.Placed(
                    new UpstreamOrder(
                            handle(access),
                            status(status),
                            status,
                            cart.payable(),
                            List.of(),
                            clock.instant()));
        }
    }

    private static Optional<Money> newTotal(Answer.Refusal refusal) {
        return refusal.code().contains("total_mismatch")
                ? refusal.body()
                        .optional("data")
                        .flatMap(facts -> facts.optional("cart"))
                        .map(cart -> new Cart(cart).payable())
                : Optional.empty();
    }

    @Override
    public Lookup find(IdempotencyKey key, Optional<String> trace) {
        if (trace.isEmpty()) {
            return new Lookup.CannotAsk(
                    "WooCommerce lists no orders to guests, and the cart's token is not known");
        }
        Trace kept = Trace.parse(trace.get());
        if (kept.draft().isPresent()) {
            Optional<UpstreamOrder> order = placed(kept.draft().get());
            return order.isPresent() ? new Lookup.Found(order.get()) : new Lookup.NotFound();
        }
        // a shop that made no draft order: the cart is the only witness
        Cart cart = new Cart(Calls.good(calls.cart(kept.cart())).body());
        return cart.isEmpty()
                ? new Lookup.CannotAsk(
                        "the cart is empty, so the order was probably placed, but nobody knows its"
                                + " number; the shop can find it by its note \"Truecart "
                                + key.value()
                                + "\"")
                : new Lookup.NotFound();
    }

    @Override
    public UpstreamOrder track(OrderHandle order) {
        Trace.Access access = Trace.Access.of(order.upstreamOrderId(), order.access());
        return order(access)
                .map(body -> translated(body, access))
                .orElseThrow(
                        () -> new Drifted("the shop knows no order " + order.upstreamOrderId()));
    }

    /** The order, if it is more than a draft. */
    private Optional<UpstreamOrder> placed(Trace.Access access) {
        return order(access)
                .filter(body -> !body.text("status").equals(DRAFT))
                .map(body -> translated(body, access));
    }

    private Optional<Json> order(Trace.Access access) {
        return switch (calls.order(access.id(), access.key(), access.email())) {
            case Answer.Good(Json body, _) -> Optional.of(body);
            case Answer.Refusal(int status, _, _, _) when status == 404 -> Optional.empty();
            case Answer.Refusal refusal ->
                    throw new Drifted(
                            "the shop does not show the order: "
                                    + refusal.status()
                                    + " "
                                    + refusal.code());
        };
    }

    private UpstreamOrder translated(Json body, Trace.Access access) {
        String status = body.text("status");
        Json totals = body.at("totals");
        Money charged = Translate.money(totals, "total_price");
        // older shops do not say what was refunded
        Money refunded =
                totals.optionalText("total_refund").isPresent()
                        ? Translate.money(totals, "total_refund")
                        : Money.zero(charged.currency());
        return new UpstreamOrder(
                handle(access),
                status(status),
                status,
                charged,
                refunded.isNegative() ? refunded.negated() : refunded,
                Parcels.of(body),
                clock.instant());
    }

    private static OrderHandle handle(Trace.Access access) {
        return new OrderHandle(access.id(), access.secret());
    }

    /**
     * "completed" is WooCommerce's word for "fulfilled, nothing more to do"; shops that track
     * parcels add "shipped" and "delivered".
     */
    static Status status(String word) {
        return switch (word) {
            case "pending", "processing", "on-hold" -> Status.ACCEPTED;
            case "shipped" -> Status.SHIPPED;
            case "completed", "delivered" -> Status.DELIVERED;
            case "cancelled", "refunded", "failed" -> Status.CANCELLED;
            default -> Status.UNRECOGNISED;
        };
    }
}
