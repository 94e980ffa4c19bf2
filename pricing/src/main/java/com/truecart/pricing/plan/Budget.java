package com.truecart.pricing.plan;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** How long a search may go on, and whether somebody has called it off. */
public final class Budget {
    private final LongSupplier nanoTime;
    private final long end;
    private final BooleanSupplier isCalledOff;

    private Budget(LongSupplier nanoTime, long end, BooleanSupplier isCalledOff) {
        this.nanoTime = nanoTime;
        this.end = end;
        this.isCalledOff = isCalledOff;
    }

    /**
     * So long from now on.
     *
     * @param nanoTime such as {@link System#nanoTime()}
     * @param isCalledOff asked often, from the searching thread
     */
    public static Budget of(Duration time, LongSupplier nanoTime, BooleanSupplier isCalledOff) {
        return new Budget(nanoTime, nanoTime.getAsLong() + time.toNanos(), isCalledOff);
    }

    /** The same, but at most so long from now on. */
    public Budget atMost(Duration time) {
        long sooner = nanoTime.getAsLong() + time.toNanos();
        return new Budget(nanoTime, Math.min(end, sooner), isCalledOff);
    }

    /** What is left; never negative. */
    public Duration left() {
        return isCalledOff.getAsBoolean()
                ? Duration.ZERO
                : Duration.ofNanos(Math.max(0, end - nanoTime.getAsLong()));
    }

    /** Whether to stop. */
    public boolean isSpent() {
        return nanoTime.getAsLong() >= end || isCalledOff.getAsBoolean();
    }
}
