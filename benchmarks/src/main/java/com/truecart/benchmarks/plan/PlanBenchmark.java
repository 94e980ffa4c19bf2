package com.truecart.benchmarks.plan;

import com.truecart.model.DeliveryTerms;
import com.truecart.pricing.plan.Basket;
import com.truecart.pricing.plan.BasketPlanner;
import com.truecart.pricing.plan.Budget;
import com.truecart.pricing.plan.PurchasePlan;
import com.truecart.solver.CpSatSearch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Measures the planner: against every plan there is, public instances, seeded ones, real prices.
 */
public final class PlanBenchmark {
    private static final Path DATA = Path.of("../shared/data");
    private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");

    private final BasketPlanner planner;

    private PlanBenchmark(BasketPlanner planner) {
        this.planner = planner;
    }

    /**
     * Prints figures.
     *
     * @param arguments which of {@code exhaustive}, {@code random}, {@code ishop}, {@code first},
     *     {@code seeded}, {@code real}; all where none is named. A number after a name says how
     *     many baskets
     */
    public static void main(String[] arguments) throws IOException {
        PlanBenchmark benchmark =
                new PlanBenchmark(
                        CpSatSearch.load()
                                .map(BasketPlanner::new)
                                .orElseThrow(() -> new IllegalStateException("no solver here")));
        benchmark.warmUp();
        List<String> given =
                arguments.length == 0
                        ? List.of("exhaustive", "random", "ishop", "first", "seeded", "real")
                        : List.of(arguments);
        for (int i = 0; i < given.size(); i++) {
            int count =
                    i + 1 < given.size() && given.get(i + 1).matches("\\d+")
                            ? Integer.parseInt(given.get(i + 1))
                            : 0;
            switch (given.get(i)) {
                case "exhaustive" -> benchmark.exhaustive(count == 0 ? 5_000 : count);
                case "random" -> benchmark.random(count == 0 ? 2_000_000 : count);
                case "ishop" -> benchmark.ishop();
                case "first" -> benchmark.first(count == 0 ? 100 : count);
                case "seeded" -> benchmark.seeded(count == 0 ? 10 : count);
                case "real" -> benchmark.real(count == 0 ? 500 : count);
                default -> {
                    // a number that was read with its name
                }
            }
        }
    }

    private void warmUp() {
        SeededBaskets draw = new SeededBaskets(99);
        Measured ignored = new Measured();
        for (int i = 0; i < 5; i++) {
            ignored.plan(planner, draw.draw(10, 10, 0.75), Duration.ofSeconds(2));
            ignored.plan(planner, draw.draw(30, 12, 0.75), Duration.ofSeconds(2));
        }
    }

    private void exhaustive(int count) {
        Exhaustive.Report report = Exhaustive.run(planner, count, 1, Duration.ofSeconds(10));
        System.out.printf(
                Locale.ROOT,
                "exhaustive: %d small baskets, %d plans tried, %d proven, %d differ%n",
                report.baskets(),
                report.plansTried(),
                report.proven(),
                report.differences().size());
        report.differences().stream().limit(20).forEach(System.out::println);
    }

    private void random(int plans) {
        int each = 1_000;
        // some of them may not be: too many stores, below a least order
        RandomPlans.Report report =
                RandomPlans.run(
                        planner, Math.max(1, plans / each * 3 / 2), each, 1, bound -> bound);
        System.out.printf(
                Locale.ROOT,
                "random: %d plans of %d baskets, %d cost less than the bound%n",
                report.plans(),
                report.baskets(),
                report.violations().size());
        report.violations().stream().limit(20).forEach(System.out::println);
    }

