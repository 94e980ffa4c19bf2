package com.truecart.connector.woocommerce;

import com.truecart.connector.woocommerce.Calls.Answer;
import com.truecart.connector.woocommerce.Calls.Change;
import com.truecart.kit.Json;
import com.truecart.kit.PlainText;
import com.truecart.spi.PaymentMethod;
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
import java.util.stream.Stream;

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
        List<String> ids = quantities(request).keySet().stream().toList();
        List<String> codes = request.codes().stream().sorted().toList();
        List<Answer> answers = calls.change(token, changes(request, codes));
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            if (answers.get(i) instanceof Answer.Refusal refusal) {
                problems.add(new Problem(Optional.of(ids.get(i)), words(refusal)));
            }
        }
        if (!problems.isEmpty()) {
            return new QuoteResult.Unavailable(problems);
        }
        if (answers.get(ids.size()) instanceof Answer.Refusal refusal) {
            return unavailable(words(refusal));
        }
        Cart filled = last(answers);
        List<RefusedCode> refused =
                refused(codes, answers.subList(ids.size() + 1, answers.size()), filled);
        Cart cart = withCheapestDelivery(token, filled);
        Optional<String> obstacle = obstacle(cart, request);
        if (obstacle.isPresent()) {
            return unavailable(obstacle.get());
        }
        return switch (calls.draft(token)) {
            // short of stock only the draft order shows, for it holds the units back
            case Answer.Refusal refusal when isShortOfStock(refusal) -> unavailable(words(refusal));
            case Answer.Refusal _ ->
                    quoted(request, cart, refused, new Trace(token, Optional.empty()));
            case Answer.Good draft -> quoted(request, cart, refused, trace(token, draft, request));
        };
    }

    /**
     * {@code woocommerce_rest_product_out_of_stock}, {@code …_partially_out_of_stock}, {@code
     * …_not_enough_stock}.
     */
    static boolean isShortOfStock(Answer.Refusal refusal) {
        return refusal.code().contains("stock");
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

    /**
     * All that fills the cart, in the order in which its answers are read: goods, address, codes.
     */
    private static List<Change> changes(QuoteRequest request, List<String> codes) {
        List<Change> changes = new ArrayList<>();
        quantities(request)
                .forEach((id, quantity) ->
                        changes.add(
                                new Change(
                                        "/cart/add-item",
                                        Map.of("id", number(id), "quantity", quantity))));
        changes.add(
                new Change(
                        "/cart/update-customer",
                        Map.of(
                                "billing_address", ShopAddress.billing(request.recipient()),
                                "shipping_address", ShopAddress.shipping(request.recipient()))));
        codes.forEach(code -> changes.add(new Change("/cart/apply-coupon", Map.of("code", code))));
        return changes;
    }

    private static Map<String, Integer> quantities(QuoteRequest request) {
        Map<String, Integer> quantities = new TreeMap<>();
        request.lines()
                .forEach(
                        line -> quantities.merge(line.upstreamId(), line.quantity(), Integer::sum));
        return quantities;
    }

    /** Each change that was made is answered with the whole cart. */
    private static Cart last(List<Answer> answers) {
        return answers.reversed().stream()
                .flatMap(answer ->
                        answer instanceof Answer.Good(Json body, _)
                                ? Stream.of(new Cart(body))
                                : Stream.of())
                .findFirst()
                .orElseThrow(() -> new Drifted("the shop made none of the changes"));
    }

    /**
     * A code counts as refused only if the cart lacks it: one that is applied already is answered
     * with a refusal too.
     */
    private static List<RefusedCode> refused(List<String> codes, List<Answer> answers, Cart cart) {
        List<RefusedCode> refused = new ArrayList<>();
        for (int i = 0; i < codes.size(); i++) {
            if (!cart.hasCoupon(codes.get(i))) {
                String reason =
                        answers.get(i) instanceof Answer.Refusal refusal
                                ? words(refusal)
                                : cart.firstError().orElse("the shop took it off again");
                refused.add(new RefusedCode(codes.get(i), reason));
            }
        }
        return refused;
    }

    private Cart withCheapestDelivery(String token, Cart cart) {
        List<Change> choices =
                cart.cheapestRates().stream()
                        .filter(rate -> !rate.selected())
                        .map(rate ->
                                new Change(
                                        "/cart/select-shipping-rate",
                                        Map.of(
                                                "package_id",
                                                rate.packageId(),
                                                "rate_id",
                                                rate.rateId())))
                        .toList();
        if (choices.isEmpty()) {
            return cart;
        }
        List<Answer> answers = calls.change(token, choices);
        answers.forEach(Calls::good);
        return last(answers);
    }

    private static Optional<String> obstacle(Cart cart, QuoteRequest request) {
        if (!cart.holds(request.lines())) {
            return Optional.of("the shop changed the quantities by itself");
        }
        if (cart.needsShipping() && cart.cheapestRates().isEmpty()) {
            return Optional.of("the shop does not deliver to this address");
        }
        Optional<Payment> payment =
                Payment.of(request.payment().orElse(PaymentMethod.CASH_ON_DELIVERY));
        if (payment.isEmpty() || !cart.takes(payment.get().code())) {
            return Optional.of(
                    payment.equals(Optional.of(Payment.CASH_ON_DELIVERY))
                            ? "the shop does not take cash on delivery for this cart"
                            : "the shop does not take this way of paying for this cart");
        }
        return cart.firstError();
    }

    private static QuoteResult unavailable(String reason) {
        return new QuoteResult.Unavailable(List.of(new Problem(Optional.empty(), reason)));
    }

    /** The shop's words, with the fields it names and its message may not. */
    static String words(Answer.Refusal refusal) {
        Optional<String> demanded = DemandedFields.of(refusal);
        if (demanded.isPresent()) {
            return demanded.get();
        }
        String words = PlainText.of(refusal.message(), MESSAGE);
        String sentences = DemandedFields.sentences(refusal);
        if (words.isBlank()) {
            return sentences.isBlank() ? refusal.code() : sentences;
        }
        return sentences.isBlank() ? words : PlainText.of(words + ": " + sentences, MESSAGE);
    }

    private static long number(String id) {
        if (!id.matches("\\d{1,18}")) {
            throw new Drifted("product ids of WooCommerce are numbers, found " + id);
        }
        return Long.parseLong(id);
    }
}
