package com.truecart.benchmarks;

import com.truecart.benchmarks.parity.RecalculationRace;
import com.truecart.pricing.CartPricer;
import com.truecart.pricing.PricedCart;
import com.truecart.pricing.Shopper;
import com.truecart.pricing.StoreCart;
import com.truecart.realshops.vendure.VendureShop;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * What twenty promotions cost on carts of several lengths, against the same cart with none, in one
 * run on one thread.
 *
 * <p>The cart without promotions is the bound: its lines are multiplied, summed and explained,
 * nothing more.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PricingBenchmark {
    private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");
    private static final int USUAL = 30;

    private final CartPricer pricer = new CartPricer();
    private final Shopper shopper = Shopper.ANYONE.withCode("TEN");

    @Param({"20", "30", "45", "60", "90", "120"})
    public int lines = USUAL;

    private StoreCart promoted = BenchCart.of(USUAL, true);
    private StoreCart plain = BenchCart.of(USUAL, false);

    /** Makes the carts of this length. */
    @Setup
    public void carts() {
        promoted = BenchCart.of(lines, true);
        plain = BenchCart.of(lines, false);
    }

    /** The cart with its promotions. */
    @Benchmark
    public PricedCart withPromotions() {
        return pricer.price(promoted, shopper, NOW);
    }

    /** The bound. */
    @Benchmark
    public PricedCart without() {
        return pricer.price(plain, shopper, NOW);
    }

    /**
     * Runs it and prints the figures.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) throws RunnerException {
        Collection<RunResult> results =
                new Runner(
                                new OptionsBuilder()
                                        .include(PricingBenchmark.class.getName())
                                        .forks(1)
                                        .warmupIterations(12)
                                        .warmupTime(TimeValue.seconds(1))
                                        .measurementIterations(8)
                                        .measurementTime(TimeValue.seconds(1))
                                        .addProfiler(GCProfiler.class)
                                        .build())
                        .run();
        Map<Integer, Double> promoted = fastest(results, "withPromotions");
        Map<Integer, Double> plain = fastest(results, "without");
        double cart = promoted.getOrDefault(USUAL, Double.NaN);
        System.out.printf(
                Locale.ROOT,
                "30 lines, 20 promotions: %.1f µs a cart, %,.0f promotion evaluations a second on one core,"
                        + " %,.0f bytes allocated a cart; without promotions %.1f µs, ratio %.2f%n",
                cart,
                BenchCart.PROMOTIONS * 1_000_000 / cart,
                allocated(results),
                plain.getOrDefault(USUAL, Double.NaN),
                cart / plain.getOrDefault(USUAL, Double.NaN));
        Linearity.run();
        if (VendureShop.available().present()) {
            RecalculationRace.run();
        } else {
            System.out.println(VendureShop.available().sentence());
        }
    }

    /**
     * The fastest iteration at each length: the machine is shared, and what is slower was
     * disturbed.
     */
    private static Map<Integer, Double> fastest(Collection<RunResult> results, String method) {
        Map<Integer, Double> byLines = new TreeMap<>();
        for (RunResult result : results) {
            if (result.getParams().getBenchmark().endsWith("." + method)) {
                byLines.put(
                        Integer.parseInt(result.getParams().getParam("lines")),
                        result.getPrimaryResult().getStatistics().getMin());
            }
        }
        return byLines;
    }

    private static double allocated(Collection<RunResult> results) {
        return results.stream()
                .filter(result ->
                        result.getParams().getBenchmark().endsWith(".withPromotions")
                                && result.getParams()
                                        .getParam("lines")
                                        .equals(Integer.toString(USUAL)))
                .findFirst()
                .flatMap(result ->
                        Optional.ofNullable(result.getSecondaryResults().get("gc.alloc.rate.norm")))
                .map(allocated -> allocated.getScore())
                .orElse(Double.NaN);
    }
}
