package com.truecart.benchmarks.search;

import java.util.Arrays;
import java.util.Locale;

/** How long each of some requests took, or what it used, in milliseconds. */
final class Times {

    private static final int FIRST = 64;

    private double[] millis = new double[FIRST];
    private int size;

    void add(double one) {
        if (size == millis.length) {
            millis = Arrays.copyOf(millis, size * 2);
        }
        millis[size++] = one;
    }

    /** Measures something on the clock. */
    void time(Runnable what) {
        long start = System.nanoTime();
        what.run();
        add((System.nanoTime() - start) / 1e6);
    }

    int size() {
        return size;
    }

    double percentile(double percent) {
        double[] sorted = Arrays.copyOf(millis, size);
        Arrays.sort(sorted);
        return sorted[Math.min(size - 1, (int) Math.ceil(size * percent / 100) - 1)];
    }

    double worst() {
        return percentile(100);
    }

    @Override
    public String toString() {
        return "p50 %.2f ms, p99 %.2f ms, worst %.1f ms"
                .formatted(percentile(50), percentile(99), worst())
                .toLowerCase(Locale.ROOT);
    }
}
