package com.truecart.app.order;

import com.truecart.app.connection.Connection;
import com.truecart.app.connection.Connections;
import com.truecart.app.connection.Witness;
import com.truecart.spi.CatalogSource;
import com.truecart.spi.Connector;
import com.truecart.spi.ConnectorDescriptor;
import com.truecart.spi.Health;
import com.truecart.spi.OrderGateway;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Stores that take orders and have nothing else: no catalogue, no settings. */
abstract class OrderingStores implements Connections {

    /** The store of this connection. */
    abstract OrderGateway storeOf(String connectionId);

    @Override
    public List<Connection> all() {
        return List.of();
    }

    @Override
    public Optional<Connection> find(String id) {
        return Optional.empty();
    }

    @Override
    public Optional<ConnectorDescriptor> descriptor(Connection connection) {
        return Optional.empty();
    }

    @Override
    public Connector open(String connectionId, Instant lastDeparture, Optional<Witness> witness) {
        return open(connectionId);
    }

    @Override
    public Connector open(String connectionId) {
        OrderGateway store = storeOf(connectionId);
        return new Connector() {
            @Override
            public Health check() {
                throw new UnsupportedOperationException("nobody checks here");
            }

            @Override
            public CatalogSource catalog() {
                throw new UnsupportedOperationException("nothing is read here");
            }

            @Override
            public Optional<OrderGateway> orders() {
                return Optional.of(store);
            }

            @Override
            public void close() {
                // nothing is held
            }
        };
    }
}
