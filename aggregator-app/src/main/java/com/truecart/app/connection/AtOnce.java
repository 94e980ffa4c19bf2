package com.truecart.app.connection;

import com.truecart.spi.Call;
import com.truecart.spi.UpstreamException;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.ratelimiter.RateLimiter;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Turns for reads that are nice to have: within the connection's own limits, made at once or not at
 * all, and never a second time. They take at most half of a second's calls and half of the places,
 * because anyone may search, and pulls and orders share the limits.
 */
final class AtOnce implements Turns {
    private final CircuitBreaker breaker;
    private final RateLimiter rate;
    private final Bulkhead bulkhead;
    private final BooleanSupplier paced;

    /**
     * @param paced takes the next departure where one is due now
     */
    AtOnce(CircuitBreaker breaker, RateLimiter rate, Bulkhead bulkhead, BooleanSupplier paced) {
        this.breaker = breaker;
        this.rate = rate;
        this.bulkhead = bulkhead;
        this.paced = paced;
    }

    /**
     * Makes a read at once.
     *
     * @throws NoRoomException where there is no room for it
     */
    @Override
    public <T> T run(Call.Safety safety, Supplier<T> call) {
        if (safety != Call.Safety.READ) {
            throw new IllegalArgumentException("a write is never made only if there is room");
        }
        enter();
        try {
            return breaker.executeSupplier(call);
        } catch (CallNotPermittedException e) {
            throw new UpstreamException.Unavailable(
                    "it failed too often lately and is left alone for a while", e);
        } finally {
            bulkhead.onComplete();
        }
    }

    /**
     * Of these reads one at a time looks and takes. A pull may take a permit in between, and then
     * this waits like any other call: the limits hold in any case.
     */
    private void enter() {
        synchronized (rate) {
            int calls = rate.getRateLimiterConfig().getLimitForPeriod();
            int places = bulkhead.getBulkheadConfig().getMaxConcurrentCalls();
            boolean hasRoom =
                    rate.getMetrics().getAvailablePermissions() > calls / 2
                            && bulkhead.getMetrics().getAvailableConcurrentCalls() > places / 2
                            && paced.getAsBoolean();
            if (!hasRoom || !rate.acquirePermission() || !bulkhead.tryAcquirePermission()) {
                throw new NoRoomException(rate.getName());
            }
        }
    }
}
