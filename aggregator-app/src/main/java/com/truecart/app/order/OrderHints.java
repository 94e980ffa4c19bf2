package com.truecart.app.order;

import com.truecart.app.connection.Hint;
import com.truecart.app.connection.HintFollower;
import com.truecart.spi.Webhooks;
import java.time.Clock;
import org.springframework.stereotype.Component;

/**
 * Asks a store about an order now, where it hints that the order changed. What the hint says of it
 * is never believed: only what the store answers when asked.
 */
@Component
class OrderHints implements HintFollower {
    private final DueRecord due;
    private final WakeUps wakeUps;
    private final Clock clock;

    OrderHints(DueRecord due, WakeUps wakeUps, Clock clock) {
        this.due = due;
        this.wakeUps = wakeUps;
        this.clock = clock;
    }

    @Override
    public boolean follow(Hint hint) {
        if (hint.about() instanceof Webhooks.AnOrder(String upstreamOrderId)) {
            due.makeDue(hint.connectionId(), upstreamOrderId, clock.instant())
                    .forEach(wakeUps::soon);
        }
        return true;
    }
}
