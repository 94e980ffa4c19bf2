package com.truecart.app.pipeline;

import com.truecart.app.connection.Connection;
import com.truecart.app.connection.Connections;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Begins pulls by itself: those a killed process left, those never made, and those that are due.
 */
@Component
class PullClockwork {
    private static final Logger LOG = LoggerFactory.getLogger(PullClockwork.class);

    private final Pulls pulls;
    private final PullRuns runs;
    private final Connections connections;
    private final IndexKeeper index;
    private final PipelineSettings settings;
    private final ApplicationContext context;
    private final Clock clock;
    private final Set<Long> firstRuns = new HashSet<>();
    private Instant readyAt = Instant.MAX;

    PullClockwork(
            Pulls pulls,
            PullRuns runs,
            Connections connections,
            IndexKeeper index,
            PipelineSettings settings,
            ApplicationContext context,
            Clock clock) {
        this.pulls = pulls;
        this.runs = runs;
        this.connections = connections;
        this.index = index;
        this.settings = settings;
        this.context = context;
        this.clock = clock;
    }

    /** Last of all listeners: the demo adds its connections in the same event. */
    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.LOWEST_PRECEDENCE)
    synchronized void ready() {
        index.begin();
        readyAt = clock.instant();
        pulls.recover().forEach(run -> firstRuns.add(run.id()));
        if (settings.scheduled()) {
            begin(true);
        }
        if (firstRuns.isEmpty()) {
            LOG.info("Truecart is ready at {}", address());
        } else {
            LOG.info(
                    "Truecart answers at {}; {} stores are being pulled",
                    address(),
                    firstRuns.size());
        }
    }

    @Scheduled(fixedDelay = 5_000)
    synchronized void beginWhatIsDue() {
        if (settings.scheduled() && !readyAt.equals(Instant.MAX)) {
            begin(false);
            tellWhenFirstRunsEnd();
        }
    }

    private void begin(boolean atStart) {
        Map<String, PullRun> newest = runs.newestByConnection();
        Instant now = clock.instant();
        for (Connection connection : connections.all()) {
            PullRun last = newest.get(connection.id());
            if (!connection.enabled()) {
                continue;
            }
            if (last == null) {
                PullRun run = pulls.request(connection.id(), PullRun.Trigger.START);
                if (atStart) {
                    firstRuns.add(run.id());
                }
            } else if (last.state() != PullRun.State.RUNNING
                    && !last.startedAt().plus(connection.pullEvery()).isAfter(now)) {
                pulls.request(connection.id(), PullRun.Trigger.SCHEDULE);
            }
        }
    }

    private void tellWhenFirstRunsEnd() {
        if (!firstRuns.isEmpty()
                && firstRuns.stream()
                        .allMatch(id ->
                                runs.find(id)
                                        .map(run -> run.state() != PullRun.State.RUNNING)
                                        .orElse(true))) {
            LOG.info(
                    "All {} first pulls are over after {} s; Truecart is ready at {}",
                    firstRuns.size(),
                    Duration.between(readyAt, clock.instant()).toSeconds(),
                    address());
            firstRuns.clear();
        }
    }

    private String address() {
        return context instanceof WebServerApplicationContext web && web.getWebServer() != null
                ? "http://localhost:" + web.getWebServer().getPort()
                : "no address";
    }
}
