package com.truecart.app.connection;

import com.truecart.app.TruecartSettings;
import com.truecart.app.vault.Vault;
import com.truecart.spi.Connector;
import com.truecart.spi.ConnectorDescriptor;
import com.truecart.spi.ConnectorProvider;
import com.truecart.spi.Secret;
import com.truecart.spi.Setting;
import com.truecart.spi.UpstreamException;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.springframework.stereotype.Service;

/** Opens connectors for the connections on record, each behind its own limits. */
@Service
class JdbcConnections implements Connections, PullSource, LookupSource {
    private static final Duration FIRST_WAIT = Duration.ofMillis(400);

    private final ConnectionRows rows;
    private final Kinds kinds;
    private final Exchange exchange;
    private final Vault vault;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Path downloads;
    private final Map<String, Limits> limits = new ConcurrentHashMap<>();

    JdbcConnections(
            ConnectionRows rows,
            Kinds kinds,
            Exchange exchange,
            Vault vault,
            Clock clock,
            MeterRegistry meters,
            TruecartSettings settings) {
        this.rows = rows;
        this.kinds = kinds;
        this.exchange = exchange;
        this.vault = vault;
        this.clock = clock;
        this.meters = meters;
        this.downloads = settings.dataFolder().resolve("downloads");
    }

    @Override
    public List<Connection> all() {
        return rows.all();
    }

    @Override
    public Optional<Connection> find(String id) {
        return rows.find(id);
    }

    @Override
    public Optional<ConnectorDescriptor> descriptor(Connection connection) {
        return kinds.descriptor(connection.kind());
    }

    @Override
    public Connector open(String connectionId) {
        return open(
                connectionId, Snapshots.NONE, Instant.MAX, Optional.empty(), Function.identity());
    }

    @Override
    public Connector open(String connectionId, Instant lastDeparture, Optional<Witness> witness) {
        return open(connectionId, Snapshots.NONE, lastDeparture, witness, Function.identity());
    }

    @Override
    public Connector open(String connectionId, Snapshots snapshots) {
        return open(connectionId, snapshots, Instant.MAX, Optional.empty(), Function.identity());
    }

    @Override
    public Connector openAtOnce(String connectionId, Snapshots snapshots) {
        return open(connectionId, snapshots, Instant.MAX, Optional.empty(), Limits::atOnce);
    }

    private Connector open(
            String connectionId,
            Snapshots snapshots,
            Instant lastDeparture,
            Optional<Witness> witness,
            Function<Limits, ? extends Turns> turns) {
        Connection connection =
                rows.find(connectionId)
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "there is no connection '" + connectionId + "'"));
        return open(
                connection,
                rows.secrets(connectionId, vault),
                limits.computeIfAbsent(
                        connectionId,
                        id -> new Limits(id, descriptorOf(connection).budget(), FIRST_WAIT)),
                snapshots,
                lastDeparture,
                witness,
                turns);
    }

    /** Opens a connector for a connection that is not on record, to try its settings. */
    Connector openUnsaved(Connection connection, Map<String, String> secrets) {
        return open(
                connection,
                secrets,
                new Limits(connection.id(), descriptorOf(connection).budget(), FIRST_WAIT),
                Snapshots.NONE,
                Instant.MAX,
                Optional.empty(),
                Function.identity());
    }

    private ConnectorDescriptor descriptorOf(Connection connection) {
        return kinds.descriptor(connection.kind())
                .orElseThrow(() ->
                        new UpstreamException.Misconfigured(
                                "kind",
                                "names '"
                                        + connection.kind()
                                        + "', which is not installed; the connections page says"
                                        + " which kinds are, and which are broken"));
    }

    private Connector open(
            Connection connection,
            Map<String, String> secretTexts,
            Limits own,
            Snapshots snapshots,
            Instant lastDeparture,
            Optional<Witness> witness,
            Function<Limits, ? extends Turns> turns) {
        ConnectorDescriptor descriptor = descriptorOf(connection);
        ConnectorProvider provider = kinds.provider(connection.kind()).orElseThrow();
        Map<String, Secret> secrets = new HashMap<>();
        secretTexts.forEach((name, value) -> secrets.put(name, new Secret(value)));
        Wire wire = new Wire(List.copyOf(secrets.values()));
        HostHttp http =
                new HostHttp(
                        connection.id(),
                        descriptor.budget(),
                        turns.apply(own),
                        exchange,
                        wire,
                        uri -> settingNaming(uri, connection, descriptor),
                        snapshots,
                        clock,
                        meters,
                        lastDeparture,
                        witness);
        Documents documents =
                new Documents(
                        downloads.resolve(connection.id()),
                        descriptor.budget(),
                        own,
                        exchange,
                        wire,
                        snapshots,
                        clock);
        Connector connector =
                provider.open(
                        new HostContext(
                                connection.id(),
                                descriptor,
                                connection.settings(),
                                Map.copyOf(secrets),
                                http,
                                documents,
                                own,
                                clock));
        return new OpenConnector(connector, documents);
    }

    /** Forgets what was learnt about an upstream, because its settings changed. */
    void forget(String connectionId) {
        limits.remove(connectionId);
    }

    /** Which setting a forbidden address came from, so that its message names what to mend. */
    private static String settingNaming(
            URI uri, Connection connection, ConnectorDescriptor descriptor) {
        return descriptor.settings().stream()
                .filter(setting ->
                        setting.type() == Setting.Type.URL
                                || setting.type() == Setting.Type.URL_OR_FOLDER)
                .map(Setting::name)
                .filter(name ->
                        connection
                                .settings()
                                .getOrDefault(name, "")
                                .contains(String.valueOf(uri.getHost())))
                .findFirst()
                .orElse("url");
    }
}
