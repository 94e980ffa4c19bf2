package com.truecart.app.handoff;

import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Has the orders made through tracked links read when they are due. The record says what is due;
 * this only wakes up.
 */
@Component
class HandOffClockwork implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(HandOffClockwork.class);

    private final HandedOrderRecord record;
    private final HandedOrderReading reading;
    private final HandOffSettings settings;
    private final Clock clock;
    private final ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor();

    HandOffClockwork(
            HandedOrderRecord record,
            HandedOrderReading reading,
            HandOffSettings settings,
            Clock clock) {
        this.record = record;
        this.reading = reading;
        this.settings = settings;
        this.clock = clock;
    }

    /** Begins the readings that are due, each beside the others. */
    @Scheduled(fixedDelay = 30_000, initialDelay = 30_000)
    void readWhatIsDue() {
        record.takeDue(clock.instant(), HandedOrderReading.LEASE)
                .forEach(due -> readers.execute(() -> read(due)));
    }

    /** Forgets what nothing came of. */
    @Scheduled(fixedDelay = 3_600_000, initialDelay = 90_000)
    void forgetWhatNothingCameOf() {
        record.forget(clock.instant().minus(settings.keep()));
    }

    private void read(HandedOrderRecord.Due due) {
        try {
            reading.read(due);
        } catch (RuntimeException e) {
            LOG.error("{}: reading orders failed; it is tried again", due.connectionId(), e);
        }
    }

    @Override
    public void destroy() {
        readers.shutdownNow();
    }
}
