package com.truecart.connector.ucp;

import com.truecart.connector.ucp.Calls.Answer;
import com.truecart.kit.Json;
import com.truecart.model.Money;
import com.truecart.spi.IdempotencyKey;
import com.truecart.spi.Lookup;
import com.truecart.spi.OrderGateway;
import com.truecart.spi.OrderHandle;
import com.truecart.spi.PaymentMethod;
import com.truecart.spi.PlaceRequest;
import com.truecart.spi.PlaceResult;
import com.truecart.spi.QuoteRequest;
import com.truecart.spi.QuoteResult;
import com.truecart.spi.Secret;
import com.truecart.spi.Terms;
import com.truecart.spi.Terms.DoubtClass;
import com.truecart.spi.UpstreamException;
import com.truecart.spi.UpstreamException.Drifted;
import com.truecart.spi.UpstreamException.Unavailable;
import com.truecart.spi.UpstreamOrder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/** Orders by completing a checkout session, which becomes at most one order. */
final class UcpOrders implements OrderGateway {
    private static final Terms TERMS =
            new Terms(
                    DoubtClass.KEY,
                    Set.of(PaymentMethod.CASH_ON_DELIVERY, PaymentMethod.AT_THE_STORE));

    /** How a checkout stands that is no order, and that nobody is making one of. */
    private static final Set<String> OPEN_OR_OVER =
            Set.of("incomplete", "requires_escalation", "ready_for_complete", "canceled");

    private static final PlaceResult UNDER_WAY =
            new PlaceResult.InDoubt("the shop is still working on it");

    private final Calls calls;
    private final UcpQuote quotes;
    private final Clock clock;

    UcpOrders(Calls calls, Clock clock) {
        this.calls = calls;
        this.quotes = new UcpQuote(calls);
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
        String id = request.resumeToken();
        return switch (calls.checkout(id)) {
            case Answer.Refusal refusal when refusal.isFailure() ->
                    throw new Unavailable("the business failed: " + refusal.words());
            // it may have been forgotten after an earlier attempt of ours went through
            case Answer.Refusal refusal ->
                    new PlaceResult.InDoubt(
                            "the shop does not show the checkout: " + refusal.words());
            case Answer.Good(Json body, _) when isCompleted(body) ->
                    new PlaceResult.Placed(orderOf(new Session(body)));
            case Answer.Good(Json body, _) when isUnderWay(body) -> UNDER_WAY;
            case Answer.Good(Json body, _) -> repriced(request, key, new Session(body));
        };
    }

    /** A GET may repeat the prices of the quote; a PUT makes the business look at today's. */
    private PlaceResult repriced(PlaceRequest request, IdempotencyKey key, Session before) {
        SessionForm form = new SessionForm(request.quote(), calls.capabilities());
        return switch (calls.updateCheckout(before.id(), form.update(before))) {
            // an earlier attempt of ours may have gone through since we looked
            case Answer.Refusal refusal ->
                    notCompleted(before.id(), refusal, _ -> true, request.agreedTotal());
            case Answer.Good(Json body, _) when isUnderWay(body) -> UNDER_WAY;
            case Answer.Good(Json body, _) -> checked(request, key, new Session(body));
        };
    }

    private PlaceResult checked(PlaceRequest request, IdempotencyKey key, Session session) {
        boolean isForTheBuyer = session.isForTheBuyer();
        if (!(session.isReady() || isForTheBuyer) || !session.holds(request.quote().lines())) {
            return rejected(session, Optional.empty());
        }
        Money total = session.total();
        if (total.compareTo(request.agreedTotal()) > 0) {
            return new PlaceResult.Rejected(
                    "the shop now asks for more than was agreed", Optional.of(total));
        }
        Optional<Map<String, Object>> payment =
                request.paymentMethod() == PaymentMethod.CASH_ON_DELIVERY
                        ? CashOnDelivery.instrument(session)
                        : Optional.empty();
        if (isForTheBuyer || payment.isEmpty()) {
            return session.continueAt()
                    .<PlaceResult>map(PlaceResult.NeedsBuyer::new)
                    .orElseGet(() ->
                            new PlaceResult.Rejected(
                                    "the shop does not take this way of paying", Optional.empty()));
        }
        Answer answer =
                calls.complete(
                        session.id(), Map.of("payment", payment.get()), keyFor(key, session.id()));
        return answer instanceof Answer.Good(Json body, _) && isCompleted(body)
                ? new PlaceResult.Placed(accepted(new Session(body)))
                : notCompleted(
                        session.id(), answer, UcpOrders::isSurelyNoOrder, request.agreedTotal());
    }