    private void ishop() throws IOException {
        Path folder = DATA.resolve("ishop-u");
        if (!Files.isDirectory(folder)) {
            System.out.println("ishop: skipped, there is no " + folder);
            return;
        }
        Measured all = new Measured();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                PurchasePlan plan = all.plan(planner, IshopU.read(file), Duration.ofSeconds(20));
                System.out.println(
                        "ishop: " + file.getFileName() + " " + plan.total() + " " + plan.proof());
            }
        }
        System.out.println(all.figures("ISHOP-U uniform"));
    }

    /** What is found in 50 ms against what is proven later. */
    private void first(int count) {
        SeededBaskets draw = new SeededBaskets(7);
        BasketPlanner quick = new BasketPlanner();
        Measured early = new Measured();
        Measured late = new Measured();
        int near = 0;
        double most = 0;
        for (int i = 0; i < count; i++) {
            Basket basket = draw.draw(30, 12, 0.75);
            long start = System.nanoTime();
            PurchasePlan first =
                    quick.cheapest(
                            basket,
                            NOW,
                            Budget.of(
                                    Duration.ofNanos(
                                            Duration.ofMillis(45).toNanos()
                                                    - (System.nanoTime() - start)),
                                    System::nanoTime,
                                    () -> false));
            double took = (System.nanoTime() - start) / 1e6;
            PurchasePlan best = late.plan(planner, basket, Duration.ofSeconds(20));
            double above =
                    (first.total().minor() - best.total().minor()) / (double) best.total().minor();
            near += above <= 0.01 ? 1 : 0;
            most = Math.max(most, above);
            early.count(took / 1000, above);
        }
        System.out.printf(
                Locale.ROOT,
                "%s; within 1 %% of the best known in %d of %d, worst %.2f %%%n",
                early.figures("first plan 30x12 dense"),
                near,
                count,
                100 * most);
        System.out.println(late.figures("  the best known 30x12"));
    }

    private void seeded(int count) {
        seeded("10x10 dense", 10, 10, 0.75, count, 10);
        seeded("20x20 at 25 %", 20, 20, 0.25, count, 10);
        seeded("20x20 dense", 20, 20, 0.75, count, 20);
        seeded("50x20 at 25 %", 50, 20, 0.25, count, 30);
        seeded("50x20 dense, 5 s", 50, 20, 0.75, Math.min(5, count), 5);
        seeded("100x50 dense, 15 s", 100, 50, 0.75, Math.min(3, count), 15);
    }

    private void seeded(
            String what, int wants, int stores, double sold, int count, int limitSeconds) {
        SeededBaskets draw = new SeededBaskets(1);
        Measured all = new Measured();
        for (int i = 0; i < count; i++) {
            all.plan(planner, draw.draw(wants, stores, sold), Duration.ofSeconds(limitSeconds));
        }
        System.out.println(all.figures(what));
    }

    private void real(int count) {
        Path file = DATA.resolve("hk-pricewatch/2026-07-24.csv");
        if (!Files.isRegularFile(file)) {
            System.out.println("real: skipped, there is no " + file);
            return;
        }
        real("as published, no delivery", file, Optional.empty(), count);
        real(
                "delivery assumed 50 below 500",
                file,
                Optional.of(PriceWatchBaskets.assumedDelivery()),
                count);
    }

    private void real(String what, Path file, Optional<DeliveryTerms> delivery, int count) {
        PriceWatchBaskets draw = new PriceWatchBaskets(file, 5);
        Measured all = new Measured();
        double single = 0;
        double each = 0;
        int complete = 0;
        for (int i = 0; i < count; i++) {
            Basket basket = draw.draw(20, delivery);
            PurchasePlan plan = all.plan(planner, basket, Duration.ofSeconds(10));
            each += saving(plan, planner.cheapestPerWant(basket, NOW));
            PurchasePlan one = planner.cheapestSingleStore(basket, NOW);
            if (one.isComplete()) {
                complete++;
                single += saving(plan, one);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%s; mean saving against cheapest per want %.2f %%; %d of %d baskets can be had at one store, there %.2f %%%n",
                all.figures("real, " + what),
                100 * each / count,
                complete,
                count,
                complete == 0 ? 0 : 100 * single / complete);
    }

    private static double saving(PurchasePlan plan, PurchasePlan baseline) {
        return (baseline.total().minor() - plan.total().minor())
                / (double) baseline.total().minor();
    }
}
