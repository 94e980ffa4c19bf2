package com.truecart.app.pipeline;

import com.truecart.app.connection.Connection;
import com.truecart.app.connection.Connections;
import com.truecart.app.connection.Hint;
import com.truecart.app.connection.HintFollower;
import com.truecart.spi.Webhooks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Pulls a connection early where its upstream hints that its catalogue changed. However many hints
 * come, pulls take at most half of the time; one pull answers all hints that came before it began.
 */
@Component
class PullHints implements HintFollower {
    private static final Duration SHORTEST_CALM = Duration.ofSeconds(5);

    private final Pulls pulls;
    private final PullRuns runs;
    private final Connections connections;
    private final Clock clock;

    PullHints(Pulls pulls, PullRuns runs, Connections connections, Clock clock) {
        this.pulls = pulls;
        this.runs = runs;
        this.connections = connections;
        this.clock = clock;
    }

    @Override
    public boolean follow(Hint hint) {
        Optional<Connection> connection = connections.find(hint.connectionId());
        if (!(hint.about() instanceof Webhooks.TheCatalogue)
                || connection.filter(Connection::enabled).isEmpty()) {
            return true;
        }
        Optional<PullRun> newest =
                runs.newest(Optional.of(hint.connectionId()), 1).stream().findFirst();
        if (newest.isPresent()) {
            PullRun run = newest.get();
            if (!run.startedAt().isBefore(hint.heardAt())) {
                return true;
            }
            // one under way may have passed the very page that changed
            if (run.state() == PullRun.State.RUNNING || clock.instant().isBefore(calmAfter(run))) {
                return false;
            }
        }
        PullRun begun = pulls.request(hint.connectionId(), PullRun.Trigger.HINT);
        return !begun.startedAt().isBefore(hint.heardAt());
    }

    private static Instant calmAfter(PullRun run) {
        Duration calm = run.took().compareTo(SHORTEST_CALM) > 0 ? run.took() : SHORTEST_CALM;
        return run.endedAt().orElse(run.lastProgressAt()).plus(calm);
    }
}
