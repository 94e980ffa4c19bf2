package com.truecart.testkit.corner;

import com.truecart.kit.Json;
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
import com.truecart.spi.Terms;
import com.truecart.spi.UpstreamException.Drifted;
import com.truecart.spi.UpstreamOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Carts and orders of the corner shop, which takes one order per reference of ours. */
final class Orders implements OrderGateway {
    private final Calls calls;

    Orders(Calls calls) {
        this.calls = calls;
    }

    @Override
    public Terms terms() {
        return new Terms(Terms.DoubtClass.KEY, Set.of(PaymentMethod.CASH_ON_DELIVERY));
    }

    // guide: quote
    @Override
    public QuoteResult quote(QuoteRequest request) {
        List<Map<String, Object>> wanted = new ArrayList<>();
        for (OrderLine line : request.lines()) {
            wanted.add(Map.of("id", line.upstreamId(), "quantity", line.quantity()));
        }
        Calls.Answer answer =
                calls.openCart(Map.of("lines", wanted, "codes", List.copyOf(request.codes())));
        if (answer.status() == 422) {
            return new QuoteResult.Unavailable(
                    answer.body().list("problems").stream()
                            .map(problem ->
                                    new QuoteResult.Problem(
                                            Optional.of(problem.text("id")),
                                            problem.text("reason")))
                            .toList());
        }
        return quoted(answer.expect(200), answer.at());
    }

    // end

    private static QuoteResult quoted(Json cart, Instant at) {
        return new QuoteResult.Quoted(
                cart.list("lines").stream().map(Orders::line).toList(),
                cart.list("discounts").stream()
                        .map(discount ->
                                new QuoteResult.Discount(
                                        discount.text("label"),
                                        Translate.money(discount, "amount")))
                        .toList(),
                Translate.money(cart, "goods"),
                Translate.money(cart, "delivery"),
                Translate.nothing(),
                Translate.money(cart, "payable"),
                Optional.empty(),
                cart.list("refused").stream()
                        .map(code ->
                                new QuoteResult.RefusedCode(code.text("code"), code.text("reason")))
                        .toList(),
                cart.text("cart"),
                at);
    }

    private static QuoteResult.QuotedLine line(Json line) {
        return new QuoteResult.QuotedLine(
                new OrderLine(line.text("id"), Math.toIntExact(line.number("quantity"))),
                Translate.money(line, "unit"),
                Translate.money(line, "total"));
    }

    // guide: place
    @Override
    public PlaceResult place(PlaceRequest request, IdempotencyKey key) {
        Calls.Answer answer =
                calls.order(
                        Map.of(
                                "cart", request.resumeToken(),
                                "reference", key.value(),
                                "agreed", request.agreedTotal().major().toPlainString()));
        return switch (answer.status()) {
            case 200, 201 -> new PlaceResult.Placed(Translate.order(answer.body(), answer.at()));
            case 409 ->
                    new PlaceResult.Rejected(
                            "the shop now asks for more than was agreed",
                            Optional.of(Translate.money(answer.body(), "payable")));
            default -> new PlaceResult.InDoubt("the shop answers " + answer.status());
        };
    }

    @Override
    public Lookup find(IdempotencyKey key, Optional<String> trace) {
        return calls.order("reference", key.value())
                .<Lookup>map(Lookup.Found::new)
                .orElse(new Lookup.NotFound());
    }

    // end

    @Override
    public UpstreamOrder track(OrderHandle order) {
        return calls.order("id", order.upstreamOrderId())
                .orElseThrow(() -> new Drifted("the shop no longer knows the order"));
    }
}
