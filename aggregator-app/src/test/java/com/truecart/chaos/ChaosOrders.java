package com.truecart.chaos;

import com.truecart.kit.Json;
import com.truecart.model.Money;
import com.truecart.spi.Call;
import com.truecart.spi.Call.Safety;
import com.truecart.spi.ConnectorContext;
import com.truecart.spi.IdempotencyKey;
import com.truecart.spi.Lookup;
import com.truecart.spi.OrderGateway;
import com.truecart.spi.OrderHandle;
import com.truecart.spi.OrderLine;
import com.truecart.spi.PaymentMethod;
import com.truecart.spi.PlaceRequest;
import com.truecart.spi.PlaceResult;
import com.truecart.spi.QuoteRequest;
import com.truecart.spi.QuoteResult;
import com.truecart.spi.Reply;
import com.truecart.spi.Secret;
import com.truecart.spi.Terms;
import com.truecart.spi.Terms.DoubtClass;
import com.truecart.spi.UpstreamException;
import com.truecart.spi.UpstreamOrder;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Ordering at an {@link UnfairShop}, with no more cleverness than its class allows. */
final class ChaosOrders implements OrderGateway {
    private final URI shop;
    private final DoubtClass doubtClass;
    private final ConnectorContext context;

    ChaosOrders(URI shop, DoubtClass doubtClass, ConnectorContext context) {
        this.shop = shop;
        this.doubtClass = doubtClass;
        this.context = context;
    }

    @Override
    public Terms terms() {
        return new Terms(
                doubtClass, Set.of(PaymentMethod.CASH_ON_DELIVERY, PaymentMethod.BANK_TRANSFER));
    }

    @Override
    public QuoteResult quote(QuoteRequest request) {
        Reply reply =
                context.http()
                        .send(
                                Call.postJson(
                                        URI.create(shop + "/quote"),
                                        "{\"lines\": " + lines(request) + "}",
                                        Safety.READ));
        Money total = money(Json.parse(reply.body()));
        Money none = Money.zero(total.currency());
        // one line an order: the whole is the line's
        OrderLine line = request.lines().getFirst();
        return new QuoteResult.Quoted(
                List.of(new QuoteResult.QuotedLine(line, total, total)),
                List.of(),
                total,
                none,
                none,
                total,
                Optional.empty(),
                List.of(),
                "",
                reply.at());
    }

    @Override
    public PlaceResult place(PlaceRequest request, IdempotencyKey key) {
        Reply reply =
                context.http()
                        .send(
                                Call.postJson(
                                        URI.create(shop + "/orders"),
                                        "{\"reference\": \"%s\", \"total\": %d, \"lines\": %s}"
                                                .formatted(
                                                        key.value(),
                                                        request.agreedTotal().minor(),
                                                        lines(request.quote())),
                                        Safety.ONE_SHOT_WRITE));
        return switch (reply.status()) {
            case 201 -> new PlaceResult.Placed(order(Json.parse(reply.body()), reply));
            case 409 ->
                    new PlaceResult.Rejected(
                            Json.parse(reply.body()).text("reason"), Optional.empty());
            default -> new PlaceResult.InDoubt("it answered " + reply.status());
        };
    }

    @Override
    public Lookup find(IdempotencyKey key, Optional<String> trace) {
        if (doubtClass == DoubtClass.WRITE_ONLY) {
            return new Lookup.CannotAsk("it shows no orders");
        }
        Reply reply =
                context.http()
                        .send(Call.get(URI.create(shop + "/orders?reference=" + key.value())));
        List<Json> found = Json.parse(reply.body()).list("orders");
        return found.isEmpty()
                ? new Lookup.NotFound()
                : new Lookup.Found(order(found.getFirst(), reply));
    }

    @Override
    public UpstreamOrder track(OrderHandle order) {
        Reply reply =
                context.http()
                        .send(Call.get(URI.create(shop + "/orders/" + order.upstreamOrderId())));
        if (!reply.isSuccess()) {
            throw new UpstreamException.Drifted("no such order: " + order.upstreamOrderId());
        }
        return order(Json.parse(reply.body()), reply);
    }

    private UpstreamOrder order(Json order, Reply reply) {
        String status = order.text("status");
        return new UpstreamOrder(
                new OrderHandle(order.text("number"), new Secret("")),
                switch (status) {
                    case "accepted" -> UpstreamOrder.Status.ACCEPTED;
                    case "delivered" -> UpstreamOrder.Status.DELIVERED;
                    default -> UpstreamOrder.Status.UNRECOGNISED;
                },
                status,
                money(order),
                List.of(),
                reply.at());
    }

    private Money money(Json stated) {
        return Money.of(stated.number("total"), context.required("currency"));
    }

    private static String lines(QuoteRequest request) {
        return request.lines().stream()
                .map(line ->
                        "{\"sku\": \"%s\", \"quantity\": %d}"
                                .formatted(line.upstreamId(), line.quantity()))
                .collect(Collectors.joining(",", "[", "]"));
    }
}
