package com.truecart.app.order;

import com.truecart.app.connection.Connections;
import com.truecart.app.connection.Exchanged;
import com.truecart.app.connection.Witness;
import com.truecart.spi.Connector;
import com.truecart.spi.OrderGateway;
import com.truecart.spi.UpstreamException;
import java.time.Instant;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** The way to a store's order desk: opened for one question, closed after it. */
@Component
class StoreOrders {
    private static final int MOST_KEPT = 6;

    private final Connections connections;
    private final RawExchanges exchanges;

    StoreOrders(Connections connections, RawExchanges exchanges) {
        this.connections = connections;
        this.exchanges = exchanges;
    }

    <T> T ask(String connectionId, Function<OrderGateway, T> question) {
        try (Connector connector = open(connectionId, Instant.MAX, Optional.empty())) {
            return question.apply(orders(connector, connectionId));
        }
    }

    /**
     * Asks about a part, and keeps what went over the wire last unless the answer is clear.
     *
     * @param lastDeparture what changes something at the store does not leave after this moment
     * @param isClear whether nobody will want to see how it was said
     */
    <T> T ask(
            SubOrder about,
            Instant lastDeparture,
            Predicate<T> isClear,
            Function<OrderGateway, T> question) {
        Deque<Supplier<Exchanged>> seen = new ConcurrentLinkedDeque<>();
        Witness witness =
                exchanged -> {
                    seen.addLast(exchanged);
                    if (seen.size() > MOST_KEPT) {
                        seen.pollFirst();
                    }
                };
        String connectionId = about.store().connectionId();
        boolean clear = false;
        try (Connector connector = open(connectionId, lastDeparture, Optional.of(witness))) {
            T answer = question.apply(orders(connector, connectionId));
            clear = isClear.test(answer);
            return answer;
        } finally {
            if (!clear) {
                exchanges.keep(about.id(), seen);
            }
        }
    }

    private static OrderGateway orders(Connector connector, String connectionId) {
        return connector
                .orders()
                .orElseThrow(() ->
                        new UpstreamException.Misconfigured(
                                "kind", "of " + connectionId + " takes no orders"));
    }

    private Connector open(String connectionId, Instant lastDeparture, Optional<Witness> witness) {
        try {
            return connections.open(connectionId, lastDeparture, witness);
        } catch (IllegalArgumentException gone) {
            throw new UpstreamException.Misconfigured(
                    "connection", connectionId + " is gone: " + gone.getMessage());
        }
    }
}