    /**
     * The answer names no order. That is a refusal only if it surely means none, and if the session
     * says so too: a second call of ours is refused because the first one went through.
     */
    private PlaceResult notCompleted(
            String id, Answer answer, Predicate<Answer> isSurelyNone, Money agreed) {
        try {
            return switch (calls.checkout(id)) {
                case Answer.Good(Json body, _) when isCompleted(body) ->
                        new PlaceResult.Placed(accepted(new Session(body)));
                case Answer.Good(Json body, _) ->
                        isSurelyNone.test(answer) || isUnderWay(body)
                                ? refused(new Session(body), answer, agreed)
                                : new PlaceResult.InDoubt(unclear(answer));
                case Answer.Refusal refusal -> new PlaceResult.InDoubt(refusal.words());
            };
        } catch (UpstreamException unclear) {
            return new PlaceResult.InDoubt(String.valueOf(unclear.getMessage()));
        }
    }

    /** Whether this answer to completing means that it made no order. */
    private static boolean isSurelyNoOrder(Answer answer) {
        return switch (answer) {
            case Answer.Good(Json body, _) -> OPEN_OR_OVER.contains(body.text("status"));
            case Answer.Refusal refusal -> refusal.isSurelyNotDone();
        };
    }

    private static String unclear(Answer answer) {
        return switch (answer) {
            case Answer.Good(Json body, _) ->
                    "the shop says this checkout is " + body.text("status");
            case Answer.Refusal refusal -> refusal.words();
        };
    }

    private static PlaceResult refused(Session session, Answer answer, Money agreed) {
        if (isUnderWay(session.json())) {
            return UNDER_WAY;
        }
        if (session.isForTheBuyer()) {
            return new PlaceResult.NeedsBuyer(session.continueAt().orElseThrow());
        }
        Optional<Money> newTotal = Optional.of(session.total()).filter(t -> !t.equals(agreed));
        return answer instanceof Answer.Refusal refusal
                ? new PlaceResult.Rejected(
                        refusal.words(),
                        newTotal,
                        refusal.messages().stream().anyMatch(Message::isAboutStock))
                : rejected(session, newTotal);
    }

    private static PlaceResult rejected(Session session, Optional<Money> newTotal) {
        String reason =
                session.errors().stream()
                        .map(Message::content)
                        .findFirst()
                        .orElse("the shop says this checkout is " + session.status());
        return new PlaceResult.Rejected(
                reason, newTotal, session.errors().stream().anyMatch(Message::isAboutStock));
    }

    @Override
    public Lookup find(IdempotencyKey key, Optional<String> trace) {
        if (trace.isEmpty()) {
            return new Lookup.CannotAsk("UCP lists no orders, and the checkout's id is not known");
        }
        return switch (calls.checkout(trace.get())) {
            case Answer.Good(Json body, _) when isCompleted(body) ->
                    new Lookup.Found(orderOf(new Session(body)));
            case Answer.Good _ -> new Lookup.NotFound();
            case Answer.Refusal refusal ->
                    new Lookup.CannotAsk(
                            "the shop no longer knows the checkout: " + refusal.words());
        };
    }

    @Override
    public UpstreamOrder track(OrderHandle order) {
        Answer.Good stated = Calls.good(calls.order(order.upstreamOrderId()));
        return Deliveries.order(stated.body(), order, stated.at());
    }

    /** From here on nothing may look like a failure: the order exists. */
    private UpstreamOrder accepted(Session session) {
        try {
            return orderOf(session);
        } catch (UpstreamException notNow) {
            return new UpstreamOrder(
                    handle(session),
                    UpstreamOrder.Status.ACCEPTED,
                    session.status(),
                    session.total(),
                    List.of(),
                    clock.instant());
        }
    }

    private UpstreamOrder orderOf(Session session) {
        return track(handle(session));
    }

    private static OrderHandle handle(Session session) {
        String id =
                session.orderId()
                        .orElseThrow(() -> new Drifted("a completed checkout that names no order"));
        return new OrderHandle(id, new Secret(session.id()));
    }

    private static boolean isCompleted(Json body) {
        return body.text("status").equals("completed");
    }

    private static boolean isUnderWay(Json body) {
        return body.text("status").equals("complete_in_progress");
    }

    /**
     * The header is to be a UUID. It is made of our key and the checkout: the same attempt repeats
     * it, while another checkout for the same sub-order, after a price change, is another request
     * and would be refused under the old key.
     */
    private static UUID keyFor(IdempotencyKey key, String checkout) {
        return UUID.nameUUIDFromBytes(
                (key.value() + " " + checkout).getBytes(StandardCharsets.UTF_8));
    }
}
