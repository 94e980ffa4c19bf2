package com.truecart.search.lucene;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Lets those who search go before those who write: a shopper waits for the answer, new prices need
 * only be there within a second. Who writes waits while somebody searches, but a bounded time for
 * each few products, so that a batch is never held up by more than a quarter of a second.
 */
final class Courtesy {

    private static final int PRODUCTS_AT_A_TIME = 4;
    private static final long MOST_NANOS = TimeUnit.MILLISECONDS.toNanos(2);
    private static final long LOOK_NANOS = TimeUnit.MICROSECONDS.toNanos(200);

    private final AtomicInteger searching = new AtomicInteger();

    /** Of the writing thread. */
    private int written;

    void searchBegins() {
        searching.incrementAndGet();
    }

    void searchEnds() {
        searching.decrementAndGet();
    }

    /** To be called by who writes, one thread at a time, before each product. */
    void stepAside() {
        if (++written % PRODUCTS_AT_A_TIME != 0) {
            return;
        }
        long end = System.nanoTime() + MOST_NANOS;
        while (searching.get() > 0 && System.nanoTime() < end) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }
}
