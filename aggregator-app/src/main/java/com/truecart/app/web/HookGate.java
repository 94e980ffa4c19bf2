package com.truecart.app.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/**
 * How much may come in at {@code /hooks}: so many an address and sender, and so many judged at
 * once, because judging may take a call for the sender's keys.
 */
@Component
public class HookGate {
    public static final Duration PERIOD = Duration.ofSeconds(10);
    public static final int A_PERIOD = 100;
    private static final int AT_ONCE = 16;
    private static final int MOST_SENDERS = 10_000;

    private final RateLimiterConfig rule =
            RateLimiterConfig.custom()
                    .limitForPeriod(A_PERIOD)
                    .limitRefreshPeriod(PERIOD)
                    .timeoutDuration(Duration.ZERO)
                    .build();
    private final Cache<String, RateLimiter> bySender =
            Caffeine.newBuilder()
                    .maximumSize(MOST_SENDERS)
                    .expireAfterAccess(PERIOD.multipliedBy(6))
                    .build();
    private final Semaphore places = new Semaphore(AT_ONCE);

    /** Whether this sender may say one thing more now. */
    public boolean admits(String about, String sender) {
        return bySender.get(about + " " + sender, name -> RateLimiter.of(name, rule))
                .acquirePermission();
    }

    /** A place among those judged at once; where there is one, {@link #leave()} gives it back. */
    public boolean enter() {
        return places.tryAcquire();
    }

    public void leave() {
        places.release();
    }
}
