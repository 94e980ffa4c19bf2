package com.truecart.connector.woocommerce;

import com.truecart.connector.woocommerce.Calls.Answer;
import com.truecart.kit.PlainText;
import com.truecart.spi.OrderLine;
import com.truecart.spi.QuoteRequest;
import com.truecart.spi.QuoteResult;
import com.truecart.spi.QuoteResult.Problem;
import com.truecart.spi.QuoteResult.RefusedCode;
import com.truecart.spi.UpstreamException.Drifted;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Fills a cart of its own, so that the shop itself sums it up. */
final class WooQuote {
    private static final int MESSAGE = 300;

    private final Calls calls;
    private final Clock clock;

    WooQuote(Calls calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    QuoteResult quote(QuoteRequest request) {
        String token = calls.openCart();
        List<Problem> problems = fill(token, request.lines());
        if (!problems.isEmpty()) {
            return new QuoteResult.Unavailable(problems);
        }
        Answer addressed =
                calls.changeCart(
                        token,
                        "/cart/update-customer",
                        Map.of(
                                "billing_address", ShopAddress.billing(request.recipient()),
                                "shipping_address", ShopAddress.shipping(request.recipient())));
        if (addressed instanceof Answer.Refusal refusal) {
            return unavailable(words(refusal));
        }
        List<RefusedCode> refused = applyCodes(token, request);
        Cart cart = withCheapestDelivery(token);
        Optional<String> obstacle = obstacle(cart, request);
        if (obstacle.isPresent()) {
            return unavailable(obstacle.get());
        }
        return switch (calls.draft(token)) {
            // short of stock only the draft order shows, for it holds the units back
            case Answer.Refusal refusal when refusal.code().contains("stock") ->
                    unavailable(words(refusal));
            case Answer.Refusal _ ->
                    quoted(request, cart, refused, new Trace(token, Optional.empty()));
            case Answer.Good draft -> quoted(request, cart, refused, trace(token, draft, request));
        };
    }

    private QuoteResult quoted(
            QuoteRequest request, Cart cart, List<RefusedCode> refused, Trace trace) {
        return new QuoteResult.Quoted(
                cart.lines(request.lines()),
                cart.discounts(),
                cart.goods(),
                cart.delivery(),
                cart.tax(),
                cart.payable(),
                Optional.empty(),
                refused,
                trace.token(),
                clock.instant());
    }

    private static Trace trace(String token, Answer.Good draft, QuoteRequest request) {
        String id = draft.body().id("order_id");
        String key = draft.body().optionalText("order_key").orElse("");
        return new Trace(
                token,
                id.equals("0") || key.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Trace.Access(id, key, request.recipient().email())));
    }

    private List<Problem> fill(String token, List<OrderLine> lines) {
        Map<String, Integer> quantities = new TreeMap<>();
        lines.forEach(line -> quantities.merge(line.upstreamId(), line.quantity(), Integer::sum));
        List<Problem> problems = new ArrayList<>();
        quantities.forEach((id, quantity) -> {
            if (calls.addToCart(token, number(id), quantity) instanceof Answer.Refusal refusal) {
                problems.add(new Problem(Optional.of(id), words(refusal)));
            }
        });
        return problems;
    }

    /**
     * A code counts as refused only if the cart lacks it: a repeated call answers "already
     * applied".
     */
    private List<RefusedCode> applyCodes(String token, QuoteRequest request) {
        List<RefusedCode> refused = new ArrayList<>();
        for (String code : request.codes().stream().sorted().toList()) {
            if (calls.changeCart(token, "/cart/apply-coupon", Map.of("code", code))
                            instanceof Answer.Refusal refusal
                    && !cart(token).hasCoupon(code)) {
                refused.add(new RefusedCode(code, words(refusal)));
            }
        }
        return refused;
    }

    private Cart withCheapestDelivery(String token) {
        Cart cart = cart(token);
        boolean changed = false;
        for (Cart.Rate rate : cart.cheapestRates()) {
            if (!rate.selected()) {
                Calls.good(
                        calls.changeCart(
                                token,
                                "/cart/select-shipping-rate",
                                Map.of("package_id", rate.packageId(), "rate_id", rate.rateId())));
                changed = true;
            }
        }
        return changed ? cart(token) : cart;
    }

    private static Optional<String> obstacle(Cart cart, QuoteRequest request) {
        if (!cart.holds(request.lines())) {
            return Optional.of("the shop changed the quantities by itself");
        }
        if (cart.needsShipping() && cart.cheapestRates().isEmpty()) {
            return Optional.of("the shop does not deliver to this address");
        }
        if (!cart.takes(WooOrders.CASH_ON_DELIVERY)) {
            return Optional.of("the shop does not take cash on delivery for this cart");
        }
        return cart.firstError();
    }

    private Cart cart(String token) {
        return new Cart(Calls.good(calls.cart(token)).body());
    }

    private static QuoteResult unavailable(String reason) {
        return new QuoteResult.Unavailable(List.of(new Problem(Optional.empty(), reason)));
    }

    static String words(Answer.Refusal refusal) {
        String words = PlainText.of(refusal.message(), MESSAGE);
        return words.isBlank() ? refusal.code() : words;
    }

    private static long number(String id) {
        if (!id.matches("\\d{1,18}")) {
            throw new Drifted("product ids of WooCommerce are numbers, found " + id);
        }
        return Long.parseLong(id);
    }
}
