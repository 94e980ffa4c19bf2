package com.truecart.app.payment;

import com.truecart.model.Money;
import java.time.Duration;
import java.time.Instant;

/**
 * Something the provider is asked to do with the money, committed before it is asked.
 *
 * @param reference the same on each repeat
 * @param payment the reference of the try it is about
 * @param amount zero for a release
 * @param askedAt when it was decided
 */
record Move(String reference, String payment, Kind kind, Money amount, Instant askedAt) {
    /** A bank takes days for a refund. */
    private static final Duration RAREST_REFUND = Duration.ofHours(6);

    private static final Duration RAREST = Duration.ofMinutes(10);

    /** What is asked for. */
    enum Kind {
        CAPTURE,
        RELEASE,
        REFUND
    }

    /** When to ask again for what the provider is still at. */
    Instant nextAsking(Instant now) {
        return Pace.easing(
                askedAt,
                now,
                switch (kind) {
                    case REFUND -> RAREST_REFUND;
                    case CAPTURE, RELEASE -> RAREST;
                });
    }
}
