package com.truecart.app.connection;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Has every hint on record followed. The record says what is due, so that whoever is killed in
 * between loses nothing.
 */
@Component
class HintClockwork {
    /** A hint whose follower died is taken up again after it. */
    static final Duration LEASE = Duration.ofSeconds(30);

    /** How long no upstream takes to repeat itself, so that repetitions are known as such. */
    static final Duration REMEMBERED = Duration.ofDays(30);

    /** A hint is only a hint: what it is about is asked in due time without it, too. */
    private static final int MOST_TRIES = 10;

    private static final Logger LOG = LoggerFactory.getLogger(HintClockwork.class);
    private static final Duration WAIT = Duration.ofSeconds(1);
    private static final int AT_ONCE = 100;

    private final HintRecord record;
    private final List<HintFollower> followers;
    private final Clock clock;

    HintClockwork(HintRecord record, List<HintFollower> followers, Clock clock) {
        this.record = record;
        this.followers = List.copyOf(followers);
        this.clock = clock;
    }

    /** Has those followed that are due. */
    @Scheduled(fixedDelay = 500)
    void followWhatIsDue() {
        record.takeDue(clock.instant(), LEASE, AT_ONCE).forEach(this::follow);
    }

    /** Forgets what is long done. */
    @Scheduled(fixedDelay = 3_600_000, initialDelay = 60_000)
    void forgetWhatIsLongDone() {
        record.forget(clock.instant().minus(REMEMBERED));
    }

    private void follow(HintRecord.Taken taken) {
        Hint hint = taken.hint();
        Instant now = clock.instant();
        try {
            boolean done = true;
            for (HintFollower follower : followers) {
                done &= follower.follow(hint);
            }
            if (done) {
                record.done(hint);
            } else {
                record.again(hint, now.plus(WAIT), false);
            }
        } catch (RuntimeException e) {
            if (taken.attempts() >= MOST_TRIES) {
                LOG.error("{}: the hint {} is given up", hint.connectionId(), hint.eventId(), e);
                record.done(hint);
            } else {
                LOG.warn(
                        "{}: the hint {} could not be followed; it is tried again",
                        hint.connectionId(),
                        hint.eventId(),
                        e);
                record.again(hint, now.plus(WAIT.multipliedBy(1L << taken.attempts())), true);
            }
        }
    }
}
