package com.truecart.connector.vendure;

import com.truecart.connector.vendure.GraphQl.Answer;
import com.truecart.connector.vendure.GraphQl.Declined;
import com.truecart.kit.Json;
import com.truecart.spi.Call.Safety;
import com.truecart.spi.Secret;
import com.truecart.spi.UpstreamException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The customer of the shop in whose name orders are placed. The shop shows an order for good only
 * to its customer; a guest sees it for two hours.
 */
final class Account {
    private static final String LOG_IN =
            """
            mutation($name: String!, $password: String!) {
              login(username: $name, password: $password) {
                __typename ... on ErrorResult { errorCode message } } }
            """;
    private static final String ACTIVE_ORDER =
            "query { activeCustomer { id } activeOrder { " + OpenOrder.FIELDS + " } }";
    private static final String ORDER =
            "query($code: String!) { activeCustomer { id } orderByCode(code: $code) { "
                    + PlacedOrder.FIELDS
                    + " } }";

    private final GraphQl shop;
    private final Optional<String> email;
    private final Optional<Secret> password;
    private final AtomicReference<Optional<String>> session =
            new AtomicReference<>(Optional.empty());

    Account(GraphQl shop, Optional<String> email, Optional<Secret> password) {
        this.shop = shop;
        this.email = email;
        this.password = password;
    }

    boolean isSet() {
        return email.isPresent() && password.isPresent();
    }

    String email() {
        return email.orElseThrow(() -> missing(VendureProvider.CUSTOMER));
    }

    /**
     * Logs in.
     *
     * @param from a session whose open order becomes the customer's, if they have none with goods
     *     in it; else the two are merged
     * @return the new session
     */
    String logIn(Optional<String> from) {
        Map<String, String> name =
                Map.of(
                        "name",
                        email(),
                        "password",
                        password.orElseThrow(() -> missing(VendureProvider.CUSTOMER_PASSWORD))
                                .reveal());
        Answer.Given answer = GraphQl.given(shop.ask(LOG_IN, name, Safety.REPEATABLE_WRITE, from));
        Optional<Declined> declined = Declined.of(answer.data().at("login"));
        if (declined.isPresent()) {
            throw new UpstreamException.Misconfigured(
                    VendureProvider.CUSTOMER_PASSWORD,
                    "does not let us in: " + declined.get().message());
        }
        String opened = answer.session().orElseThrow(Account::noSession);
        session.set(Optional.of(opened));
        return opened;
    }

    /**
     * A session of this customer, and the order they have open.
     *
     * @param shopTime when it was looked at, by the clock that also says when the order moved
     */
    record Counter(String session, Optional<OpenOrder> order, Instant shopTime) {}

    Counter counter() {
        Known known = ask(ACTIVE_ORDER, Map.of());
        Answer.Given seen = GraphQl.given(known.answer());
        return new Counter(
                known.session(),
                seen.data().optional("activeOrder").map(OpenOrder::new),
                seen.shopTime());
    }

    /** The order that is open in this session. */
    Optional<OpenOrder> openIn(String in) {
        return GraphQl.given(shop.ask(ACTIVE_ORDER, Map.of(), Safety.READ, Optional.of(in)))
                .data()
                .optional("activeOrder")
                .map(OpenOrder::new);
    }

    /** The order of this code, where it is this customer's. */
    Optional<PlacedOrder> order(String code) {
        return switch (ask(ORDER, Map.of("code", code)).answer()) {
            case Answer.Given given -> given.data().optional("orderByCode").map(PlacedOrder::new);
            // says the same of what is not there and of what is somebody else's
            case Answer.Failed failed when failed.code().equals("FORBIDDEN") -> Optional.empty();
            case Answer.Failed failed -> throw failed.exception();
        };
    }

    private record Known(String session, Answer answer) {}

    /** In the session we have, or in a new one where the shop has forgotten that. */
    private Known ask(String document, Map<String, ?> variables) {
        Optional<String> had = session.get();
        if (had.isPresent()) {
            Answer answer = shop.ask(document, variables, Safety.READ, had);
            if (knowsCustomer(answer)) {
                return new Known(had.get(), answer);
            }
        }
        String opened = logIn(Optional.empty());
        return new Known(opened, shop.ask(document, variables, Safety.READ, Optional.of(opened)));
    }

    private static boolean knowsCustomer(Answer answer) {
        Optional<Json> data =
                switch (answer) {
                    case Answer.Given given -> Optional.of(given.data());
                    case Answer.Failed failed -> failed.data();
                };
        return data.flatMap(seen -> seen.optional("activeCustomer")).isPresent();
    }

    static UpstreamException noSession() {
        return new UpstreamException.Misconfigured(
                VendureProvider.SHOP_API,
                "gives no session by header: the shop's tokenMethod must allow 'bearer'");
    }

    private static UpstreamException missing(String setting) {
        return new UpstreamException.Misconfigured(
                setting, "is not set; orders are placed as a customer of the shop");
    }
}
