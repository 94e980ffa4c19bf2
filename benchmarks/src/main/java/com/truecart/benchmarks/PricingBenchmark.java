package com.truecart.benchmarks;

import com.truecart.model.Benefit;
import com.truecart.model.DeliveryTerms;
import com.truecart.model.Localized;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.model.Reach;
import com.truecart.model.Reward;
import com.truecart.model.Scope;
import com.truecart.model.Trigger;
import com.truecart.model.Validity;
import com.truecart.pricing.CartLine;
import com.truecart.pricing.CartPricer;
import com.truecart.pricing.OfferTerms;
import com.truecart.pricing.PricedCart;
import com.truecart.pricing.Shopper;
import com.truecart.pricing.StoreCart;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * What promotions cost: a cart of 30 lines with 24 promotions against the same cart with none, in
 * one run.
 *
 * <p>The cart without promotions is the bound: its lines are multiplied, summed and explained,
 * nothing more.
 */
@State(org.openjdk.jmh.annotations.Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PricingBenchmark {
    private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");

    private final CartPricer pricer = new CartPricer();
    private final Shopper shopper = Shopper.ANYONE.withCode("TEN");
    private final StoreCart promoted = cart(true);
    private final StoreCart plain = cart(false);

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

    public static void main(String[] arguments) throws RunnerException {
        Collection<RunResult> results =
                new Runner(
                                new OptionsBuilder()
                                        .include(PricingBenchmark.class.getName())
                                        .forks(1)
                                        .warmupIterations(3)
                                        .warmupTime(TimeValue.seconds(1))
                                        .measurementIterations(5)
                                        .measurementTime(TimeValue.seconds(1))
                                        .build())
                        .run();
        double promoted = score(results, "withPromotions");
        double plain = score(results, "without");
        System.out.printf(
                "30 lines, 24 promotions: %.1f µs a cart; without promotions %.1f µs; ratio %.2f%n",
                promoted, plain, promoted / plain);
    }

    private static double score(Collection<RunResult> results, String method) {
        return results.stream()
                .filter(result -> result.getParams().getBenchmark().endsWith("." + method))
                .findFirst()
                .orElseThrow()
                .getPrimaryResult()
                .getScore();
    }

    private static StoreCart cart(boolean withPromotions) {
        List<CartLine> lines = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            List<Promotion> own = withPromotions && i < 20 ? List.of(ofOffer(i)) : List.of();
            OfferTerms offer =
                    new OfferTerms(
                            "offer-" + i,
                            Optional.of(Localized.of("en", "Brand " + i % 5)),
                            List.of(Localized.of("en", "Category " + i % 4)),
                            hkd(900 + 137 * i),
                            Optional.empty(),
                            own);
            lines.add(new CartLine("line-" + i, offer, 1 + i % 6));
        }
        return new StoreCart(
                lines,
                withPromotions ? ofStore() : List.of(),
                Optional.of(new DeliveryTerms(hkd(3000), Optional.of(hkd(50_000)))));
    }

    private static Promotion ofOffer(int i) {
        Benefit benefit =
                switch (i % 4) {
                    case 0 -> new Benefit.BundlePrice(2, hkd(1700 + 200 * i));
                    case 1 -> new Benefit.NthUnit(2, 500_000);
                    case 2 -> new Benefit.BuyXGetY(2, 1, Money.PPM, Benefit.BuyXGetY.Pick.CHEAPEST);
                    default -> new Benefit.BundleSave(3, hkd(500));
                };
        return promotion(
                "offer-" + i,
                Promotion.Stage.QUANTITY,
                new Scope.ThisOffer(),
                new Trigger.Always(),
                benefit);
    }

    private static List<Promotion> ofStore() {
        return List.of(
                promotion(
                        "ladder",
                        Promotion.Stage.STORE_ORDER,
                        new Scope.WholeStore(),
                        new Trigger.Always(),
                        new Benefit.Ladder(
                                List.of(
                                        new Benefit.Ladder.Rung(
                                                new Reach.Spend(hkd(30_000)),
                                                new Reward.Amount(hkd(2000))),
                                        new Benefit.Ladder.Rung(
                                                new Reach.Spend(hkd(90_000)),
                                                new Reward.Amount(hkd(8000)))))),
                promotion(
                        "category",
                        Promotion.Stage.ITEM,
                        new Scope.Categories(Set.of("Category 1")),
                        new Trigger.Always(),
                        new Benefit.PercentOff(50_000, Optional.empty())),
                promotion(
                        "code",
                        Promotion.Stage.STORE_COUPON,
                        new Scope.WholeStore(),
                        new Trigger.Code("TEN"),
                        new Benefit.PercentOff(100_000, Optional.of(hkd(10_000)))),
                promotion(
                        "delivery",
                        Promotion.Stage.DELIVERY,
                        new Scope.WholeStore(),
                        new Trigger.MinSpend(hkd(40_000)),
                        new Benefit.DeliveryOff(Money.PPM)));
    }

    private static Promotion promotion(
            String ref, Promotion.Stage stage, Scope scope, Trigger trigger, Benefit benefit) {
        return new Promotion(
                ref,
                Localized.of("en", ref),
                stage,
                scope,
                trigger,
                benefit,
                Validity.OPEN,
                Promotion.Evidence.STATED);
    }

    private static Money hkd(long minor) {
        return Money.of(minor, "HKD");
    }
}
