package com.truecart.app.connection;

import com.truecart.spi.Budget;
import com.truecart.spi.Call;
import com.truecart.spi.Reply;
import com.truecart.spi.UpstreamException;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.core.functions.Either;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.RequestNotPermitted;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * How hard one connection may be asked and how often again: a rate limiter, a bulkhead and a
 * circuit breaker for all its calls, and two retry policies. What changes nothing, or the same
 * twice as once, is repeated; what has one effect per call only where it surely never left.
 */
final class Limits implements Turns {
    private static final int ATTEMPTS = 3;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final CircuitBreaker breaker;
    private final RateLimiter rate;
    private final Bulkhead bulkhead;
    private final Retry repeatable;
    private final Retry oneShot;
    private final Lock lookingAtOnce = new ReentrantLock();
    private final AtomicLong gapNanos = new AtomicLong();
    private final AtomicLong nextDeparture = new AtomicLong(System.nanoTime());

    Limits(String connectionId, Budget budget, Duration firstWait) {
        breaker =
                CircuitBreaker.of(
                        connectionId,
                        CircuitBreakerConfig.custom()
                                .slidingWindowSize(20)
                                .minimumNumberOfCalls(10)
                                .failureRateThreshold(50)
                                .waitDurationInOpenState(LONGEST_WAIT)
                                .permittedNumberOfCallsInHalfOpenState(2)
                                .recordException(Limits::saysUpstreamIsIll)
                                .recordResult(answer ->
                                        answer instanceof Reply reply && reply.status() >= 500)
                                .build());
        rate =
                RateLimiter.of(
                        connectionId,
                        RateLimiterConfig.custom()
                                .limitForPeriod(budget.callsPerSecond())
                                .limitRefreshPeriod(Duration.ofSeconds(1))
                                .timeoutDuration(budget.timeout())
                                .build());
        bulkhead =
                Bulkhead.of(
                        connectionId,
                        BulkheadConfig.custom()
                                .maxConcurrentCalls(budget.concurrentCalls())
                                .maxWaitDuration(budget.timeout())
                                .build());
        IntervalFunction backoff = IntervalFunction.ofExponentialRandomBackoff(firstWait, 2, 0.5);
        repeatable =
                Retry.of(
                        connectionId,
                        RetryConfig.custom()
                                .maxAttempts(ATTEMPTS)
                                .intervalBiFunction(
                                        (attempt, outcome) -> wait(attempt, outcome, backoff))
                                .retryOnException(Limits::mayPass)
                                .build());
        oneShot =
                Retry.of(
                        connectionId,
                        RetryConfig.custom()
                                .maxAttempts(ATTEMPTS)
                                .intervalFunction(backoff)
                                .retryOnException(Limits::neverLeft)
                                .build());
    }

    /** Leaves at least so much time between two departures from now on. */
    void pace(Duration between) {
        gapNanos.set(between.toNanos());
    }

    /** Turns for reads that nobody must wait for. */
    Turns atOnce() {
        return new AtOnce(breaker, rate, bulkhead, lookingAtOnce, this::departsNow);
    }

    /** Runs one call, again where its safety allows. */
    @Override
    public <T> T run(Call.Safety safety, Supplier<T> call) {
        Retry retry =
                switch (safety) {
                    case READ, REPEATABLE_WRITE -> repeatable;
                    case ONE_SHOT_WRITE -> oneShot;
                };
        AtomicReference<@Nullable UpstreamException> doubt = new AtomicReference<>();
        try {
            return retry.executeSupplier(() -> {
                try {
                    return once(call);
                } catch (UpstreamException e) {
                    if (!e.surelyNotDone()) {
                        doubt.set(e);
                    }
                    throw e;
                }
            });
        } catch (UpstreamException last) {
            UpstreamException earlier = doubt.get();
            if (safety == Call.Safety.READ || earlier == null || !last.surelyNotDone()) {
                throw last;
            }
            // a repeat that surely was not done says nothing of the try before it
            throw new UpstreamException.Unanswered(
                    earlier.getMessage() + "; sent again: " + last.getMessage(), last);
        }
    }

    private <T> T once(Supplier<T> call) {
        try {
            return breaker.executeSupplier(() ->
                    rate.executeSupplier(() ->
                            bulkhead.executeSupplier(() -> {
                                waitForTurn();
                                return call.get();
                            })));
        } catch (CallNotPermittedException e) {
            throw new UpstreamException.Unavailable(
                    "it failed too often lately and is left alone for "
                            + LONGEST_WAIT.toSeconds()
                            + " s",
                    e);
        } catch (RequestNotPermitted | BulkheadFullException e) {
            throw new UpstreamException.Throttled(
                    "our own limit for it is used up; try again later", Optional.empty());
        }
    }

    private void waitForTurn() {
        long gap = gapNanos.get();
        if (gap == 0) {
            return;
        }
        long now = System.nanoTime();
        long turn = nextDeparture.updateAndGet(next -> (next - now > 0 ? next : now) + gap) - gap;
        try {
            TimeUnit.NANOSECONDS.sleep(turn - now);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new UpstreamException.Throttled(
                    "stopped while waiting for its turn", Optional.empty());
        }
    }

    /** Takes the next departure where it is due now; gives whether it was. */
    private boolean departsNow() {
        long gap = gapNanos.get();
        long now = System.nanoTime();
        long next = nextDeparture.get();
        return gap == 0 || (next - now <= 0 && nextDeparture.compareAndSet(next, now + gap));
    }

    private static boolean saysUpstreamIsIll(Throwable failure) {
        return failure instanceof UpstreamException upstream
                && switch (upstream) {
                    case UpstreamException.Unavailable _,
                            UpstreamException.Unanswered _,
                            UpstreamException.Throttled _ ->
                            true;
                    case UpstreamException.Misconfigured _,
                            UpstreamException.Refused _,
                            UpstreamException.Drifted _ ->
                            false;
                };
    }

    private static boolean mayPass(Throwable failure) {
        return failure instanceof UpstreamException upstream
                && switch (upstream) {
                    case UpstreamException.Unavailable down ->
                            !(down.getCause() instanceof CallNotPermittedException);
                    case UpstreamException.Unanswered _ -> true;
                    case UpstreamException.Throttled throttled ->
                            throttled
                                    .retryAfter()
                                    .map(after -> after.compareTo(LONGEST_WAIT) <= 0)
                                    .orElse(true);
                    case UpstreamException.Misconfigured _,
                            UpstreamException.Refused _,
                            UpstreamException.Drifted _ ->
                            false;
                };
    }

    private static boolean neverLeft(Throwable failure) {
        return failure instanceof UpstreamException.Unavailable
                && neverConnected(failure.getCause());
    }

    /** Whether the wire failed before any byte of the request could leave. */
    static boolean neverConnected(@Nullable Throwable cause) {
        return cause instanceof ConnectException
                || cause instanceof NoRouteToHostException
                || cause instanceof UnknownHostException
                || cause instanceof ConnectTimeoutException;
    }

    private static long wait(
            int attempt, Either<Throwable, Object> outcome, IntervalFunction backoff) {
        if (outcome.isLeft()
                && outcome.getLeft() instanceof UpstreamException.Throttled throttled
                && throttled.retryAfter().isPresent()) {
            return throttled.retryAfter().get().toMillis();
        }
        return backoff.apply(attempt);
    }
}
