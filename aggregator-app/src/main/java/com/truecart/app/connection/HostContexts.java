package com.truecart.app.connection;

import com.truecart.app.TruecartSettings;
import com.truecart.spi.Budget;
import com.truecart.spi.ConnectorContext;
import com.truecart.spi.ConnectorDescriptor;
import com.truecart.spi.Secret;
import com.truecart.spi.Setting;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * What code that speaks to somebody outside may touch, where that is no store: the same guarded and
 * limited calls as a connector's, with settings kept elsewhere.
 */
@Component
public class HostContexts {
    private static final Duration FIRST_WAIT = Duration.ofMillis(400);

    private final Exchange exchange;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Path downloads;
    private final Map<String, Limits> limits = new ConcurrentHashMap<>();

    HostContexts(Exchange exchange, Clock clock, MeterRegistry meters, TruecartSettings settings) {
        this.exchange = exchange;
        this.clock = clock;
        this.meters = meters;
        this.downloads = settings.dataFolder().resolve("downloads");
    }

    /**
     * A context of its own limits.
     *
     * @param id under which its limits are kept, and which messages name
     */
    public ConnectorContext open(
            String id,
            Budget budget,
            List<Setting> settings,
            Map<String, String> values,
            Map<String, String> secretTexts) {
        Map<String, Secret> secrets = new HashMap<>();
        secretTexts.forEach((name, value) -> secrets.put(name, new Secret(value)));
        Wire wire = new Wire(List.copyOf(secrets.values()));
        Limits own = limits.computeIfAbsent(id, key -> new Limits(key, budget, FIRST_WAIT));
        return new HostContext(
                id,
                new ConnectorDescriptor("host", id, Set.of(), settings, budget),
                Map.copyOf(values),
                Map.copyOf(secrets),
                new HostHttp(
                        id,
                        budget,
                        own,
                        exchange,
                        wire,
                        _ -> "url",
                        Snapshots.NONE,
                        clock,
                        meters,
                        Instant.MAX,
                        Optional.empty()),
                new Documents(
                        downloads.resolve(id), budget, own, exchange, wire, Snapshots.NONE, clock),
                own,
                clock);
    }

    /** Forgets what was learnt about this one, because its settings changed. */
    public void forget(String id) {
        limits.remove(id);
    }
}
