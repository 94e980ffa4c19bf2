package com.truecart.app.connection;

import com.truecart.spi.Call;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.ratelimiter.RateLimiter;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Turns for reads that are nice to have: within the connection's own limits, made at once or not at
 * all, and never a second time. They take at most half of a second's calls and half of the places,
 * because anyone may search, and pulls and orders share the limits.
 */
final class AtOnce implements Turns {
    private static final Duration LONGEST_LOOK = Duration.ofMillis(50);

    private final CircuitBreaker breaker;
    private final RateLimiter rate;
    private final Bulkhead bulkhead;
    private final Lock entering;
    private final BooleanSupplier paced;

    /**
     * @param entering held by whoever of all these reads looks whether there is room
     * @param paced takes the next departure where one is due now
     */
    AtOnce(
            CircuitBreaker breaker,
            RateLimiter rate,
            Bulkhead bulkhead,
            Lock entering,
            BooleanSupplier paced) {
        this.entering = entering;
        this.breaker = breaker;
        this.rate = rate;
        this.bulkhead = bulkhead;
        this.paced = paced;
    }

    /**
     * Makes a read at once. What becomes of it does not move the circuit breaker: shoppers who look
     * around must not cut a store off from those who order.
     *
     * @throws NoRoomException where there is no room for it, or the store is left alone for a while
     */
    @Override
    public <T> T run(Call.Safety safety, Supplier<T> call) {
        if (safety != Call.Safety.READ) {
            throw new IllegalArgumentException("a write is never made only if there is room");
        }
        enter();
        try {
            return call.get();
        } finally {
            bulkhead.onComplete();
        }
    }

    /**
     * Of these reads one at a time looks and takes. A pull may take a permit in between, and then
     * this waits like any other call: the limits hold in any case.
     */
    private void enter() {
        if (breaker.getState() != CircuitBreaker.State.CLOSED || !isFirst()) {
            throw new NoRoomException(rate.getName());
        }
        try {
            if (!isMoreThanHalf(
                            rate.getMetrics().getAvailablePermissions(),
                            rate.getRateLimiterConfig().getLimitForPeriod())
                    || !isMoreThanHalf(
                            bulkhead.getMetrics().getAvailableConcurrentCalls(),
                            bulkhead.getBulkheadConfig().getMaxConcurrentCalls())
                    || !paced.getAsBoolean()
                    || !bulkhead.tryAcquirePermission()) {
                throw new NoRoomException(rate.getName());
            }
            if (!rate.acquirePermission()) {
                bulkhead.releasePermission();
                throw new NoRoomException(rate.getName());
            }
        } finally {
            entering.unlock();
        }
    }

    /** Others need microseconds, unless a pull has come between their look and their turn. */
    private boolean isFirst() {
        try {
            return entering.tryLock(LONGEST_LOOK.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Whether at least half of them are still there once one is taken. */
    private static boolean isMoreThanHalf(int available, int all) {
        return available - 1 >= (all + 1) / 2;
    }
}
