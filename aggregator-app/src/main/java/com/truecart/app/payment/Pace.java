package com.truecart.app.payment;

import java.time.Duration;
import java.time.Instant;

/** How soon a provider is asked again. */
final class Pace {
    private static final Duration SOONEST = Duration.ofSeconds(2);
    private static final Duration RAREST = Duration.ofSeconds(15);
    private static final Duration RAREST_AFTER_FAILURES = Duration.ofMinutes(10);
    private static final int MOST_DOUBLINGS = 10;

    private Pace() {}

    /** While the shopper pays: a quarter of its age on, as people pay soon or late. */
    static Instant waiting(Instant since, Instant now) {
        return easing(since, now, RAREST);
    }

    /** A quarter of its age on. */
    static Instant easing(Instant since, Instant now, Duration rarest) {
        Duration quarter = Duration.between(since, now).dividedBy(4);
        return now.plus(
                quarter.compareTo(SOONEST) < 0
                        ? SOONEST
                        : quarter.compareTo(rarest) > 0 ? rarest : quarter);
    }

    /** 1 s, 2 s, 4 s, and so on to ten minutes. */
    static Duration afterFailure(int failures) {
        Duration wait = Duration.ofSeconds(1L << Math.min(failures, MOST_DOUBLINGS));
        return wait.compareTo(RAREST_AFTER_FAILURES) > 0 ? RAREST_AFTER_FAILURES : wait;
    }
}
