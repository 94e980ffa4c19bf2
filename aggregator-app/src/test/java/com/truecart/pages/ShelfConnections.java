package com.truecart.pages;

import com.truecart.app.connection.Connection;
import com.truecart.app.connection.Connections;
import com.truecart.model.DeliveryTerms;
import com.truecart.spi.Connector;
import com.truecart.spi.ConnectorDescriptor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A price watch that knows no delivery fees, and a shop that states its own. */
final class ShelfConnections implements Connections {

    private static final Connection WATCH =
            new Connection(
                    "watch",
                    "pricewatch",
                    Shelf.both("Consumer Council Online Price Watch", "消費者委員會網上價格一覽通"),
                    Map.of(),
                    Optional.empty(),
                    Duration.ofDays(1),
                    true);
    private static final Connection HARBOUR =
            new Connection(
                    "harbour",
                    "woocommerce",
                    Shelf.both("Harbour Pantry", "海港食品店"),
                    Map.of(),
                    Optional.of(
                            new DeliveryTerms(Shelf.hkd(30_00), Optional.of(Shelf.hkd(300_00)))),
                    Duration.ofHours(1),
                    true);

    @Override
    public List<Connection> all() {
        return List.of(WATCH, HARBOUR);
    }

    @Override
    public Optional<Connection> find(String id) {
        return all().stream().filter(connection -> connection.id().equals(id)).findFirst();
    }

    @Override
    public Optional<ConnectorDescriptor> descriptor(Connection connection) {
        return Optional.empty();
    }

    @Override
    public Connector open(String connectionId, Instant lastDeparture) {
        return open(connectionId);
    }

    @Override
    public Connector open(String connectionId) {
        throw new IllegalArgumentException("no connector behind " + connectionId);
    }
}
