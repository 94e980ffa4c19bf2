package com.truecart.search.lucene;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Lets those who search go before those who write: a shopper waits for the answer, new prices need
 * only be there within a second. Who writes waits while somebody searches, but for a bounded time
 * at each step, so that writing goes on however much is searched.
 */
final class Courtesy {

    private static final long MOST_NANOS = TimeUnit.MILLISECONDS.toNanos(2);
    private static final long LOOK_NANOS = TimeUnit.MICROSECONDS.toNanos(100);

    private final AtomicInteger searching = new AtomicInteger();

    void searchBegins() {
        searching.incrementAndGet();
    }

    void searchEnds() {
        searching.decrementAndGet();
    }

    /** Returns once nobody searches, and in two milliseconds at the latest. */
    void stepAside() {
        long end = System.nanoTime() + MOST_NANOS;
        while (searching.get() > 0 && System.nanoTime() < end) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }
}
