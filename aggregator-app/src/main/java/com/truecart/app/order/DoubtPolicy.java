package com.truecart.app.order;

import com.truecart.app.order.SubOrderState.InDoubt;
import com.truecart.spi.Terms.DoubtClass;
import java.time.Duration;
import java.time.Instant;

/**
 * What is done about a sub-order nobody can say was placed, once the store, asked for it, shows
 * none.
 *
 * <p>Source: reference on reliability, section 4. A store that tells repeats apart may be sent the
 * same again at once; one that only echoes our reference is sent a new attempt only after it knew
 * of none twice, the second time when the first attempt could no longer arrive; with all others a
 * person asks.
 */
class DoubtPolicy {
    /**
     * Idempotency keys are kept for a day by common practice; after that a repeat could be a second
     * order.
     */
    private static final Duration KEY_WINDOW = Duration.ofHours(24);

    private static final int MOST_ATTEMPTS = 2;
    private final Duration quietPeriod;

    DoubtPolicy(Duration quietPeriod) {
        this.quietPeriod = quietPeriod;
    }

    /** What may be done. */
    sealed interface Move {
        /** Send it again, with the same key. */
        record SendAgain() implements Move {}

        /** Ask again later. */
        record AskLater() implements Move {}

        /** A person has to ask the store. */
        record Park(String reason) implements Move {}
    }

    /** The store surely knows of none at this moment. */
    Move noneFound(InDoubt doubt, DoubtClass doubtClass, Instant now) {
        if (doubt.parked().isPresent()) {
            return new Move.AskLater();
        }
        return switch (doubtClass) {
            case KEY, UNIQUE_REFERENCE -> repeat(doubt, now);
            case ECHOED_REFERENCE -> {
                if (!doubt.missed() || !canNoLongerArrive(doubt.sentAt(), now)) {
                    yield new Move.AskLater();
                }
                yield doubt.attempt() < MOST_ATTEMPTS
                        ? new Move.SendAgain()
                        : new Move.Park(OwnReason.NONE_SHOWN.sentence());
            }
            case LIST_ONLY, WRITE_ONLY -> new Move.Park(OwnReason.NOTHING_PROVEN.sentence());
        };
    }

    /** The store offers no way to ask. */
    Move cannotAsk(InDoubt doubt, DoubtClass doubtClass, String why, Instant now) {
        if (doubt.parked().isPresent()) {
            return new Move.AskLater();
        }
        return switch (doubtClass) {
            case KEY, UNIQUE_REFERENCE -> repeat(doubt, now);
            case ECHOED_REFERENCE, LIST_ONLY, WRITE_ONLY ->
                    new Move.Park(OwnReason.CANNOT_ASK.because(why));
        };
    }

    /**
     * Whether no attempt so far can still arrive: only then does a refusal of a repeat say anything
     * of those before it.
     *
     * @param sentAt when the latest of them was sent
     */
    boolean canNoLongerArrive(Instant sentAt, Instant now) {
        return !now.isBefore(sentAt.plus(quietPeriod));
    }

    private static Move repeat(InDoubt doubt, Instant now) {
        return now.isBefore(doubt.since().plus(KEY_WINDOW))
                ? new Move.SendAgain()
                : new Move.Park(OwnReason.KEY_FORGOTTEN.sentence());
    }
}
