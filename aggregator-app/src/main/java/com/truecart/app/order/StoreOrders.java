package com.truecart.app.order;

import com.truecart.app.connection.Connections;
import com.truecart.spi.Connector;
import com.truecart.spi.OrderGateway;
import com.truecart.spi.UpstreamException;
import java.time.Instant;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** The way to a store's order desk: opened for one question, closed after it. */
@Component
class StoreOrders {
    private final Connections connections;

    StoreOrders(Connections connections) {
        this.connections = connections;
    }

    <T> T ask(String connectionId, Function<OrderGateway, T> question) {
        return ask(connectionId, Instant.MAX, question);
    }

    /** What changes something at the store does not leave after this moment. */
    <T> T ask(String connectionId, Instant lastDeparture, Function<OrderGateway, T> question) {
        try (Connector connector = open(connectionId, lastDeparture)) {
            return question.apply(
                    connector
                            .orders()
                            .orElseThrow(() ->
                                    new UpstreamException.Misconfigured(
                                            "kind", "of " + connectionId + " takes no orders")));
        }
    }

    private Connector open(String connectionId, Instant lastDeparture) {
        try {
            return connections.open(connectionId, lastDeparture);
        } catch (IllegalArgumentException gone) {
            throw new UpstreamException.Misconfigured(
                    "connection", connectionId + " is gone: " + gone.getMessage());
        }
    }
}
