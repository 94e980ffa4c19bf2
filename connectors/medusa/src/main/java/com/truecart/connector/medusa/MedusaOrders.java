package com.truecart.connector.medusa;

import com.truecart.connector.medusa.Calls.Answer;
import com.truecart.kit.Json;
import com.truecart.spi.Call.Safety;
import com.truecart.spi.IdempotencyKey;
import com.truecart.spi.Lookup;
import com.truecart.spi.OrderGateway;
import com.truecart.spi.OrderHandle;
import com.truecart.spi.PaymentMethod;
import com.truecart.spi.PlaceRequest;
import com.truecart.spi.PlaceResult;
import com.truecart.spi.QuoteRequest;
import com.truecart.spi.QuoteResult;
import com.truecart.spi.Terms;
import com.truecart.spi.UpstreamException;
import com.truecart.spi.UpstreamException.Drifted;
import com.truecart.spi.UpstreamOrder;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Orders at Medusa. One cart is one order, however often it is completed: the cart's id is the way
 * out of doubt. Our key stands in the cart's metadata, which the order takes over.
 */
final class MedusaOrders implements OrderGateway {
    /** Under this name our key stands in the metadata. */
    static final String REFERENCE = "truecart_order";

    private static final String MANUAL_PROVIDER = "pp_system_default";

    /** Any number of {@code complete} for one cart make one order. */
    private static final Terms TERMS =
            new Terms(Terms.DoubtClass.KEY, Set.of(PaymentMethod.CASH_ON_DELIVERY));

    /** Answers after which Medusa surely made no order of the cart by this call. */
    private static final Set<Integer> REFUSALS = Set.of(400, 404, 422);

    /** Another attempt at the cart is under way. */
    private static final int UNDER_WAY = 409;

    private static final int NEWEST = 100;

    private final Calls calls;
    private final MedusaQuote quotes;
    private final Clock clock;

    MedusaOrders(Calls calls, Clock clock) {
        this.calls = calls;
        this.quotes = new MedusaQuote(calls, clock);
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
        String cart = request.resumeToken();
        return switch (calls.store(path(cart, "") + "?fields=" + Cart.FIELDS)) {
            case Answer.Refusal refusal -> refused(cart, refusal);
            case Answer.Good(Json body, _) ->
                    Cart.of(body).isCompleted()
                            ? new PlaceResult.Placed(ordered(cart))
                            : place(request, key, cart);
        };
    }

    private PlaceResult place(PlaceRequest request, IdempotencyKey key, String id) {
        Answer noted =
                calls.store(
                        path(id, "") + "?fields=" + Cart.FIELDS,
                        Map.of("metadata", Map.of(REFERENCE, key.value())),
                        Safety.REPEATABLE_WRITE);
        if (noted instanceof Answer.Refusal refusal) {
            return refused(id, refusal);
        }
        Cart cart = Cart.of(Calls.good(noted).body());
        if (!cart.holds(request.quote().lines())) {
            return unlessPlaced(
                    id,
                    new PlaceResult.Rejected(
                            "the cart at the shop no longer holds what was quoted",
                            Optional.empty()));
        }
        if (cart.payable().compareTo(request.agreedTotal()) > 0) {
            return unlessPlaced(
                    id,
                    new PlaceResult.Rejected(
                            "the shop now asks for more than was agreed",
                            Optional.of(cart.payable())));
        }
        Optional<PlaceResult> unpaid = openPayment(id);
        return unpaid.isPresent() ? unpaid.get() : complete(id);
    }

    /** Both calls give what is there already when they are repeated. */
    private Optional<PlaceResult> openPayment(String cart) {
        Answer collection =
                calls.store(
                        "/payment-collections", Map.of("cart_id", cart), Safety.REPEATABLE_WRITE);
        if (collection instanceof Answer.Refusal refusal) {
            return Optional.of(refused(cart, refusal));
        }
        String collected = Calls.good(collection).body().at("payment_collection").text("id");
        Answer session =
                calls.store(
                        "/payment-collections/" + Calls.encode(collected) + "/payment-sessions",
                        Map.of("provider_id", MANUAL_PROVIDER),
                        Safety.REPEATABLE_WRITE);
        return session instanceof Answer.Refusal refusal
                ? Optional.of(refused(cart, refusal))
                : Optional.empty();
    }

    private PlaceResult complete(String cart) {
        Answer answer = calls.store(path(cart, "/complete"), Map.of(), Safety.ONE_SHOT_WRITE);
        return switch (answer) {
            case Answer.Good(Json body, _) ->
                    body.text("type").equals("order")
                            ? new PlaceResult.Placed(order(body))
                            : unlessPlaced(cart, declined(body));
            case Answer.Refusal refusal when REFUSALS.contains(refusal.status()) ->
                    unlessPlaced(cart, rejected(refusal));
            case Answer.Refusal refusal -> inDoubt(refusal);
        };
    }

