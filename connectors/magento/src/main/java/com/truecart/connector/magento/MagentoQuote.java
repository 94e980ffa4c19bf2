package com.truecart.connector.magento;

import com.truecart.connector.magento.Calls.Answer;
import com.truecart.kit.Json;
import com.truecart.kit.PlainText;
import com.truecart.model.Money;
import com.truecart.spi.OrderLine;
import com.truecart.spi.QuoteRequest;
import com.truecart.spi.QuoteResult;
import com.truecart.spi.QuoteResult.Problem;
import com.truecart.spi.QuoteResult.RefusedCode;
import com.truecart.spi.Recipient;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Fills a guest's cart of its own, so that the shop itself sums it up. */
final class MagentoQuote {
    private static final int MESSAGE = 300;

    private final Calls calls;
    private final Payment payment;
    private final Clock clock;

    MagentoQuote(Calls calls, Payment payment, Clock clock) {
        this.calls = calls;
        this.payment = payment;
        this.clock = clock;
    }

    QuoteResult quote(QuoteRequest request) {
        String id = open();
        if (!add(id, request.lines()).isEmpty()) {
            return new QuoteResult.Unavailable(problems(request.lines()));
        }
        Answer addressed = calls.change(Queries.ADDRESS, address(id, request.recipient()));
        if (addressed instanceof Answer.Refusal refusal) {
            return unavailable(refusal.words());
        }
        Optional<String> undeliverable = deliver(id);
        if (undeliverable.isPresent()) {
            return unavailable(undeliverable.get());
        }
        List<RefusedCode> refused = applyCodes(id, request.codes().stream().sorted().toList());
        // a code may free the delivery, or open another way
        Optional<String> noLonger = deliver(id);
        if (noLonger.isPresent()) {
            return unavailable(noLonger.get());
        }
        if (!cart(id).takes(payment)) {
            return unavailable("the shop does not take this way of paying for this cart");
        }
        if (calls.change(Queries.PAY, Map.of("cart", id, "code", payment.code()))
                instanceof Answer.Refusal refusal) {
            return unavailable(refusal.words());
        }
        Cart cart = cart(id);
        if (!cart.holds(request.lines())) {
            return unavailable("the shop changed the quantities by itself");
        }
        Map<String, String> complaints = cart.complaints();
        return complaints.isEmpty()
                ? quoted(request, cart, id, refused)
                : new QuoteResult.Unavailable(
                        complaints.entrySet().stream()
                                .map(one -> new Problem(Optional.of(one.getKey()), one.getValue()))
                                .toList());
    }

    private QuoteResult quoted(
            QuoteRequest request, Cart cart, String id, List<RefusedCode> refused) {
        Summed summed = Summed.of(cart, request.lines());
        return new QuoteResult.Quoted(
                summed.lines(),
                summed.discounts(),
                summed.goods(),
                summed.delivery(),
                summed.tax(),
                summed.total(),
                Optional.empty(),
                refused,
                id,
                clock.instant());
    }

    private String open() {
        return Calls.good(calls.change(Queries.CREATE, Map.of()))
                .json()
                .at("createGuestCart")
                .at("cart")
                .text("id");
    }

    /** What the shop says against the lines, in its words; it does not say against which. */
    private List<String> add(String id, List<OrderLine> lines) {
        List<Map<String, Object>> items = new ArrayList<>();
        Cart.wanted(lines)
                .forEach((listing, quantity) -> items.add(Sku.parse(listing).entry(quantity)));
        return switch (calls.once(Queries.ADD, Map.of("cart", id, "items", items))) {
            case Answer.Refusal refusal -> List.of(refusal.words());
            case Answer.Good(Json json, _) ->
                    json.at("addProductsToCart").list("user_errors").stream()
                            .map(error -> PlainText.of(error.text("message"), MESSAGE))
                            .toList();
        };
    }

