package com.truecart.app.pipeline.web;

import com.truecart.app.connection.Connection;
import com.truecart.app.connection.ConnectionHealth;
import com.truecart.app.pipeline.PullRun;
import com.truecart.spi.ConnectorDescriptor;
import com.truecart.spi.ConnectorDescriptor.Capability;
import com.truecart.spi.Levels.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A connection as the pages show it.
 *
 * @param capabilities what its kind can; empty where it is not installed
 * @param levels how far each capability is shown
 * @param hook where its upstream may send us hints; empty where its kind hears none
 * @param lag how much older than due the last success is; empty where it is in time or was never
 *     pulled
 */
public record ConnectionCard(
        Connection connection,
        String kindName,
        boolean installed,
        List<Capability> capabilities,
        Map<Capability, Level> levels,
        Optional<Hook> hook,
        Optional<PullRun> lastRun,
        Optional<ConnectionHealth> health,
        Optional<Duration> lag) {

    /**
     * Where an upstream sends hints.
     *
     * @param address to be entered there
     * @param lastHeard when the last one came
     * @param reachable whether the address is one from outside this machine
     */
    public record Hook(String address, Optional<Instant> lastHeard, boolean reachable) {}

    static ConnectionCard of(
            Connection connection,
            Optional<ConnectorDescriptor> kind,
            Map<Capability, Level> levels,
            Optional<Hook> hook,
            Optional<PullRun> lastRun,
            Optional<ConnectionHealth> health,
            Instant now) {
        return new ConnectionCard(
                connection,
                kind.map(ConnectorDescriptor::displayName).orElse(connection.kind()),
                kind.isPresent(),
                kind.map(one -> one.capabilities().stream().sorted().toList()).orElse(List.of()),
                levels,
                hook,
                lastRun,
                health,
                lastRun.map(run ->
                                Duration.between(run.startedAt().plus(connection.pullEvery()), now))
                        .filter(late -> connection.enabled() && late.toSeconds() > 60));
    }

    public boolean isPulling() {
        return lastRun.filter(run -> run.state() == PullRun.State.RUNNING).isPresent();
    }

    /** What stands in the way, from the last pull or check; empty where nothing does. */
    public Optional<ConnectionHealth> problem() {
        return health.filter(one -> !one.up());
    }
}
