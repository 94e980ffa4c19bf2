package com.truecart.app.handoff;

import com.truecart.app.connection.Connection;
import com.truecart.app.connection.Connections;
import com.truecart.app.handoff.HandedOrderRecord.Due;
import com.truecart.spi.Connector;
import com.truecart.spi.Cursor;
import com.truecart.spi.HandedOrder;
import com.truecart.spi.HandedOrders;
import com.truecart.spi.Page;
import com.truecart.spi.UpstreamException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Reads what became of hand-offs, page by page; each page is kept together with its place. */
@Component
class HandedOrderReading {
    /** Longer than any page takes; renewed with each. */
    static final Duration LEASE = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(HandedOrderReading.class);

    private final HandedOrderRecord record;
    private final Connections connections;
    private final HandOffSettings settings;
    private final Clock clock;

    HandedOrderReading(
            HandedOrderRecord record,
            Connections connections,
            HandOffSettings settings,
            Clock clock) {
        this.record = record;
        this.connections = connections;
        this.settings = settings;
        this.clock = clock;
    }

    /** Reads one connection as far as it goes, or as many pages as are read at once. */
    void read(Due due) {
        String id = due.connectionId();
        if (connections.find(id).filter(Connection::enabled).isEmpty()) {
            record.again(id, inDueTime());
            return;
        }
        try (Connector connector = connections.open(id)) {
            if (connector.handedOrders().isPresent()) {
                read(due, connector.handedOrders().get());
            } else {
                record.again(id, inDueTime());
            }
        } catch (UpstreamException problem) {
            LOG.warn("{}: the orders made through links could not be read", id, problem);
            record.again(id, inDueTime());
        }
    }

    private void read(Due due, HandedOrders source) {
        String id = due.connectionId();
        Cursor at = due.cursor().orElseGet(() -> source.from(due.firstClick()));
        for (int pages = 0; pages < settings.pagesAtOnce(); pages++) {
            Page<HandedOrder> page;
            try {
                page = source.page(at);
            } catch (IllegalArgumentException notItsCursor) {
                LOG.warn("{}: the place kept is not one of this kind's; begun again", id);
                record.fromTheFirst(id, inDueTime());
                return;
            }
            page.skipped()
                    .forEach(skipped ->
                            LOG.warn(
                                    "{}: {} passed over: {} {}",
                                    id,
                                    skipped.upstreamRef(),
                                    skipped.field(),
                                    skipped.reason()));
            switch (page.next()) {
                case Page.More(Cursor behind) -> {
                    keep(id, page, behind, clock.instant().plus(LEASE));
                    at = behind;
                }
                case Page.Done done -> {
                    keep(id, page, done.watermark().orElse(at), inDueTime());
                    return;
                }
            }
        }
        record.again(id, clock.instant());
    }

    private void keep(String id, Page<HandedOrder> page, Cursor behind, Instant nextAt) {
        record.keep(id, page.entries(), settings.matchWithin(), behind, clock.instant(), nextAt);
    }

    private Instant inDueTime() {
        return clock.instant().plus(settings.every());
    }
}
