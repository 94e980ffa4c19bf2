package com.truecart.connector.shopify;

import com.truecart.kit.Json;
import com.truecart.kit.PlainText;
import com.truecart.model.Money;
import com.truecart.spi.OrderLine;
import com.truecart.spi.QuoteRequest;
import com.truecart.spi.QuoteResult;
import com.truecart.spi.QuoteResult.Discount;
import com.truecart.spi.QuoteResult.Problem;
import com.truecart.spi.QuoteResult.RefusedCode;
import com.truecart.spi.Recipient;
import com.truecart.spi.UpstreamException.Drifted;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes a cart, so that the shop itself sums it up, and says what it comes to only where the cart
 * knows all of it.
 */
final class ShopifyQuote {
    private static final int MESSAGE = 300;

    private final Calls calls;
    private final Shop shop;
    private final Clock clock;

    ShopifyQuote(Calls calls, Shop shop, Clock clock) {
        this.calls = calls;
        this.shop = shop;
        this.clock = clock;
    }

    QuoteResult quote(QuoteRequest request) {
        Json made =
                calls.write(Queries.CART_CREATE, Map.of("input", input(request)))
                        .json()
                        .at("cartCreate");
        Optional<Json> created = made.optional("cart");
        if (created.isEmpty()) {
            return new QuoteResult.Unavailable(refusals(made, request.lines()));
        }
        Cart cart = new Cart(created.get());
        if (!cart.holds(request.lines())) {
            return new QuoteResult.Unavailable(shortages(cart, made, request.lines()));
        }
        List<RefusedCode> refused = refused(cart, made, request);
        if (cart.needsDelivery() && !cart.statesDelivery()) {
            return unavailable(
                    "the shop's cart does not say what delivery costs; only its checkout does");
        }
        List<Cart.Way> ways = cart.cheapestWays();
        if (ways.size() < cart.groupCount()) {
            return unavailable("the shop does not deliver to this address");
        }
        Cart delivered = delivered(cart, ways);
        if (delivered.isEstimated() && !shop.taxesIncluded()) {
            return unavailable(
                    "the shop's cart gives an estimate only; its checkout may add taxes or duties");
        }
        return quoted(request, delivered, refused);
    }

    private QuoteResult quoted(QuoteRequest request, Cart cart, List<RefusedCode> refused) {
        Money known = known(cart);
        Money tax = beyond(cart, known);
        return new QuoteResult.Quoted(
                cart.lines(request.lines()),
                cart.discounts(),
                cart.goods(),
                cart.delivery(),
                tax,
                known.plus(tax),
                Optional.empty(),
                refused,
                cart.id(),
                clock.instant());
    }

    /** What the cart comes to by its parts: lines, what is off them, delivery. */
    static Money known(Cart cart) {
        Money known = cart.goods().plus(cart.delivery());
        for (Discount discount : cart.discounts()) {
            known = known.minus(discount.amount());
        }
        return known;
    }

    /**
     * What the shop's own sum has beyond the parts: taxes and duties, where it knows them. A sum
     * that just lacks the delivery the shop states itself is the sum before delivery.
     */
    static Money beyond(Cart cart, Money known) {
        Money total = cart.total();
        Money beyond = total.minus(known);
        if (!beyond.isNegative()) {
            return beyond;
        }
        if (beyond.negated().equals(cart.delivery())) {
            return Money.zero(total.currency());
        }
        throw new Drifted(
                "the cart does not add up: its parts make " + known + ", it asks for " + total);
    }

    private Cart delivered(Cart cart, List<Cart.Way> ways) {
        if (ways.stream().allMatch(Cart.Way::selected)) {
            return cart;
        }
        List<Map<String, String>> chosen =
                ways.stream()
                        .map(way ->
                                Map.of(
                                        "deliveryGroupId",
                                        way.group(),
                                        "deliveryOptionHandle",
                                        way.handle()))
                        .toList();
        Json answer =
                calls.write(Queries.CHOOSE_DELIVERY, Map.of("cart", cart.id(), "chosen", chosen))
                        .json()
                        .at("cartSelectedDeliveryOptionsUpdate");
        return answer.optional("cart")
                .map(Cart::new)
                .orElseThrow(() ->
                        new Drifted(
                                "the shop does not take a delivery it offers: "
                                        + firstError(answer)));
    }

