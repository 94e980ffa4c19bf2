package com.truecart.app.connection;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.truecart.spi.Connector;
import com.truecart.spi.PaymentMethod;
import com.truecart.spi.UpstreamException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** How the stores behind a connection are paid, as its connector says by its settings. */
@Component
public class WaysOfPaying {
    private static final Logger LOG = LoggerFactory.getLogger(WaysOfPaying.class);

    private final Connections connections;
    private final Cache<String, Optional<PaymentMethod>> known =
            Caffeine.newBuilder()
                    .maximumSize(1_000)
                    .expireAfterWrite(Duration.ofMinutes(1))
                    .build();

    /** Asks these connections. */
    public WaysOfPaying(Connections connections) {
        this.connections = connections;
    }

    /**
     * The way Truecart would pay; empty where it takes no orders, or cannot be opened now. An
     * answer may be a minute old.
     */
    public Optional<PaymentMethod> at(String connectionId) {
        return known.get(connectionId, this::ask);
    }

    private Optional<PaymentMethod> ask(String connectionId) {
        try (Connector connector = connections.open(connectionId)) {
            return connector.orders().flatMap(gateway -> gateway.terms().preferred());
        } catch (UpstreamException | IllegalArgumentException e) {
            LOG.info("{} says no way of paying: {}", connectionId, e.getMessage());
            return Optional.empty();
        } catch (RuntimeException | LinkageError e) {
            LOG.error("{}: the connector broke over its terms", connectionId, e);
            return Optional.empty();
        }
    }
}
