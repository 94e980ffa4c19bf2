package com.truecart.connector.medusa;

import com.truecart.connector.medusa.Calls.Answer;
import com.truecart.kit.Json;
import com.truecart.kit.PlainText;
import com.truecart.model.Money;
import com.truecart.spi.Call.Safety;
import com.truecart.spi.QuoteRequest;
import com.truecart.spi.QuoteResult;
import com.truecart.spi.QuoteResult.Problem;
import com.truecart.spi.QuoteResult.RefusedCode;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Fills a cart of its own, so that the shop itself sums it up. A cart made twice because an answer
 * was lost is one that nobody uses, so making one is repeatable.
 */
final class MedusaQuote {
    private static final int MESSAGE = 300;

    private final Calls calls;
    private final Clock clock;

    MedusaQuote(Calls calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    QuoteResult quote(QuoteRequest request) {
        Market market = calls.market();
        String country = request.recipient().country();
        // the shop would take the address, at this region's prices and the other country's tax
        if (!market.countries().contains(country.toLowerCase(Locale.ROOT))) {
            return unavailable("the shop does not send to " + country + " at these prices");
        }
        Map<String, Integer> units = new TreeMap<>();
        request.lines()
                .forEach(line -> units.merge(line.upstreamId(), line.quantity(), Integer::sum));
        return switch (open(market, units, request)) {
            case Answer.Refusal refusal ->
                    new QuoteResult.Unavailable(culprits(market, units, refusal));
            case Answer.Good(Json body, _) -> delivered(request, Cart.of(body));
        };
    }

    private Answer open(Market market, Map<String, Integer> units, QuoteRequest request) {
        Map<String, String> address = ShopAddress.of(request.recipient());
        Map<String, Object> body = new HashMap<>(goods(market, units));
        body.put("email", request.recipient().email());
        body.put("shipping_address", address);
        body.put("billing_address", address);
        return calls.store("/carts?fields=" + Cart.FIELDS, body, Safety.REPEATABLE_WRITE);
    }

    private static Map<String, Object> goods(Market market, Map<String, Integer> units) {
        List<Map<String, ?>> items = new ArrayList<>();
        units.forEach((id, quantity) -> items.add(Map.of("variant_id", id, "quantity", quantity)));
        return Map.of("region_id", market.regionId(), "items", items);
    }

    /** The shop says that something is sold out and not what, so each line is tried alone. */
    private List<Problem> culprits(
            Market market, Map<String, Integer> units, Answer.Refusal together) {
        List<Problem> problems = new ArrayList<>();
        units.forEach((id, quantity) -> {
            Answer alone =
                    units.size() == 1
                            ? together
                            : calls.store(
                                    "/carts?fields=id",
                                    goods(market, Map.of(id, quantity)),
                                    Safety.REPEATABLE_WRITE);
            if (alone instanceof Answer.Refusal refusal) {
                problems.add(new Problem(Optional.of(id), words(refusal)));
            }
        });
        return problems.isEmpty()
                ? List.of(new Problem(Optional.empty(), words(together)))
                : List.copyOf(problems);
    }

    /**
     * Delivery before codes: a code that lowers the fee is dropped by the shop where there is no
     * fee yet, and does not come back by itself.
     */
    private QuoteResult delivered(QuoteRequest request, Cart opened) {
        Optional<Cart> sent = withCheapestDelivery(opened);
        if (sent.isEmpty()) {
            return unavailable("the shop does not deliver to this address");
        }
        Cart cart = sent.get();
        Map<String, String> refusals = new TreeMap<>();
        for (String code : request.codes().stream().sorted().toList()) {
            // one by one: of several the shop takes none if it knows one of them not
            switch (change(cart, "/promotions", Map.of("promo_codes", List.of(code)))) {
                case Answer.Refusal refusal -> refusals.put(code, words(refusal));
                case Answer.Good(Json body, _) -> cart = Cart.of(body);
            }
        }
        if (!cart.holds(request.lines())) {
            return unavailable("the shop changed the quantities by itself");
        }
        return new QuoteResult.Quoted(
                cart.lines(request.lines()),
                cart.discounts(),
                cart.goods(),
                cart.delivery(),
                Money.zero(cart.currency()),
                cart.payable(),
                Optional.empty(),
                refused(request.codes(), refusals, cart.codesInEffect()),
                cart.id(),
                clock.instant());
    }

    /** A code that is known but whose conditions do not hold is taken and dropped in silence. */
    private static List<RefusedCode> refused(
            Set<String> codes, Map<String, String> refusals, Set<String> inEffect) {
        List<RefusedCode> refused = new ArrayList<>();
        for (String code : codes.stream().sorted().toList()) {
            if (!inEffect.contains(code)) {
                refused.add(
                        new RefusedCode(
                                code,
                                refusals.getOrDefault(
                                        code, "the shop takes nothing off this basket for it")));
            }
        }
        return refused;
    }

    /**
     * With the cheapest way to the door for each kind of goods the shop sends by itself (a shipping
     * profile); picking up in person is another kind of order. Empty where there is none.
     */
    private Optional<Cart> withCheapestDelivery(Cart cart) {
        Json offered =
                Calls.good(calls.store("/shipping-options?cart_id=" + Calls.encode(cart.id())))
                        .body();
        Map<String, ShippingOption> cheapest = new TreeMap<>();
        for (Json each : offered.list("shipping_options")) {
            ShippingOption.of(each, option -> calculated(cart, option))
                    .ifPresent(option ->
                            cheapest.merge(
                                    option.profile(),
                                    option,
                                    (one, other) ->
                                            other.price().compareTo(one.price()) < 0
                                                    ? other
                                                    : one));
        }
        if (cheapest.isEmpty()) {
            return Optional.empty();
        }
        Cart changed = cart;
        for (ShippingOption option : cheapest.values()) {
            changed =
                    Cart.of(
                            Calls.good(
                                            change(
                                                    cart,
                                                    "/shipping-methods",
                                                    Map.of("option_id", option.id())))
                                    .body());
        }
        return Optional.of(changed);
    }

    private BigDecimal calculated(Cart cart, String option) {
        return Calls.good(
                        calls.store(
                                "/shipping-options/" + Calls.encode(option) + "/calculate",
                                Map.of("cart_id", cart.id(), "data", Map.of()),
                                Safety.REPEATABLE_WRITE))
                .body()
                .at("shipping_option")
                .decimal("amount");
    }

    private Answer change(Cart cart, String path, Map<String, ?> body) {
        return calls.store(
                "/carts/" + Calls.encode(cart.id()) + path + "?fields=" + Cart.FIELDS,
                body,
                Safety.REPEATABLE_WRITE);
    }

    private static QuoteResult unavailable(String reason) {
        return new QuoteResult.Unavailable(List.of(new Problem(Optional.empty(), reason)));
    }

    static String words(Answer.Refusal refusal) {
        String words = PlainText.of(refusal.message(), MESSAGE);
        return words.isBlank() ? refusal.status() + " " + refusal.type() : words;
    }
}
