package com.truecart.app.payment;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps every open try to pay moving. The record says what is due, and any number of instances may
 * ask it; this only wakes up.
 */
@Component
class PaymentClockwork implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(PaymentClockwork.class);
    private static final int AT_ONCE = 8;
    private static final int BILLS_AT_ONCE = 100;

    private final PaymentDesk desk;
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

    PaymentClockwork(PaymentDesk desk) {
        this.desk = desk;
    }

    /** Starts whatever is due, so much at once. */
    @Scheduled(fixedDelay = 500)
    void wake() {
        int free = places.availablePermits();
        if (free > 0) {
            desk.due(free).forEach(this::start);
        }
    }

    /** Ends the bills nobody paid in time. */
    @Scheduled(fixedDelay = 1_000, initialDelay = 1_000)
    void lapse() {
        desk.lapse(BILLS_AT_ONCE);
    }

    private void start(String reference) {
        workers.execute(() -> {
            places.acquireUninterruptibly();
            try {
                work(reference);
            } catch (RuntimeException e) {
                LOG.warn("What is due of payments cannot be read now: {}", e.getMessage());
            } finally {
                places.release();
            }
        });
    }

    /** Goes on while there is more: else there would be no more steps than wake-ups. */
    private void work(String first) {
        for (List<String> due = List.of(first);
                !due.isEmpty() && !workers.isShutdown();
                due = desk.due(1)) {
            due.forEach(this::advance);
        }
    }

    private void advance(String reference) {
        try {
            desk.advance(reference);
        } catch (RuntimeException e) {
            LOG.error("Payment {} could not be advanced; it is tried again", reference, e);
        }
    }

    @Override
    public void destroy() {
        workers.shutdown();
    }
}
