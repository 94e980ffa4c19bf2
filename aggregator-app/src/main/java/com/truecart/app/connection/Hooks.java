package com.truecart.app.connection;

import com.truecart.app.web.HookAnswer;
import com.truecart.spi.Connector;
import com.truecart.spi.ConnectorDescriptor.Capability;
import com.truecart.spi.Delivery;
import com.truecart.spi.UpstreamException;
import com.truecart.spi.Webhooks;
import com.truecart.spi.Webhooks.Introduction;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Takes what upstreams send us: has the connector say whether it is theirs, keeps the hint, and
 * answers. What is to be done about it is done afterwards, by {@link HintClockwork}.
 */
@Service
public class Hooks {
    private static final Logger LOG = LoggerFactory.getLogger(Hooks.class);

    private final Connections connections;
    private final HintRecord record;
    private final Clock clock;

    Hooks(Connections connections, HintRecord record, Clock clock) {
        this.connections = connections;
        this.record = record;
        this.clock = clock;
    }

    /** Whether somebody listens for this connection. */
    public boolean isOpen(String connectionId) {
        return connections.find(connectionId).filter(this::hears).isPresent();
    }

    /** Whether the kind of a connection hears its upstream. */
    public boolean hears(Connection connection) {
        return connections.can(connection, Capability.WEBHOOKS);
    }

    /** When each connection's upstream last sent something; one that never did is absent. */
    public Map<String, Instant> latest() {
        return record.latest();
    }

    /**
     * What a connection's upstream may read about us, where its kind has something to say.
     *
     * @param deliveries the public address at which it is heard
     */
    public Optional<Introduction> introduction(String connectionId, URI deliveries) {
        if (!isOpen(connectionId)) {
            return Optional.empty();
        }
        try (Connector connector = connections.open(connectionId)) {
            return connector.webhooks().flatMap(webhooks -> webhooks.introduction(deliveries));
        } catch (UpstreamException e) {
            LOG.warn("{}: no introduction: {}", connectionId, e.getMessage());
            return Optional.empty();
        } catch (RuntimeException | LinkageError e) {
            LOG.error("{}: the connector broke over its introduction", connectionId, e);
            return Optional.empty();
        }
    }

    /** Judges one delivery and keeps what it hints at. */
    public HookAnswer take(String connectionId, Delivery delivery) {
        if (!isOpen(connectionId)) {
            return new HookAnswer.NobodyThere();
        }
        try (Connector connector = connections.open(connectionId)) {
            Optional<Webhooks> webhooks = connector.webhooks();
            if (webhooks.isEmpty()) {
                return new HookAnswer.NobodyThere();
            }
            return switch (webhooks.get().hear(delivery)) {
                case Webhooks.Forged(String why) -> {
                    LOG.warn("{}: a delivery was refused as forged: {}", connectionId, why);
                    yield new HookAnswer.Forged();
                }
                case Webhooks.Hint hint -> {
                    boolean isNew = record.keep(connectionId, hint, clock.instant());
                    LOG.info(
                            "{}: the upstream hints at {}{}",
                            connectionId,
                            hint.about(),
                            isNew ? "" : ", again");
                    yield new HookAnswer.Taken("");
                }
            };
        } catch (UpstreamException e) {
            LOG.warn("{}: a delivery cannot be judged now: {}", connectionId, e.getMessage());
            return new HookAnswer.Later();
        } catch (RuntimeException | LinkageError e) {
            LOG.error("{}: the connector broke over a delivery", connectionId, e);
            return new HookAnswer.Later();
        }
    }
}
