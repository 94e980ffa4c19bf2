package com.truecart.app.order;

import com.truecart.app.connection.Connection;
import com.truecart.app.connection.Connections;
import com.truecart.spi.CatalogSource;
import com.truecart.spi.Connector;
import com.truecart.spi.ConnectorDescriptor;
import com.truecart.spi.Health;
import com.truecart.spi.OrderGateway;
import com.truecart.spi.QuoteRequest;
import com.truecart.spi.QuoteResult;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A store that is reached by every connection, and sells without being asked for a price. */
abstract class OneStore implements Connections, OrderGateway {
    @Override
    public QuoteResult quote(QuoteRequest request) {
        throw new UnsupportedOperationException();
    }

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
    public Connector open(String connectionId, Instant lastDeparture) {
        return open(connectionId);
    }

    @Override
    public Connector open(String connectionId) {
        OrderGateway gateway = this;
        return new Connector() {
            @Override
            public Health check() {
                throw new UnsupportedOperationException();
            }

            @Override
            public CatalogSource catalog() {
                throw new UnsupportedOperationException();
            }

            @Override
            public Optional<OrderGateway> orders() {
                return Optional.of(gateway);
            }

            @Override
            public void close() {
                // nothing is held
            }
        };
    }
}
