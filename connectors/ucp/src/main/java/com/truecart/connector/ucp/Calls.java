package com.truecart.connector.ucp;

import com.truecart.connector.ucp.Operation.Payload;
import com.truecart.kit.Json;
import com.truecart.kit.WebAddress;
import com.truecart.spi.Call.Safety;
import com.truecart.spi.UpstreamException.Drifted;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The operations that we use, over whichever binding the business serves. */
final class Calls {
    private static final String SESSIONS = "/checkout-sessions";
    private static final String CHECKOUT = "checkout";

    /** Statuses of HTTP, and the one of JSON-RPC that means 400. */
    private static final Set<Integer> SURELY_NOT_DONE =
            Set.of(400, 402, 404, 422, McpBinding.WRONG_ARGUMENTS);

    private final Merchant merchant;
    private final SignedHttp http;
    private final Binding rest = new RestBinding();
    private final Binding mcp;

    Calls(Merchant merchant, SignedHttp http) {
        this.merchant = merchant;
        this.http = http;
        this.mcp = new McpBinding(http.profile());
    }

    /** What came back, whatever the transport made of it. */
    sealed interface Answer {
        /** A resource. */
        record Good(Json body, Instant at) implements Answer {}

        /**
         * No resource, and why.
         *
         * @param status of HTTP, or the code of JSON-RPC
         * @param continueAt where a buyer could go on nevertheless
         */
        record Refusal(int status, List<Message> messages, Optional<URI> continueAt)
                implements Answer {
            String words() {
                String words =
                        messages.stream()
                                .filter(Message::isError)
                                .map(Message::content)
                                .collect(Collectors.joining("; "));
                return words.isEmpty() ? "the business answers " + status : words;
            }

            /** Whether it failed, and so says nothing of what was asked. */
            boolean isFailure() {
                return status >= 500 || status == McpBinding.SERVER_FAILED;
            }

            /**
             * Whether this says that a change was surely not made: by a status that means so, or by
             * the protocol's own words for what is wrong with a purchase.
             */
            boolean isSurelyNotDone() {
                List<Message> errors = messages.stream().filter(Message::isError).toList();
                boolean isSaidInWords = (status >= 200 && status < 300) || status < 0;
                return SURELY_NOT_DONE.contains(status)
                        || (isSaidInWords
                                && !errors.isEmpty()
                                && errors.stream().allMatch(Message::isAboutThePurchase));
            }
        }

        static boolean isError(Json body) {
            return body.optional("ucp")
                    .flatMap(head -> head.optionalText("status"))
                    .equals(Optional.of("error"));
        }

        static Optional<URI> continueAt(Json body) {
            return body.optionalText("continue_url").flatMap(WebAddress::of);
        }
    }

    /** What the business and we can both do. */
    Capabilities capabilities() {
        return merchant.discovery().capabilities();
    }

    Answer search(Map<String, ?> body) {
        return ask(
                new Operation(
                        "search_catalog",
                        "POST",
                        "/catalog/search",
                        Optional.empty(),
                        Optional.of(new Payload("catalog", body)),
                        Optional.empty(),
                        Safety.READ));
    }

    Answer createCheckout(Map<String, ?> body) {
        return ask(
                new Operation(
                        "create_checkout",
                        "POST",
                        SESSIONS,
                        Optional.empty(),
                        Optional.of(new Payload(CHECKOUT, body)),
                        freshKey(),
                        Safety.REPEATABLE_WRITE));
    }

    Answer updateCheckout(String id, Map<String, ?> body) {
        return ask(
                new Operation(
                        "update_checkout",
                        "PUT",
                        session(id),
                        Optional.of(id),
                        Optional.of(new Payload(CHECKOUT, body)),
                        freshKey(),
                        Safety.REPEATABLE_WRITE));
    }

    Answer checkout(String id) {
        return ask(read("get_checkout", session(id), id));
    }

    Answer complete(String id, Map<String, ?> body, UUID key) {
        return ask(
                new Operation(
                        "complete_checkout",
                        "POST",
                        session(id) + "/complete",
                        Optional.of(id),
                        Optional.of(new Payload(CHECKOUT, body)),
                        Optional.of(key),
                        Safety.ONE_SHOT_WRITE));
    }

    Answer order(String id) {
        return ask(read("get_order", "/orders/" + encode(id), id));
    }

    static Answer.Good good(Answer answer) {
        return switch (answer) {
            case Answer.Good good -> good;
            case Answer.Refusal refusal ->
                    throw new Drifted(
                            "expected a resource, the business refuses with "
                                    + refusal.status()
                                    + ": "
                                    + refusal.words());
        };
    }

    private Answer ask(Operation operation) {
        Discovery discovery = merchant.discovery();
        Binding binding =
                switch (discovery.transport()) {
                    case REST -> rest;
                    case MCP -> mcp;
                };
        return binding.answer(operation, http.send(binding.call(discovery.endpoint(), operation)));
    }

    private static Operation read(String tool, String path, String id) {
        return new Operation(
                tool,
                "GET",
                path,
                Optional.of(id),
                Optional.empty(),
                Optional.empty(),
                Safety.READ);
    }

    /** The same call sent again by the host carries the same key, and so does nothing twice. */
    private static Optional<UUID> freshKey() {
        return Optional.of(UUID.randomUUID());
    }

    private static String session(String id) {
        return SESSIONS + "/" + encode(id);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
