package com.truecart.connector.shopify;

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
import com.truecart.spi.Terms;
import com.truecart.spi.Terms.DoubtClass;
import com.truecart.spi.UpstreamException.Refused;
import com.truecart.spi.UpstreamOrder;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Orders that the shopper finishes at the shop's own checkout: the Storefront API makes carts and
 * no orders, and shows nobody what became of a cart.
 */
final class ShopifyOrders implements OrderGateway {
    private static final Terms TERMS =
            new Terms(DoubtClass.WRITE_ONLY, Set.of(PaymentMethod.AT_THE_STORE));

    private static final String NOBODY_CAN_ASK =
            "a Shopify shop shows its orders to nobody but itself and its customer; the customer"
                    + " has its e-mail";

    private final Calls calls;
    private final Shop shop;
    private final ShopifyQuote quotes;

    ShopifyOrders(Calls calls, Shop shop, Clock clock) {
        this.calls = calls;
        this.shop = shop;
        this.quotes = new ShopifyQuote(calls, shop, clock);
    }

    @Override
    public Terms terms() {
        return TERMS;
    }

    @Override
    public QuoteResult quote(QuoteRequest request) {
        return quotes.quote(request);
    }

    /** Looks once more what the cart asks for, and sends the shopper to its checkout. */
    @Override
    public PlaceResult place(PlaceRequest request, IdempotencyKey key) {
        Optional<Json> found =
                calls.read(Queries.CART_AGAIN, Map.of("cart", request.resumeToken()))
                        .json()
                        .optional("cart");
        if (found.isEmpty()) {
            return new PlaceResult.InDoubt(
                    "the cart is gone: it was bought at the shop's checkout, or it lapsed");
        }
        Cart cart = new Cart(found.get());
        if (!cart.holds(request.quote().lines())) {
            return new PlaceResult.Rejected(
                    "the cart at the shop no longer holds what was quoted", Optional.empty());
        }
        if (cart.needsDelivery() && cart.cheapestWays().size() < Math.max(1, cart.groupCount())) {
            return new PlaceResult.Rejected(
                    "the shop no longer delivers to this address", Optional.empty());
        }
        if (cart.isEstimated() && !shop.taxesIncluded()) {
            return new PlaceResult.Rejected(
                    "the shop's cart gives an estimate only now", Optional.empty());
        }
        Money known = ShopifyQuote.known(cart);
        Money asked = known.plus(ShopifyQuote.beyond(cart, known));
        return asked.compareTo(request.agreedTotal()) > 0
                ? new PlaceResult.Rejected(
                        "the shop now asks for more than was agreed", Optional.of(asked))
                : new PlaceResult.NeedsBuyer(cart.checkout());
    }

    @Override
    public Lookup find(IdempotencyKey key, Optional<String> trace) {
        return new Lookup.CannotAsk(NOBODY_CAN_ASK);
    }

    @Override
    public UpstreamOrder track(OrderHandle order) {
        throw new Refused(NOBODY_CAN_ASK);
    }
}
