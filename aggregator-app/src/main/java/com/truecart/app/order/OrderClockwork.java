package com.truecart.app.order;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps every open sub-order moving. The record says what is due; this only wakes up, so that
 * losing a wake-up loses nothing.
 *
 * <p>Taking over from an earlier run happens before the first request is served: later, a sub-order
 * being sent would be one of ours.
 */
@Component
class OrderClockwork implements SmartInitializingSingleton, DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(OrderClockwork.class);
    private static final int AT_ONCE = 16;
    private final OrderDesk desk;
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

    OrderClockwork(OrderDesk desk) {
        this.desk = desk;
    }

    @Override
    public void afterSingletonsInstantiated() {
        desk.takeOver();
    }

    /** Starts whatever is due. */
    @Scheduled(fixedDelay = 500)
    void wake() {
        int free = places.availablePermits();
        if (free > 0) {
            desk.due(free).forEach(this::start);
        }
    }

    /** Starts whatever is due, beside the caller. */
    void wakeSoon() {
        workers.execute(this::wake);
    }

    /** Advances one sub-order beside the caller. */
    void start(SubOrderId id) {
        workers.execute(() -> {
            places.acquireUninterruptibly();
            try {
                desk.advance(id);
            } catch (RuntimeException e) {
                LOG.error("Sub-order {} could not be advanced; it is tried again", id, e);
            } finally {
                places.release();
            }
        });
    }

    @Override
    public void destroy() {
        workers.shutdown();
    }
}
