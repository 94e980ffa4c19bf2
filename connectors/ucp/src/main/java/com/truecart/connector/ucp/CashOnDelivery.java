package com.truecart.connector.ucp;

import com.truecart.kit.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The instrument with which a checkout is paid to the courier. UCP standardises none, so a
 * handler's instrument type is what tells it.
 */
final class CashOnDelivery {
    private static final Set<String> TYPES = Set.of("cash_on_delivery", "cod");

    private CashOnDelivery() {}

    /**
     * The body of {@code complete}'s {@code payment}, where the business offers it for this
     * checkout.
     */
    static Optional<Map<String, Object>> instrument(Session session) {
        Optional<Json> handlers =
                session.json().optional("ucp").flatMap(head -> head.optional("payment_handlers"));
        if (handlers.isEmpty()) {
            return Optional.empty();
        }
        for (String name : handlers.get().fields()) {
            for (Json handler : handlers.get().list(name)) {
                Optional<String> type =
                        handler.optionalList("available_instruments").stream()
                                .map(instrument -> instrument.text("type"))
                                .filter(TYPES::contains)
                                .findFirst();
                if (type.isPresent()) {
                    return Optional.of(
                            Map.of(
                                    "instruments",
                                    List.of(
                                            Map.of(
                                                    "id",
                                                    "pay_1",
                                                    "handler_id",
                                                    handler.text("id"),
                                                    "type",
                                                    type.get(),
                                                    "selected",
                                                    true))));
                }
            }
        }
        return Optional.empty();
    }
}
