package com.truecart.connector.magento;

import com.truecart.connector.magento.Calls.Answer;
import com.truecart.connector.magento.Calls.Category;
import com.truecart.kit.Json;
import com.truecart.kit.PlainText;
import com.truecart.model.Money;
import com.truecart.spi.IdempotencyKey;
import com.truecart.spi.Lookup;
import com.truecart.spi.OrderGateway;
import com.truecart.spi.OrderHandle;
import com.truecart.spi.PlaceRequest;
import com.truecart.spi.PlaceResult;
import com.truecart.spi.QuoteRequest;
import com.truecart.spi.QuoteResult;
import com.truecart.spi.Secret;
import com.truecart.spi.Terms;
import com.truecart.spi.Terms.DoubtClass;
import com.truecart.spi.UpstreamException;
import com.truecart.spi.UpstreamException.Drifted;
import com.truecart.spi.UpstreamOrder;
import com.truecart.spi.UpstreamOrder.Status;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Orders as a guest, paid without us.
 *
 * <p>A cart becomes one order and is no cart any more, so the same cart never buys twice. But the
 * order's number and token come with the answer to placing and from nowhere else: where that answer
 * is lost, the cart says that there is an order, and nobody says which.
 */
final class MagentoOrders implements OrderGateway {
    private static final int MESSAGE = 300;

    /** Words of a refusal after which surely nothing was booked. */
    private static final Set<String> REFUSALS =
            Set.of(
                    "GUEST_EMAIL_MISSING",
                    "UNABLE_TO_PLACE_ORDER",
                    "INSUFFICIENT_STOCK",
                    "CART_NOT_FOUND");

    private static final String BECAME_AN_ORDER =
            "the cart became an order, but its number came with an answer that was lost; the shop"
                    + " can find it by the e-mail address";

    private final Calls calls;
    private final Payment payment;
    private final MagentoQuote quotes;
    private final Clock clock;

    MagentoOrders(Calls calls, Payment payment, Clock clock) {
        this.calls = calls;
        this.payment = payment;
        this.quotes = new MagentoQuote(calls, payment, clock);
        this.clock = clock;
    }

    @Override
    public Terms terms() {
        return new Terms(DoubtClass.WRITE_ONLY, Set.of(payment.method()));
    }

    @Override
    public QuoteResult quote(QuoteRequest request) {
        return quotes.quote(request);
    }

    @Override
    public PlaceResult place(PlaceRequest request, IdempotencyKey key) {
        if (request.paymentMethod() != payment.method()) {
            return new PlaceResult.Rejected(
                    "this cart was quoted for another way of paying", Optional.empty());
        }
        return switch (look(request.resumeToken())) {
            case Answer.Refusal refusal -> gone(refusal);
            case Answer.Good(Json json, _) -> place(request, new Cart(json.at("cart")));
        };
    }

    private PlaceResult place(PlaceRequest request, Cart cart) {
        if (!cart.holds(request.quote().lines()) || !cart.isDelivered()) {
            return new PlaceResult.Rejected(
                    "the cart at the shop no longer holds what was quoted", Optional.empty());
        }
        Optional<String> complaint = cart.complaints().values().stream().findFirst();
        if (complaint.isPresent()) {
            return new PlaceResult.Rejected(complaint.get(), Optional.empty());
        }
        // the platform has no guard of its own: between this look and the order the price may move
        Money asked = cart.total();
        if (asked.compareTo(request.agreedTotal()) > 0) {
            return new PlaceResult.Rejected(
                    "the shop now asks for more than was agreed", Optional.of(asked));
        }
        return switch (calls.once(Queries.PLACE, Map.of("cart", request.resumeToken()))) {
            // releases from 2.4.9 on refuse with an error of the whole document
            case Answer.Refusal refusal -> unless(request.resumeToken(), refusal.words(), false);
            case Answer.Good(Json json, _) ->
                    answered(json.at("placeOrder"), request.resumeToken(), asked);
        };
    }

    private PlaceResult answered(Json placed, String cart, Money asked) {
        Optional<Json> order = placed.optional("orderV2");
        if (order.isPresent()) {
            return new PlaceResult.Placed(accepted(order.get(), asked));
        }
        List<Json> errors = placed.optionalList("errors");
        if (errors.isEmpty()) {
            throw new Drifted("the answer to placing names neither an order nor an error");
        }
        String code = errors.getFirst().text("code");
        String words = PlainText.of(errors.getFirst().text("message"), MESSAGE);
        if (code.equals("CART_NOT_ACTIVE")) {
            return new PlaceResult.InDoubt(BECAME_AN_ORDER);
        }
        return REFUSALS.contains(code)
                ? unless(cart, words, code.equals("INSUFFICIENT_STOCK"))
                : new PlaceResult.InDoubt("the shop answers " + code + ": " + words);
    }

    /**
     * A refusal, unless the cart is none any more: a second attempt is refused because a first one,
     * whose answer was lost, went through in the meantime.
     */
    private PlaceResult unless(String cart, String words, boolean outOfStock) {
        try {
            return switch (look(cart)) {
                case Answer.Good _ -> new PlaceResult.Rejected(words, Optional.empty(), outOfStock);
                case Answer.Refusal refusal -> gone(refusal);
            };
        } catch (UpstreamException unclear) {
            return new PlaceResult.InDoubt(String.valueOf(unclear.getMessage()));
        }
    }

    /** A guest's cart ends by becoming an order; a shop also sweeps out old ones. */
    private static PlaceResult gone(Answer.Refusal refusal) {
        return refusal.category() == Category.NO_SUCH_ENTITY
                ? new PlaceResult.InDoubt(
                        "the cart is none any more (\""
                                + refusal.words()
                                + "\"): probably "
                                + BECAME_AN_ORDER)
                : new PlaceResult.Rejected(refusal.words(), Optional.empty());
    }

    /** From here on nothing may look like a failure: the order exists. */
    private UpstreamOrder accepted(Json order, Money asked) {
        OrderHandle handle = new OrderHandle(order.text("number"), new Secret(order.text("token")));
        try {
            return track(handle);
        } catch (UpstreamException notNow) {
            return new UpstreamOrder(
                    handle, Status.ACCEPTED, "", asked, List.of(), clock.instant());
        }
    }

    @Override
    public Lookup find(IdempotencyKey key, Optional<String> trace) {
        if (trace.isEmpty()) {
            return new Lookup.CannotAsk("a Magento shop lists no orders to guests");
        }
        return switch (look(trace.get())) {
            case Answer.Good _ -> new Lookup.NotFound();
            case Answer.Refusal _ -> new Lookup.CannotAsk(BECAME_AN_ORDER);
        };
    }

    @Override
    public UpstreamOrder track(OrderHandle order) {
        Answer.Good found =
                Calls.good(calls.read(Queries.ORDER, Map.of("token", order.access().reveal())));
        return Placed.of(found.json().at("guestOrderByToken"), order, found.at());
    }

    private Answer look(String cart) {
        return calls.read(Queries.CART, Map.of("cart", cart, "lines", Queries.LINES));
    }
}
