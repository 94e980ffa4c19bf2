package com.truecart.connector.vendure;

import com.truecart.connector.vendure.GraphQl.Answer;
import com.truecart.connector.vendure.GraphQl.Declined;
import com.truecart.kit.Json;
import com.truecart.kit.PlainText;
import com.truecart.spi.Call.Safety;
import com.truecart.spi.OrderLine;
import com.truecart.spi.QuoteRequest;
import com.truecart.spi.QuoteResult;
import com.truecart.spi.QuoteResult.Problem;
import com.truecart.spi.QuoteResult.RefusedCode;
import com.truecart.spi.Recipient;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Fills an order of its own in a session of its own, so that the shop itself prices it: codes, all
 * lines at once, address, the cheapest way to send it. Another order of these steps is another
 * price at some carts, and this is the one that our engine profile reckons with.
 */
final class VendureQuote {
    private static final String ORDER_OR_REFUSAL =
            "{ ... on Order { "
                    + OpenOrder.FIELDS
                    + " } ... on ErrorResult { errorCode message } }";
    private static final String APPLY_CODE =
            "mutation($code: String!) { applyCouponCode(couponCode: $code) "
                    + ORDER_OR_REFUSAL
                    + " }";
    private static final String ADD =
            "mutation($lines: [AddItemInput!]!) { addItemsToOrder(inputs: $lines) { order { "
                    + OpenOrder.FIELDS
                    + " } errorResults { ... on ErrorResult { errorCode message } } } }";
    private static final String SEND_TO =
            "mutation($address: CreateAddressInput!) { setOrderShippingAddress(input: $address) "
                    + ORDER_OR_REFUSAL
                    + " }";
    private static final String WAYS =
            """
            query {
              eligibleShippingMethods { id priceWithTax }
              eligiblePaymentMethods { code isEligible eligibilityMessage } }
            """;
    private static final String SEND_BY =
            "mutation($ids: [ID!]!) { setOrderShippingMethod(shippingMethodId: $ids) "
                    + ORDER_OR_REFUSAL
                    + " }";
    private static final String EMPTY =
            """
            mutation { removeAllOrderLines {
              ... on Order { id } ... on ErrorResult { errorCode message } } }
            """;
    private static final int MESSAGE = 300;

    private final GraphQl shop;
    private final Optional<String> paymentMethod;
    private final Clock clock;

    VendureQuote(GraphQl shop, Optional<String> paymentMethod, Clock clock) {
        this.shop = shop;
        this.paymentMethod = paymentMethod;
        this.clock = clock;
    }

    QuoteResult quote(QuoteRequest request) {
        Session session = new Session();
        List<RefusedCode> refused = applyCodes(session, request);
        List<Problem> problems = fill(session, request.lines());
        Optional<String> obstacle =
                problems.isEmpty() ? sendTo(session, request.recipient()) : Optional.empty();
        if (problems.isEmpty() && obstacle.isEmpty()) {
            Json ways = GraphQl.given(session.ask(WAYS, Map.of(), Safety.READ)).data();
            obstacle = sendByCheapest(session, ways).or(() -> notPayable(ways));
        }
        if (obstacle.isPresent()) {
            problems = List.of(new Problem(Optional.empty(), obstacle.get()));
        }
        if (!problems.isEmpty()) {
            // nobody will come back for it
            session.ask(EMPTY, Map.of(), Safety.REPEATABLE_WRITE);
            return new QuoteResult.Unavailable(problems);
        }
        return quoted(request, session, refused);
    }

    private QuoteResult quoted(QuoteRequest request, Session session, List<RefusedCode> refused) {
        OpenOrder order = session.order.orElseThrow();
        return new QuoteResult.Quoted(
                order.lines(request.lines()),
                order.discounts(),
                order.goods(),
                order.delivery(),
                order.goods().minus(order.goods()),
                order.payable(),
                Optional.empty(),
                refused,
                new Trace(session.token.orElseThrow(Account::noSession), order.code()).token(),
                clock.instant());
    }

    private static List<RefusedCode> applyCodes(Session session, QuoteRequest request) {
        List<RefusedCode> refused = new ArrayList<>();
        for (String code : request.codes().stream().sorted().toList()) {
            session.change(APPLY_CODE, Map.of("code", code), "applyCouponCode")
                    .ifPresent(declined -> refused.add(new RefusedCode(code, words(declined))));
        }
        return refused;
    }

    private static List<Problem> fill(Session session, List<OrderLine> lines) {
        Map<String, Integer> wanted = OpenOrder.quantities(lines);
        Answer answer = add(session, wanted);
        if (answer instanceof Answer.Failed failed) {
            if (wanted.size() == 1) {
                return List.of(
                        new Problem(Optional.of(wanted.keySet().iterator().next()), words(failed)));
            }
            return oneByOne(session, wanted);
        }
        Json result = GraphQl.given(answer).data().at("addItemsToOrder");
        OpenOrder order = new OpenOrder(result.at("order"));
        session.order = Optional.of(order);
        List<Declined> reasons =
                result.list("errorResults").stream()
                        .flatMap(error -> Declined.of(error).stream())
                        .toList();
        Map<String, Integer> held = order.quantities();
        List<Problem> problems = new ArrayList<>();
        wanted.forEach((id, quantity) -> {
            int got = held.getOrDefault(id, 0);
            if (got != quantity) {
                problems.add(
                        new Problem(
                                Optional.of(id),
                                reason(reasons, problems.size())
                                        .orElse("the shop sells " + got + " of " + quantity)));
            }
        });
        return problems;
    }

