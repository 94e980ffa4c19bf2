package com.truecart.benchmarks.plan;

import com.truecart.pricing.plan.Basket;
import com.truecart.pricing.plan.BasketPlanner;
import com.truecart.pricing.plan.Budget;
import com.truecart.pricing.plan.Proof;
import com.truecart.pricing.plan.PurchasePlan;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What planning a number of baskets took and came to. */
final class Measured {
    private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");

    private final List<Double> cpuSeconds = new ArrayList<>();
    private final List<Double> wallSeconds = new ArrayList<>();
    private final List<Double> gaps = new ArrayList<>();
    private int proven;

    /** Plans one basket and counts what it took: the processor time of the whole process. */
    PurchasePlan plan(BasketPlanner planner, Basket basket, Duration limit) {
        long wall = System.nanoTime();
        long cpu = cpuNanos();
        PurchasePlan plan =
                planner.cheapest(basket, NOW, Budget.of(limit, Measured::cpuNanos, () -> false));
        cpuSeconds.add((cpuNanos() - cpu) / 1e9);
        wallSeconds.add((System.nanoTime() - wall) / 1e9);
        proven += plan.proof() instanceof Proof.Proven ? 1 : 0;
        gaps.add(
                plan.bound()
                        .map(bound ->
                                (plan.total().minor() - bound.minor())
                                        / (double) plan.total().minor())
                        .orElse(1.0));
        return plan;
    }

    /** Counts what somebody else has measured. */
    void count(double seconds, double gap) {
        cpuSeconds.add(seconds);
        wallSeconds.add(seconds);
        gaps.add(gap);
    }

    private static long cpuNanos() {
        return ManagementFactory.getOperatingSystemMXBean()
                        instanceof com.sun.management.OperatingSystemMXBean process
                ? process.getProcessCpuTime()
                : 0;
    }

    /** One line of figures. */
    String figures(String what) {
        return String.format(
                Locale.ROOT,
                "%-34s n=%d proven %d; CPU s mean %.2f p50 %.2f p95 %.2f max %.2f; wall s p95 %.2f; gap mean %.3f %% max %.3f %%",
                what,
                cpuSeconds.size(),
                proven,
                cpuSeconds.stream().mapToDouble(each -> each).average().orElse(0),
                quantile(cpuSeconds, 0.5),
                quantile(cpuSeconds, 0.95),
                quantile(cpuSeconds, 1),
                quantile(wallSeconds, 0.95),
                100 * gaps.stream().mapToDouble(each -> each).average().orElse(0),
                100 * quantile(gaps, 1));
    }

    /** By nearest rank: the least of them that so large a share is not above. */
    private static double quantile(List<Double> all, double share) {
        List<Double> sorted = all.stream().sorted().toList();
        return sorted.isEmpty()
                ? 0
                : sorted.get(Math.max(0, (int) Math.ceil(share * sorted.size()) - 1));
    }
}