    /**
     * Which lines it is that cannot be bought: each is tried in a cart of its own, for in one cart
     * the shop repeats a line's error with every line after it.
     */
    private List<Problem> problems(List<OrderLine> lines) {
        List<Problem> problems = new ArrayList<>();
        Cart.wanted(lines)
                .forEach((listing, quantity) ->
                        add(open(), List.of(new OrderLine(listing, quantity))).stream()
                                .findFirst()
                                .ifPresent(words ->
                                        problems.add(new Problem(Optional.of(listing), words))));
        return problems.isEmpty()
                ? List.of(
                        new Problem(
                                Optional.empty(),
                                "the shop takes each of these lines, but not all of them together"))
                : problems;
    }

    /** Chooses the cheapest way to the door; what stands in the way, where something does. */
    private Optional<String> deliver(String id) {
        Cart cart = cart(id);
        if (cart.isVirtual()) {
            return Optional.empty();
        }
        Optional<Cart.Way> cheapest = cart.cheapestWay();
        if (cheapest.isEmpty()) {
            return Optional.of("the shop does not deliver to this address");
        }
        if (cart.isSelected(cheapest.get())) {
            return Optional.empty();
        }
        Answer answer =
                calls.change(
                        Queries.SHIP,
                        Map.of(
                                "cart", id,
                                "carrier", cheapest.get().carrier(),
                                "method", cheapest.get().method()));
        return answer instanceof Answer.Refusal refusal
                ? Optional.of(refusal.words())
                : Optional.empty();
    }

    /**
     * A cart takes one code. Of several that work the one that makes the cart cheapest stays, found
     * by trying each.
     */
    private List<RefusedCode> applyCodes(String id, List<String> codes) {
        List<RefusedCode> refused = new ArrayList<>();
        Map<String, Money> totals = new HashMap<>();
        for (String code : codes) {
            if (apply(id, code) instanceof Answer.Refusal refusal) {
                refused.add(new RefusedCode(code, refusal.words()));
                continue;
            }
            if (codes.size() == 1) {
                return refused;
            }
            // freed delivery counts only when the freed way is chosen
            deliver(id);
            totals.put(code, cart(id).total());
            Calls.good(calls.change(Queries.REMOVE_COUPON, Map.of("cart", id)));
            deliver(id);
        }
        Optional<String> best =
                codes.stream()
                        .filter(totals::containsKey)
                        .reduce((a, b) -> total(totals, b).compareTo(total(totals, a)) < 0 ? b : a);
        for (String code : codes) {
            if (best.isPresent() && totals.containsKey(code)) {
                if (!code.equals(best.get())) {
                    refused.add(
                            new RefusedCode(
                                    code,
                                    "the shop takes one code for a cart; "
                                            + best.get()
                                            + " saves no less"));
                } else if (apply(id, code) instanceof Answer.Refusal refusal) {
                    refused.add(new RefusedCode(code, refusal.words()));
                }
            }
        }
        return refused;
    }

    private static Money total(Map<String, Money> totals, String code) {
        return Objects.requireNonNull(totals.get(code));
    }

    private Answer apply(String id, String code) {
        return calls.change(Queries.APPLY_COUPON, Map.of("cart", id, "code", code));
    }

    private Cart cart(String id) {
        return new Cart(
                Calls.good(calls.read(Queries.CART, Map.of("cart", id, "lines", Queries.LINES)))
                        .json()
                        .at("cart"));
    }

    private static Map<String, Object> address(String id, Recipient recipient) {
        Map<String, Object> address = new HashMap<>();
        address.put("firstname", recipient.givenName());
        address.put("lastname", recipient.familyName());
        address.put("street", List.of(recipient.street()));
        address.put("city", recipient.city());
        address.put("country_code", recipient.country());
        address.put("telephone", recipient.phone());
        address.put("save_in_address_book", false);
        if (!recipient.region().isBlank()) {
            address.put("region", recipient.region());
        }
        if (!recipient.postcode().isBlank()) {
            address.put("postcode", recipient.postcode());
        }
        return Map.of("cart", id, "email", recipient.email(), "address", address);
    }

    private static QuoteResult unavailable(String reason) {
        return new QuoteResult.Unavailable(List.of(new Problem(Optional.empty(), reason)));
    }
}
