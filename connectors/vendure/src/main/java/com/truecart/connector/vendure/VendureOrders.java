package com.truecart.connector.vendure;

import com.truecart.connector.vendure.GraphQl.Answer;
import com.truecart.connector.vendure.GraphQl.Declined;
import com.truecart.kit.Json;
import com.truecart.model.Money;
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
import com.truecart.spi.Terms.DoubtClass;
import com.truecart.spi.UpstreamException;
import com.truecart.spi.UpstreamException.Drifted;
import com.truecart.spi.UpstreamOrder;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Orders as a customer of the shop.
 *
 * <p>An order has its code from the first change on and keeps it when it is placed, and its
 * customer may ask for it by that code: that is the way out of doubt. It is quoted as nobody's
 * order, so that any number of quotes stand side by side, and becomes the customer's only when it
 * is placed, because a customer has one open order at a time.
 */
final class VendureOrders implements OrderGateway {
    private static final String FREEZE =
            "mutation($state: String!) { transitionOrderToState(state: $state) { ... on Order { "
                    + OpenOrder.FIELDS
                    + " } ... on OrderStateTransitionError { errorCode message transitionError } } }";
    private static final String PAY =
            "mutation($payment: PaymentInput!) { addPaymentToOrder(input: $payment) {"
                    + " ... on Order { "
                    + PlacedOrder.FIELDS
                    + " } ... on ErrorResult { errorCode message }"
                    + " ... on PaymentDeclinedError { paymentErrorMessage }"
                    + " ... on PaymentFailedError { paymentErrorMessage } } }";
    private static final String TAKE_OUT =
            """
            mutation { removeAllOrderLines {
              ... on Order { id } ... on ErrorResult { errorCode message } } }
            """;
    private static final String OPEN = "AddingItems";
    private static final String FROZEN = "ArrangingPayment";

    /** No placing of ours takes longer; what stands still for longer was left behind. */
    private static final Duration UNDER_WAY = Duration.ofMinutes(2);

    private static final Duration SOON = Duration.ofSeconds(5);

    private final GraphQl shop;
    private final Account account;
    private final Optional<String> paymentMethod;
    private final VendureQuote quotes;
    private final Clock clock;

    VendureOrders(GraphQl shop, Account account, Optional<String> paymentMethod, Clock clock) {
        this.shop = shop;
        this.account = account;
        this.paymentMethod = paymentMethod;
        this.quotes = new VendureQuote(shop, paymentMethod, clock);
        this.clock = clock;
    }

    @Override
    public Terms terms() {
        return new Terms(
                DoubtClass.ECHOED_REFERENCE,
                account.isSet() && paymentMethod.isPresent()
                        ? Set.of(PaymentMethod.CASH_ON_DELIVERY)
                        : Set.of());
    }

    @Override
    public QuoteResult quote(QuoteRequest request) {
        return quotes.quote(request);
    }

    @Override
    public PlaceResult place(PlaceRequest request, IdempotencyKey key) {
        Trace trace = Trace.parse(request.resumeToken());
        String method =
                paymentMethod.orElseThrow(() ->
                        new UpstreamException.Misconfigured(
                                VendureProvider.PAYMENT_METHOD,
                                "is not set; no order can be paid without it"));
        Account.Counter counter = account.counter();
        if (!isOpen(counter, trace)) {
            counter.order()
                    .filter(other -> !other.isEmpty())
                    .ifPresent(other -> makeWay(counter, other));
            account.logIn(Optional.of(trace.session()));
            Account.Counter taken = account.counter();
            return isOpen(taken, trace)
                    ? place(request, key, method, taken.session(), taken.order().orElseThrow())
                    : unlessPlaced(
                            trace.code(),
                            new PlaceResult.Rejected(
                                    "the shop no longer holds the order that was quoted",
                                    Optional.empty()));
        }
        return place(request, key, method, counter.session(), counter.order().orElseThrow());
    }

    private static boolean isOpen(Account.Counter counter, Trace trace) {
        return counter.order().filter(order -> order.code().equals(trace.code())).isPresent();
    }

    /**
     * Before our order can become the customer's, theirs must be out of the way, else the shop puts
     * the two together.
     */
    private void makeWay(Account.Counter counter, OpenOrder other) {
        if (other.updatedAt().isAfter(counter.shopTime().minus(UNDER_WAY))) {
            throw new UpstreamException.Throttled(
                    "the shop's customer is in the middle of another order", Optional.of(SOON));
        }
        release(counter.session(), other.code());
    }

    private PlaceResult place(
            PlaceRequest request,
            IdempotencyKey key,
            String method,
            String session,
            OpenOrder open) {
        Optional<PlaceResult.Rejected> unlike = unlikeAgreed(request, open);
        if (unlike.isEmpty() && !open.state().equals(FROZEN)) {
            Json frozen =
                    change(FREEZE, Map.of("state", FROZEN), "transitionOrderToState", session);
            Optional<Declined> declined = Declined.of(frozen);
            unlike =
                    declined.isPresent()
                            ? Optional.of(
                                    new PlaceResult.Rejected(
                                            declined.get()
                                                    .body()
                                                    .optionalText("transitionError")
                                                    .orElse(declined.get().message()),
                                            Optional.empty()))
                            // nothing can change it from here on
                            : unlikeAgreed(request, new OpenOrder(frozen));
        }
        if (unlike.isPresent()) {
            release(session, open.code());
            return unlike.get();
        }
        return pay(request, key, method, session, open.code());
    }

