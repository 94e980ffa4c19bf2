package com.truecart.benchmarks;

import com.truecart.pricing.CartPricer;
import com.truecart.pricing.Shopper;
import com.truecart.pricing.StoreCart;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whether the time of a cart grows in a straight line with its lines.
 *
 * <p>All lengths take turns in one JVM, so one compiled code serves them all and a disturbed moment
 * disturbs each alike; JMH's own forks compile each length by itself, which differs by a third from
 * fork to fork. Counted is the thread's own CPU time, the median of the turns.
 */
final class Linearity {
    private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");
    private static final List<Integer> LINES = List.of(20, 30, 45, 60, 90, 120);
    private static final int WARM_UP = 200;
    private static final int TURNS = 200;
    private static final int CARTS_A_TURN = 40;

    private Linearity() {}

    static void run() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        CartPricer pricer = new CartPricer();
        Shopper shopper = Shopper.ANYONE.withCode("TEN");
        Map<Integer, List<Double>> micros = new TreeMap<>();
        long sum = 0;
        for (int turn = 0; turn < WARM_UP + TURNS; turn++) {
            for (int lines : LINES) {
                StoreCart cart = BenchCart.of(lines, true);
                long before = threads.getCurrentThreadCpuTime();
                for (int i = 0; i < CARTS_A_TURN; i++) {
                    sum += pricer.price(cart, shopper, NOW).payable().minor();
                }
                double each = (threads.getCurrentThreadCpuTime() - before) / 1_000.0 / CARTS_A_TURN;
                if (turn >= WARM_UP) {
                    micros.computeIfAbsent(lines, _ -> new ArrayList<>()).add(each);
                }
            }
        }
        Map<Integer, Double> medians = new TreeMap<>();
        micros.forEach((lines, each) -> {
            Collections.sort(each);
            medians.put(lines, each.get(each.size() / 2));
        });
        System.out.printf(
                Locale.ROOT,
                "CPU µs a cart by lines, in turns (checksum %d): %s: linear with R² = %.4f%n",
                sum,
                medians,
                rSquared(medians));
    }

    /** How much of the variance a straight line explains (ordinary least squares). */
    private static double rSquared(Map<Integer, Double> byLines) {
        double n = byLines.size();
        double sumX = 0;
        double sumY = 0;
        for (Map.Entry<Integer, Double> each : byLines.entrySet()) {
            sumX += each.getKey();
            sumY += each.getValue();
        }
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (Map.Entry<Integer, Double> each : byLines.entrySet()) {
            double x = each.getKey() - sumX / n;
            double y = each.getValue() - sumY / n;
            xx += x * x;
            xy += x * y;
            yy += y * y;
        }
        return xy * xy / (xx * yy);
    }
}