    private static Map<String, Object> input(QuoteRequest request) {
        Map<String, Object> input = new HashMap<>();
        input.put(
                "lines",
                Cart.wanted(request.lines()).entrySet().stream()
                        .map(line ->
                                Map.of(
                                        "merchandiseId",
                                        Translate.variantGid(line.getKey()),
                                        "quantity",
                                        line.getValue()))
                        .toList());
        input.put("discountCodes", request.codes().stream().sorted().toList());
        Recipient recipient = request.recipient();
        input.put(
                "buyerIdentity",
                Map.of("email", recipient.email(), "countryCode", recipient.country()));
        input.put(
                "delivery",
                Map.of(
                        "addresses",
                        List.of(
                                Map.of(
                                        "selected",
                                        true,
                                        "oneTimeUse",
                                        true,
                                        "address",
                                        Map.of("deliveryAddress", address(recipient))))));
        return input;
    }

    /** What is empty is left out; so is a region that is no code, which the shop would refuse. */
    private static Map<String, String> address(Recipient recipient) {
        Map<String, String> fields = new HashMap<>();
        fields.put("firstName", recipient.givenName());
        fields.put("lastName", recipient.familyName());
        fields.put("address1", recipient.street());
        fields.put("city", recipient.city());
        fields.put("countryCode", recipient.country());
        fields.put("phone", recipient.phone());
        fields.put("zip", recipient.postcode());
        if (recipient.region().matches("[A-Z0-9]{1,3}")) {
            fields.put("provinceCode", recipient.region());
        }
        fields.values().removeIf(String::isBlank);
        return fields;
    }

    /** A code the cart does not name, or names as not applicable; the warnings say why. */
    private static List<RefusedCode> refused(Cart cart, Json answer, QuoteRequest request) {
        List<String> left =
                request.codes().stream()
                        .sorted()
                        .filter(code -> !cart.takes(code).orElse(false))
                        .toList();
        List<Json> warnings =
                answer.optionalList("warnings").stream()
                        .filter(warning -> warning.text("code").startsWith("DISCOUNT"))
                        .toList();
        List<RefusedCode> refused = new ArrayList<>();
        for (String code : left) {
            String reason =
                    warnings.stream()
                            .map(ShopifyQuote::words)
                            .filter(words -> words.contains(code) || left.size() == 1)
                            .findFirst()
                            .orElse("the shop does not take it for this cart");
            refused.add(new RefusedCode(code, reason));
        }
        return refused;
    }

    /** Which variants the cart holds too few of, and what the shop says of that. */
    private static List<Problem> shortages(Cart cart, Json answer, List<OrderLine> lines) {
        Map<String, Integer> held = cart.quantities();
        List<Problem> problems = new ArrayList<>();
        Cart.wanted(lines)
                .forEach((id, quantity) -> {
                    int had = held.getOrDefault(id, 0);
                    if (had != quantity) {
                        problems.add(
                                new Problem(
                                        Optional.of(id),
                                        about(answer, id)
                                                .orElse(
                                                        had == 0
                                                                ? "the shop has none of it now"
                                                                : "the shop sells only " + had)));
                    }
                });
        return problems;
    }

    private static Optional<String> about(Json answer, String id) {
        return answer.optionalList("warnings").stream()
                .filter(warning -> warning.text("target").equals(Translate.variantGid(id)))
                .map(ShopifyQuote::words)
                .filter(words -> !words.isBlank())
                .findFirst();
    }

    /** {@code "field":["input","lines","0","merchandiseId"]} is about the first line sent. */
    private static List<Problem> refusals(Json answer, List<OrderLine> lines) {
        List<String> sent = List.copyOf(Cart.wanted(lines).keySet());
        List<Problem> problems = new ArrayList<>();
        for (Json error : answer.list("userErrors")) {
            List<String> field = error.optionalList("field").stream().map(Json::asText).toList();
            Optional<String> about =
                    field.size() > 2
                                    && field.get(1).equals("lines")
                                    && field.get(2).matches("\\d{1,3}")
                            ? Optional.of(Integer.parseInt(field.get(2)))
                                    .filter(index -> index < sent.size())
                                    .map(sent::get)
                            : Optional.empty();
            problems.add(new Problem(about, words(error)));
        }
        if (problems.isEmpty()) {
            throw new Drifted("the shop makes no cart and does not say why");
        }
        return problems;
    }

    private static String firstError(Json answer) {
        return answer.optionalList("userErrors").stream()
                .map(ShopifyQuote::words)
                .findFirst()
                .orElse("it does not say why");
    }

    private static String words(Json said) {
        return PlainText.of(said.text("message"), MESSAGE);
    }

    private static QuoteResult unavailable(String reason) {
        return new QuoteResult.Unavailable(List.of(new Problem(Optional.empty(), reason)));
    }
}
