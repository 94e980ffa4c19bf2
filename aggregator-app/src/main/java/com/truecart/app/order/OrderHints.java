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
    private final OrderRecord record;
    private final OrderClockwork clockwork;
    private final Clock clock;

    OrderHints(OrderRecord record, OrderClockwork clockwork, Clock clock) {
        this.record = record;
        this.clockwork = clockwork;
        this.clock = clock;
    }

    @Override
    public boolean follow(Hint hint) {
        if (hint.about() instanceof Webhooks.AnOrder(String upstreamOrderId)) {
            record.makeDue(hint.connectionId(), upstreamOrderId, clock.instant());
            clockwork.wakeSoon();
        }
        return true;
    }
}
