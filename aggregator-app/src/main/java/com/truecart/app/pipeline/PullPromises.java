package com.truecart.app.pipeline;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.truecart.app.catalog.Catalog;
import com.truecart.app.catalog.OfferFacts;
import com.truecart.app.connection.Connection;
import com.truecart.app.connection.Connections;
import com.truecart.spi.ConnectorDescriptor.Capability;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * How old the prices of a connection may be: as old as they become while its pulls succeed when
 * they are due.
 */
@Component
class PullPromises {
    /** A pull that is due begins a little later. */
    private static final Duration LEAST_GRACE = Duration.ofMinutes(1);

    private final Connections connections;
    private final Catalog catalog;
    private final PullRuns runs;
    private final Clock clock;

    /** Not read for every page anew. */
    private final Cache<String, Map<String, Promise>> known =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(1)).build();

    PullPromises(Connections connections, Catalog catalog, PullRuns runs, Clock clock) {
        this.catalog = catalog;
        this.connections = connections;
        this.runs = runs;
        this.clock = clock;
    }

    /**
     * What one connection promises.
     *
     * @param longest how old its prices may be
     * @param confirmed when a pull last asked for everything, or for what changed, and got it whole
     * @param covers what was last seen before this is not confirmed by it
     * @param canBeAsked whether it can be asked for a single listing
     */
    private record Promise(
            Duration longest, Optional<Instant> confirmed, Instant covers, boolean canBeAsked) {
        Instant asOf(Instant seenAt) {
            return confirmed
                    .filter(moment -> moment.isAfter(seenAt) && !seenAt.isBefore(covers))
                    .orElse(seenAt);
        }
    }

    /** Up to when the offer's price is known to hold. */
    Instant asOf(OfferFacts offer) {
        return of(offer).map(promise -> promise.asOf(offer.seenAt())).orElse(offer.seenAt());
    }

    /** Whether that is longer ago than promised; nothing is promised for what is being removed. */
    boolean isStale(OfferFacts offer) {
        return of(offer)
                .filter(promise -> asOf(offer).plus(promise.longest()).isBefore(clock.instant()))
                .isPresent();
    }

    boolean canBeAsked(OfferFacts offer) {
        return of(offer).filter(Promise::canBeAsked).isPresent();
    }

    private Optional<Promise> of(OfferFacts offer) {
        return Optional.ofNullable(known.get("all", _ -> read()).get(offer.store().connectionId()));
    }

    private Map<String, Promise> read() {
        Map<String, PullRun> successes = runs.newestSuccesses();
        Map<String, Instant> complete = catalog.completeAsOf();
        Set<String> leaky = runs.withSkippedChanges();
        Map<String, Promise> promises = new HashMap<>();
        for (Connection connection : connections.all()) {
            Optional<PullRun> last = Optional.ofNullable(successes.get(connection.id()));
            promises.put(
                    connection.id(),
                    new Promise(
                            connection.pullEvery().plus(grace(last)),
                            last.map(PullRun::startedAt)
                                    .filter(_ -> !leaky.contains(connection.id())),
                            connections.can(connection, Capability.CHANGES_SINCE)
                                    ? Instant.MIN
                                    // a document is older than the pull that finds it unchanged
                                    : complete.getOrDefault(connection.id(), Instant.MAX),
                            connection.enabled()
                                    && connections.can(connection, Capability.LOOK_UP)));
        }
        return promises;
    }

    /** What a pull saw first is as much older at its end as the pull takes. */
    private static Duration grace(Optional<PullRun> last) {
        return last.map(PullRun::took)
                .filter(took -> took.compareTo(LEAST_GRACE) > 0)
                .orElse(LEAST_GRACE);
    }
}
