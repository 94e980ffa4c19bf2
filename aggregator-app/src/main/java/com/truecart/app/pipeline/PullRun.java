package com.truecart.app.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One pull of one connection, as it stands.
 *
 * @param everything whether it asks for everything, or for what changed
 * @param cursor where it goes on after a stop
 * @param changed listings and offers that were new or stated otherwise
 * @param failure why it failed, with the remedy
 */
public record PullRun(
        long id,
        String connectionId,
        Trigger trigger,
        State state,
        String phase,
        boolean everything,
        Instant startedAt,
        Optional<Instant> endedAt,
        Instant lastProgressAt,
        Optional<String> cursor,
        int pages,
        int listings,
        int offers,
        int observations,
        int changed,
        int skipped,
        int withdrawn,
        Optional<String> failure,
        Optional<String> remedy) {

    /** What began it. */
    public enum Trigger {
        SCHEDULE,
        DEMAND,
        START,
        HINT
    }

    /** Whether it is over, and how. */
    public enum State {
        RUNNING,
        SUCCEEDED,
        FAILED
    }

    /** How long it took, or takes so far. */
    public Duration took() {
        return Duration.between(startedAt, endedAt.orElse(lastProgressAt));
    }
}
