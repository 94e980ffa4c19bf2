package com.truecart.app.connection;

import com.truecart.pricing.profile.EngineProfile;
import com.truecart.spi.Connector;
import com.truecart.spi.ConnectorDescriptor;
import com.truecart.spi.ConnectorDescriptor.Capability;
import com.truecart.spi.UpstreamException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The configured connections, and the way to their connectors. */
public interface Connections {

    List<Connection> all();

    Optional<Connection> find(String id);

    /** What the kind behind a connection can; empty where no such kind is installed. */
    Optional<ConnectorDescriptor> descriptor(Connection connection);

    /** Whether the kind behind a connection has this part. */
    default boolean can(Connection connection, Capability capability) {
        return descriptor(connection)
                .filter(kind -> kind.capabilities().contains(capability))
                .isPresent();
    }

    /** By which rules the stores behind a connection work out a cart; ours where nobody says. */
    default EngineProfile engine(Connection connection) {
        return Engines.of(connection, descriptor(connection));
    }

    /**
     * Opens a connector whose every call goes through this connection's time limit, retry, rate
     * limit, bulkhead and circuit breaker. The caller closes it.
     *
     * @throws UpstreamException.Misconfigured where the kind is not installed or a setting is
     *     unusable
     * @throws IllegalArgumentException where there is no such connection
     */
    Connector open(String connectionId);

    /**
     * Like {@link #open(String)}, for a write somebody stops waiting for: what changes something
     * upstream does not leave after this moment, however long it had to wait for its turn.
     *
     * @param witness sees what goes over the wire
     */
    Connector open(String connectionId, Instant lastDeparture, Optional<Witness> witness);
}