    /**
     * The reasons come in the order of the lines that have one, and some are a bare code: {@code
     * "message": "INSUFFICIENT_STOCK_ERROR"}.
     */
    private static Optional<String> reason(List<Declined> reasons, int number) {
        return reasons.stream()
                .skip(number)
                .findFirst()
                .filter(declined -> !declined.message().equals(declined.code()))
                .map(VendureQuote::words);
    }

    /** The shop names no line when one no longer exists, so each is asked for by itself. */
    private static List<Problem> oneByOne(Session session, Map<String, Integer> wanted) {
        List<Problem> problems = new ArrayList<>();
        wanted.forEach((id, quantity) -> {
            if (add(session, Map.of(id, quantity)) instanceof Answer.Failed failed) {
                problems.add(new Problem(Optional.of(id), words(failed)));
            }
        });
        return problems.isEmpty()
                ? List.of(new Problem(Optional.empty(), "the shop takes these lines only singly"))
                : problems;
    }

    /** Adding twice doubles the quantity. */
    private static Answer add(Session session, Map<String, Integer> quantities) {
        List<Map<String, Object>> lines =
                quantities.entrySet().stream()
                        .map(line ->
                                Map.<String, Object>of(
                                        "productVariantId",
                                        line.getKey(),
                                        "quantity",
                                        line.getValue()))
                        .toList();
        return session.ask(ADD, Map.of("lines", lines), Safety.ONE_SHOT_WRITE);
    }

    private static Optional<String> sendTo(Session session, Recipient recipient) {
        Map<String, String> address = new LinkedHashMap<>();
        address.put("fullName", (recipient.givenName() + " " + recipient.familyName()).strip());
        address.put("streetLine1", recipient.street());
        address.put("city", recipient.city());
        address.put("province", recipient.region());
        address.put("postalCode", recipient.postcode());
        address.put("countryCode", recipient.country());
        address.put("phoneNumber", recipient.phone());
        address.values().removeIf(String::isBlank);
        Answer answer = session.ask(SEND_TO, Map.of("address", address), Safety.REPEATABLE_WRITE);
        if (answer instanceof Answer.Failed failed && failed.code().equals("USER_INPUT_ERROR")) {
            return Optional.of(
                    "the shop does not deliver to " + recipient.country() + ": " + words(failed));
        }
        return session.changed(answer, "setOrderShippingAddress").map(VendureQuote::words);
    }

    private static Optional<String> sendByCheapest(Session session, Json ways) {
        Optional<Json> cheapest =
                ways.list("eligibleShippingMethods").stream()
                        .min(Comparator.comparing((Json method) -> method.decimal("priceWithTax")));
        return cheapest.isEmpty()
                ? Optional.of("the shop has no way to send this order to this address")
                : session.change(
                                SEND_BY,
                                Map.of("ids", List.of(cheapest.get().id("id"))),
                                "setOrderShippingMethod")
                        .map(VendureQuote::words);
    }

    private Optional<String> notPayable(Json ways) {
        if (paymentMethod.isEmpty()) {
            return Optional.empty();
        }
        Optional<Json> method =
                ways.list("eligiblePaymentMethods").stream()
                        .filter(each -> each.text("code").equals(paymentMethod.get()))
                        .findFirst();
        if (method.isEmpty()) {
            return Optional.of("the shop has no payment method " + paymentMethod.get());
        }
        return method.get().flag("isEligible")
                ? Optional.empty()
                : Optional.of(
                        method.get()
                                .optionalText("eligibilityMessage")
                                .orElse("the shop does not take this payment for this order"));
    }

    static String words(Declined declined) {
        return PlainText.of(declined.message(), MESSAGE);
    }

    private static String words(Answer.Failed failed) {
        return PlainText.of(failed.message(), MESSAGE);
    }

    /** A guest's session: opened by its first change, kept by a token. */
    private final class Session {
        private Optional<String> token = Optional.empty();
        private Optional<OpenOrder> order = Optional.empty();

        Answer ask(String document, Map<String, ?> variables, Safety safety) {
            Answer answer = shop.ask(document, variables, safety, token);
            if (answer instanceof Answer.Given given && given.session().isPresent()) {
                token = given.session();
            }
            return answer;
        }

        Optional<Declined> change(String document, Map<String, ?> variables, String field) {
            return changed(ask(document, variables, Safety.REPEATABLE_WRITE), field);
        }

        /** Keeps the order where the change was made. */
        Optional<Declined> changed(Answer answer, String field) {
            Json result = GraphQl.given(answer).data().at(field);
            Optional<Declined> declined = Declined.of(result);
            if (declined.isEmpty()) {
                order = Optional.of(new OpenOrder(result));
            }
            return declined;
        }
    }
}