    /**
     * Vendure keeps a price from the quote on without a word, and so do we: nothing between quote
     * and payment changes the order, so what is looked at here is what was quoted.
     */
    private static Optional<PlaceResult.Rejected> unlikeAgreed(
            PlaceRequest request, OpenOrder order) {
        if (!order.holds(request.quote().lines())) {
            return Optional.of(
                    new PlaceResult.Rejected(
                            "the order at the shop no longer holds what was quoted",
                            Optional.empty()));
        }
        return order.payable().compareTo(request.agreedTotal()) > 0
                ? Optional.of(
                        new PlaceResult.Rejected(
                                "the shop now asks for more than was agreed",
                                Optional.of(order.payable())))
                : Optional.empty();
    }

    private PlaceResult pay(
            PlaceRequest request, IdempotencyKey key, String method, String session, String code) {
        Map<String, ?> payment =
                Map.of("method", method, "metadata", Map.of("truecart", key.value()));
        Answer answer =
                shop.ask(
                        PAY,
                        Map.of("payment", payment),
                        Safety.ONE_SHOT_WRITE,
                        Optional.of(session));
        return switch (answer) {
            // it did not take the request as it stood, a payment method it does not have
            case Answer.Failed failed when failed.code().equals("USER_INPUT_ERROR") ->
                    declined(
                            new Declined(failed.code(), failed.message(), Json.parse("{}")),
                            session,
                            code);
            case Answer.Failed failed ->
                    new PlaceResult.InDoubt("the shop answers " + failed.message());
            case Answer.Given given -> {
                Json result = given.data().at("addPaymentToOrder");
                Optional<Declined> declined = Declined.of(result);
                yield declined.isPresent()
                        ? declined(declined.get(), session, code)
                        : accepted(new PlacedOrder(result), code, request.agreedTotal());
            }
        };
    }

    /** A session may hold another order by now; whatever was bought, it must not look agreed. */
    private PlaceResult accepted(PlacedOrder order, String code, Money agreed) {
        if (!order.code().equals(code)) {
            return new PlaceResult.InDoubt(
                    "the shop took order " + order.code() + " for order " + code);
        }
        if (order.isAbove(agreed)) {
            return new PlaceResult.InDoubt(
                    "the shop took order " + code + " for more than was agreed");
        }
        return order.isPlaced()
                ? new PlaceResult.Placed(translated(order))
                : new PlaceResult.InDoubt("the shop waits for the payment");
    }

    private PlaceResult declined(Declined declined, String session, String code) {
        if (declined.code().equals("ORDER_STATE_TRANSITION_ERROR")) {
            // the payment was made, and the order did not follow
            return unlessPlaced(code, new PlaceResult.InDoubt(declined.message()));
        }
        Optional<Money> newTotal = newTotal(declined, session);
        // what the shop says of a code that ran out is the name of a text it does not have
        String words =
                newTotal.isPresent()
                        ? "a code no longer holds, and the shop took it off"
                        : declined.body()
                                .optionalText("paymentErrorMessage")
                                .orElse(declined.message());
        PlaceResult result = unlessPlaced(code, new PlaceResult.Rejected(words, newTotal));
        if (result instanceof PlaceResult.Rejected) {
            release(session, code);
        }
        return result;
    }

    /** A code that ran out between quote and payment is taken off there, and the price rises. */
    private Optional<Money> newTotal(Declined declined, String session) {
        return declined.code().equals("COUPON_REMOVED_DURING_CHECKOUT_ERROR")
                ? account.openIn(session).map(OpenOrder::payable)
                : Optional.empty();
    }

    /** An answer, unless an earlier attempt went through whose own answer was lost. */
    private PlaceResult unlessPlaced(String code, PlaceResult answer) {
        try {
            return placed(code).<PlaceResult>map(PlaceResult.Placed::new).orElse(answer);
        } catch (UpstreamException unclear) {
            return new PlaceResult.InDoubt(String.valueOf(unclear.getMessage()));
        }
    }

    /**
     * Leaves the customer with an empty order, which stands in nobody's way. Only this one: if
     * another is open by now, it is somebody's who is in the middle of it.
     */
    private void release(String session, String code) {
        try {
            if (account.openIn(session).filter(open -> open.code().equals(code)).isEmpty()) {
                return;
            }
            shop.ask(FREEZE, Map.of("state", OPEN), Safety.REPEATABLE_WRITE, Optional.of(session));
            shop.ask(TAKE_OUT, Map.of(), Safety.REPEATABLE_WRITE, Optional.of(session));
        } catch (UpstreamException notNow) {
            // the next placing finds it, and makes way for itself
        }
    }

    private Json change(String document, Map<String, ?> variables, String field, String session) {
        return GraphQl.given(
                        shop.ask(
                                document, variables, Safety.REPEATABLE_WRITE, Optional.of(session)))
                .data()
                .at(field);
    }

    @Override
    public Lookup find(IdempotencyKey key, Optional<String> trace) {
        if (trace.isEmpty()) {
            return new Lookup.CannotAsk(
                    "the order's code is not known; the shop can find it by the payment's \"truecart\": \""
                            + key.value()
                            + "\"");
        }
        return placed(Trace.parse(trace.get()).code())
                .<Lookup>map(Lookup.Found::new)
                .orElseGet(Lookup.NotFound::new);
    }

    @Override
    public UpstreamOrder track(OrderHandle order) {
        if (!order.access().reveal().equals(account.email())) {
            throw new UpstreamException.Misconfigured(
                    VendureProvider.CUSTOMER,
                    "is another customer than the one who placed order " + order.upstreamOrderId());
        }
        return placed(order.upstreamOrderId())
                .orElseThrow(() ->
                        new Drifted(
                                "the shop shows its customer no order " + order.upstreamOrderId()));
    }

    private Optional<UpstreamOrder> placed(String code) {
        return account.order(code).filter(PlacedOrder::isPlaced).map(this::translated);
    }

    private UpstreamOrder translated(PlacedOrder order) {
        return order.translated(account.email(), clock.instant());
    }
}
