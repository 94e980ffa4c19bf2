package com.truecart.benchmarks.plan;

import com.truecart.model.Money;
import com.truecart.pricing.plan.Basket;
import com.truecart.pricing.plan.BasketPlanner;
import com.truecart.pricing.plan.Budget;
import com.truecart.pricing.plan.PurchasePlan;
import com.truecart.pricing.plan.Want;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.LongUnaryOperator;

/** No plan, however it is drawn, costs less than the bound the planner prints. */
public final class RandomPlans {
    private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");
    private static final Duration EACH = Duration.ofSeconds(2);

    /** Of so many baskets one is larger, with a coupon over several stores. */
    private static final int ONE_LARGER = 4;

    private RandomPlans() {}

    /**
     * What came out.
     *
     * @param plans drawn and priced
     * @param violations plans that cost less than the bound; a line each
     */
    public record Report(int baskets, long plans, List<String> violations) {
        public Report {
            violations = List.copyOf(violations);
        }
    }

    /**
     * Draws plans.
     *
     * @param each how many plans for a basket
     * @param plant what is made of each bound: itself, or a mistake that has to be found
     */
    public static Report run(
            BasketPlanner planner, int baskets, int each, long seed, LongUnaryOperator plant) {
        SmallBaskets small = new SmallBaskets(seed);
        SeededBaskets larger = new SeededBaskets(seed);
        Random random = new Random(seed);
        List<String> violations = new ArrayList<>();
        long plans = 0;
        int compared = 0;
        for (int i = 0; i < baskets; i++) {
            Basket basket = i % ONE_LARGER == 0 ? larger.draw(8, 5, 0.6) : small.draw();
            OptionalLong bound = bound(planner, basket);
            if (bound.isEmpty()) {
                continue;
            }
            compared++;
            long told = plant.applyAsLong(bound.getAsLong());
            EveryPlan every = new EveryPlan(basket, NOW);
            for (int k = 0; k < each; k++) {
                OptionalLong cost = every.drawn(random);
                plans += cost.isPresent() ? 1 : 0;
                if (cost.isPresent() && cost.getAsLong() < told) {
                    violations.add(
                            "basket " + i + ": a plan of " + cost.getAsLong() + ", bound " + told);
                }
            }
        }
        return new Report(compared, plans, violations);
    }

    /** With the worth of what the plan leaves out; empty where none is known or all miss a want. */
    private static OptionalLong bound(BasketPlanner planner, Basket basket) {
        PurchasePlan plan;
        try {
            plan = planner.cheapest(basket, NOW, Budget.of(EACH, System::nanoTime, () -> false));
        } catch (IllegalArgumentException contradiction) {
            // two wants that state other terms for one offer: no cart can hold both
            return OptionalLong.empty();
        }
        long worth = 0;
        for (var missing : plan.missing()) {
            Optional<Money> worthOfIt =
                    basket.wants().stream()
                            .filter(want -> want.id().equals(missing.wantId()))
                            .findFirst()
                            .flatMap(Want::worth);
            if (worthOfIt.isEmpty()) {
                return OptionalLong.empty();
            }
            worth += worthOfIt.get().minor();
        }
        long left = worth;
        return plan.bound()
                .map(bound -> OptionalLong.of(bound.minor() + left))
                .orElse(OptionalLong.empty());
    }
}
