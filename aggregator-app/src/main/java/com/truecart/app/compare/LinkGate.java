package com.truecart.app.compare;

import com.truecart.spi.Budget;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * How many links one connection is asked for: half of what it may be asked at all, because anyone
 * may click, and its pulls and orders share the budget. Nobody waits here.
 */
final class LinkGate {
    private final RateLimiter rate;
    private final Semaphore places;

    LinkGate(Budget budget) {
        rate =
                RateLimiter.of(
                        "links",
                        RateLimiterConfig.custom()
                                .limitForPeriod(half(budget.callsPerSecond()))
                                .limitRefreshPeriod(Duration.ofSeconds(1))
                                .timeoutDuration(Duration.ZERO)
                                .build());
        places = new Semaphore(half(budget.concurrentCalls()));
    }

    /** What is asked for; empty where too many ask just now. */
    <T> Optional<T> through(Supplier<Optional<T>> question) {
        if (!places.tryAcquire()) {
            return Optional.empty();
        }
        try {
            return rate.acquirePermission() ? question.get() : Optional.empty();
        } finally {
            places.release();
        }
    }

    private static int half(int budget) {
        return Math.max(1, budget / 2);
    }
}
