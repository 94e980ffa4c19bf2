package com.truecart.app.connection;

import com.truecart.app.vault.Vault;
import com.truecart.model.Localized;
import com.truecart.spi.Connector;
import com.truecart.spi.ConnectorDescriptor;
import com.truecart.spi.Health;
import com.truecart.spi.Setting;
import com.truecart.spi.UpstreamException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** What an operator does with connections: add, change, test. */
@Service
public class ConnectionDesk {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectionDesk.class);

    private final ConnectionRows rows;
    private final Kinds kinds;
    private final JdbcConnections connections;
    private final Vault vault;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ConnectionDesk(
            ConnectionRows rows,
            Kinds kinds,
            JdbcConnections connections,
            Vault vault,
            Clock clock,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.kinds = kinds;
        this.connections = connections;
        this.vault = vault;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Saves a new connection.
     *
     * @throws InvalidConnectionException where it cannot be saved so
     */
    public Connection create(ConnectionDraft draft) {
        if (rows.find(draft.id()).isPresent()) {
            throw new InvalidConnectionException(
                    List.of(
                            new InvalidConnectionException.Problem(
                                    "id", "'" + draft.id() + "' is taken; choose another")));
        }
        return save(draft, Map.of(), Map.of());
    }

    /**
     * Saves a connection that is there under its id; its kind stays. Secrets left blank stay too,
     * unless an address changes.
     *
     * @throws InvalidConnectionException where it cannot be saved so
     */
    public Connection update(ConnectionDraft draft) {
        Connection present =
                rows.find(draft.id())
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "there is no connection '" + draft.id() + "'"));
        if (!present.kind().equals(draft.kind())) {
            throw new InvalidConnectionException(
                    List.of(
                            new InvalidConnectionException.Problem(
                                    "kind", "cannot change; add a new connection instead")));
        }
        return save(draft, present.settings(), rows.secrets(draft.id(), vault));
    }

    /** The names of the secrets that are filled in. */
    public Set<String> filledSecrets(String connectionId) {
        return new TreeSet<>(rows.secrets(connectionId, vault).keySet());
    }

    /** Asks the upstream now, and remembers how it answered. */
    public ConnectionHealth check(String connectionId) {
        ConnectionHealth health = ask(connectionId, () -> connections.open(connectionId));
        rows.remember(connectionId, health);
        return health;
    }

    /** Remembers how a pull found the upstream. */
    public void remember(String connectionId, boolean up, String detail, Optional<String> remedy) {
        rows.remember(connectionId, new ConnectionHealth(up, detail, remedy, clock.instant()));
    }

    /** How each connection was when last asked; one never asked is absent. */
    public Map<String, ConnectionHealth> health() {
        return rows.health();
    }

    /**
     * Asks the upstream that these settings name, and saves nothing. Secrets left blank are those
     * on record, unless an address changes.
     *
     * @param present the connection that is being changed; empty for a new one
     */
    public ConnectionHealth test(
            String kind, Optional<String> present, Map<String, String> settings) {
        Optional<Connection> before =
                present.flatMap(rows::find).filter(one -> one.kind().equals(kind));
        Map<String, String> stored = before.map(Connection::settings).orElse(Map.of());
        Map<String, String> kept =
                before.map(one -> rows.secrets(one.id(), vault)).orElse(Map.of());
        ConnectorDescriptor descriptor =
                kinds.descriptor(kind)
                        .orElseThrow(() ->
                                new IllegalArgumentException("no kind '" + kind + "' installed"));
        List<InvalidConnectionException.Problem> problems =
                SettingRules.problems(descriptor, settings, stored, kept.keySet());
        if (!problems.isEmpty()) {
            return new ConnectionHealth(
                    false,
                    problems.stream()
                            .map(one -> one.setting() + " " + one.reason())
                            .collect(Collectors.joining("; ")),
                    Optional.of("Mend what is named, then test again."),
                    clock.instant());
        }
        Filled filled = Filled.of(descriptor, settings, stored, kept);
        String id = present.orElse("unsaved");
        return ask(
                id,
                () ->
                        connections.openUnsaved(
                                new Connection(
                                        id,
                                        kind,
                                        Localized.of("en", id),
                                        filled.open(),
                                        Optional.empty(),
                                        Duration.ofHours(1),
                                        false),
                                filled.secrets()));
    }

    private ConnectionHealth ask(String connectionId, Supplier<Connector> open) {
        try (Connector connector = open.get()) {
            return switch (connector.check()) {
                case Health.Up(String detail) ->
                        new ConnectionHealth(true, detail, Optional.empty(), clock.instant());
                case Health.Down(String problem, String remedy) ->
                        new ConnectionHealth(false, problem, Optional.of(remedy), clock.instant());
            };
        } catch (UpstreamException e) {
            return down(e);
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("{}: the check broke", connectionId, e);
            return down(e);
        }
    }

    private ConnectionHealth down(Throwable failure) {
        return new ConnectionHealth(
                false,
                String.valueOf(failure.getMessage()),
                Optional.of(Remedies.of(failure)),
                clock.instant());
    }

    private Connection save(
            ConnectionDraft draft,
            Map<String, String> presentSettings,
            Map<String, String> presentSecrets) {
        List<InvalidConnectionException.Problem> problems = new ArrayList<>();
        if (!draft.id().matches("[a-z0-9][a-z0-9-]{0,62}")) {
            problems.add(
                    new InvalidConnectionException.Problem(
                            "id", "must be of lower case letters, digits and hyphens, at most 63"));
        }
        if (draft.pullEvery().toSeconds() < 10) {
            problems.add(
                    new InvalidConnectionException.Problem(
                            "pullEvery", "must be at least 10 seconds"));
        }
        Optional<ConnectorDescriptor> descriptor = kinds.descriptor(draft.kind());
        if (descriptor.isEmpty()) {
            problems.add(
                    new InvalidConnectionException.Problem(
                            "kind",
                            "'"
                                    + draft.kind()
                                    + "' is not installed; choose one of the listed kinds"));
            throw new InvalidConnectionException(problems);
        }
        problems.addAll(
                SettingRules.problems(
                        descriptor.get(),
                        draft.settings(),
                        presentSettings,
                        presentSecrets.keySet()));
        if (!problems.isEmpty()) {
            throw new InvalidConnectionException(problems);
        }
        Filled filled =
                Filled.of(descriptor.get(), draft.settings(), presentSettings, presentSecrets);
        Connection connection =
                new Connection(
                        draft.id(),
                        draft.kind(),
                        draft.name(),
                        filled.open(),
                        draft.delivery(),
                        draft.pullEvery(),
                        draft.enabled(),
                        draft.orders());
        Optional<String> engineBefore = rows.find(draft.id()).flatMap(Engines::set);
        boolean isNew = rows.save(connection, filled.secrets(), vault, clock.instant());
        connections.forget(connection.id());
        if (!isNew && !engineBefore.equals(Engines.set(connection))) {
            events.publishEvent(new EngineChanged(connection.id()));
        }
        LOG.info(
                "{} connection {} of kind {}",
                isNew ? "Added" : "Changed",
                connection.id(),
                connection.kind());
        return connection;
    }

    /** What was filled in, what may be shown apart from what is kept encrypted. */
    private record Filled(Map<String, String> open, Map<String, String> secrets) {
        Filled {
            open = Map.copyOf(open);
            secrets = Map.copyOf(secrets);
        }

        static Filled of(
                ConnectorDescriptor kind,
                Map<String, String> settings,
                Map<String, String> presentSettings,
                Map<String, String> presentSecrets) {
            Map<String, String> open = new HashMap<>();
            Map<String, String> secrets = new HashMap<>();
            if (!SettingRules.isElsewhere(kind, settings, presentSettings)) {
                secrets.putAll(presentSecrets);
            }
            for (Setting setting : kind.settings()) {
                String value = settings.getOrDefault(setting.name(), "").strip();
                if (!value.isEmpty()) {
                    (setting.type() == Setting.Type.SECRET ? secrets : open)
                            .put(setting.name(), value);
                }
            }
            String engine = settings.getOrDefault(Engines.SETTING, "").strip();
            if (!engine.isEmpty()) {
                open.put(Engines.SETTING, engine);
            }
            return new Filled(open, secrets);
        }
    }
}