    /**
     * A refusal before anything was completed by this attempt: whether an earlier one went through
     * is for the cart to say.
     */
    private PlaceResult refused(String cart, Answer.Refusal refusal) {
        return refusal.status() == UNDER_WAY
                ? inDoubt(refusal)
                : unlessPlaced(cart, rejected(refusal));
    }

    private static PlaceResult inDoubt(Answer.Refusal refusal) {
        return new PlaceResult.InDoubt(
                "the shop answers " + refusal.status() + " " + refusal.type());
    }

    /** The shop did not take the payment and gives the cart back. */
    private static PlaceResult declined(Json body) {
        return new PlaceResult.Rejected(
                body.optional("error")
                        .flatMap(error -> error.optionalText("message"))
                        .orElse("the shop did not make an order of the cart"),
                Optional.empty());
    }

    /** A refusal, unless an attempt whose answer was lost went through in the meantime. */
    private PlaceResult unlessPlaced(String cart, PlaceResult rejected) {
        try {
            return placed(cart).<PlaceResult>map(PlaceResult.Placed::new).orElse(rejected);
        } catch (UpstreamException unclear) {
            return new PlaceResult.InDoubt(String.valueOf(unclear.getMessage()));
        }
    }

    private static PlaceResult rejected(Answer.Refusal refusal) {
        return new PlaceResult.Rejected(
                MedusaQuote.words(refusal),
                Optional.empty(),
                refusal.code().equals("insufficient_inventory"));
    }

    @Override
    public Lookup find(IdempotencyKey key, Optional<String> trace) {
        if (trace.isPresent()) {
            return placed(trace.get())
                    .<Lookup>map(Lookup.Found::new)
                    .orElseGet(Lookup.NotFound::new);
        }
        if (!calls.hasSecretKey()) {
            return new Lookup.CannotAsk(
                    "the cart's id is not known, and without a secret key the shop lists no"
                            + " orders");
        }
        return among(key);
    }

    /** Orders cannot be asked for by metadata, so the newest are looked through. */
    private Lookup among(IdempotencyKey key) {
        Json body =
                Calls.good(
                                calls.admin(
                                        "/orders?order=-created_at&limit="
                                                + NEWEST
                                                + "&fields="
                                                + OrderState.ADMIN_FIELDS))
                        .body();
        for (Json order : body.list("orders")) {
            boolean isOurs =
                    order.optional("metadata")
                            .filter(metadata -> metadata.node().isObject())
                            .flatMap(metadata -> metadata.optional(REFERENCE))
                            .filter(value -> value.node().isString())
                            .filter(value -> value.asText().equals(key.value()))
                            .isPresent();
            if (isOurs) {
                return new Lookup.Found(new OrderState(order).translated(clock.instant()));
            }
        }
        return body.number("count") <= NEWEST
                ? new Lookup.NotFound()
                : new Lookup.CannotAsk("it is not among the shop's newest " + NEWEST + " orders");
    }

    @Override
    public UpstreamOrder track(OrderHandle order) {
        String id = Calls.encode(order.access().reveal());
        Answer answer =
                calls.hasSecretKey()
                        ? calls.admin("/orders/" + id + "?fields=" + OrderState.ADMIN_FIELDS)
                        : calls.store("/orders/" + id + "?fields=" + OrderState.STORE_FIELDS);
        return switch (answer) {
            case Answer.Good(Json body, _) -> order(body);
            case Answer.Refusal(int status, _, _, _) when status == 404 ->
                    throw new Drifted("the shop knows no order " + order.upstreamOrderId());
            case Answer.Refusal _ -> order(Calls.good(answer).body());
        };
    }

    /** The order a cart became, if it became one. */
    private Optional<UpstreamOrder> placed(String cart) {
        return switch (calls.store(path(cart, "") + "?fields=id,completed_at")) {
            case Answer.Refusal(int status, _, _, _) when status == 404 -> Optional.empty();
            case Answer.Refusal refusal -> throw unexpected(refusal);
            case Answer.Good(Json body, _) ->
                    Cart.of(body).isCompleted() ? Optional.of(ordered(cart)) : Optional.empty();
        };
    }

    /** A cart does not show its order; completing a completed one again gives it. */
    private UpstreamOrder ordered(String cart) {
        Json body =
                Calls.good(calls.store(path(cart, "/complete"), Map.of(), Safety.REPEATABLE_WRITE))
                        .body();
        return track(new OrderState(body.at("order")).handle());
    }

    private UpstreamOrder order(Json body) {
        return new OrderState(body.at("order")).translated(clock.instant());
    }

    private static Drifted unexpected(Answer.Refusal refusal) {
        return new Drifted(
                "the shop does not show the cart: " + refusal.status() + " " + refusal.type());
    }

    private static String path(String cart, String rest) {
        return "/carts/" + Calls.encode(cart) + rest;
    }
}
