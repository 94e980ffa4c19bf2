package com.truecart.benchmarks.plan;

import com.truecart.model.Money;
import com.truecart.pricing.plan.Basket;
import com.truecart.pricing.plan.BasketPlanner;
import com.truecart.pricing.plan.Budget;
import com.truecart.pricing.plan.Proof;
import com.truecart.pricing.plan.PurchasePlan;
import com.truecart.pricing.plan.Want;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The planner beside exhaustive search, on small baskets with promotions of every kind. */
public final class Exhaustive {
    private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");

    private Exhaustive() {}

    /**
     * What came out.
     *
     * @param baskets compared
     * @param proven how many plans were proven
     * @param differences plans that cost more, or are said to be cheaper than any, or bounds above
     *     the least; a line each
     */
    public record Report(int baskets, int proven, long plansTried, List<String> differences) {
        public Report {
            differences = List.copyOf(differences);
        }
    }

    /** So many baskets from this seed. */
    public static Report run(BasketPlanner planner, int baskets, long seed, Duration each) {
        SmallBaskets draw = new SmallBaskets(seed);
        List<String> differences = new ArrayList<>();
        int proven = 0;
        int compared = 0;
        long tried = 0;
        for (int i = 0; i < baskets; i++) {
            Basket basket = draw.draw();
            EveryPlan.Least least;
            PurchasePlan plan;
            try {
                least = new EveryPlan(basket, NOW).least();
                plan =
                        planner.cheapest(
                                basket, NOW, Budget.of(each, System::nanoTime, () -> false));
            } catch (IllegalArgumentException contradiction) {
                // two wants that state other terms for one offer: no cart can hold both
                continue;
            }
            compared++;
            tried += least.tried();
            proven += plan.proof() instanceof Proof.Proven ? 1 : 0;
            Map<String, Optional<Money>> worth =
                    basket.wants().stream().collect(Collectors.toMap(Want::id, Want::worth));
            long given =
                    plan.missing().stream()
                            .flatMap(want ->
                                    worth.getOrDefault(want.wantId(), Optional.empty()).stream())
                            .mapToLong(Money::minor)
                            .sum();
            long missing =
                    plan.missing().stream()
                            .filter(want ->
                                    worth.getOrDefault(want.wantId(), Optional.empty()).isEmpty())
                            .count();
            boolean isEqual =
                    plan.total().minor() + given == least.cost() && missing == least.missing();
            boolean isBoundBelow =
                    plan.bound().filter(bound -> bound.minor() + given > least.cost()).isEmpty();
            if (!isEqual || !isBoundBelow) {
                differences.add(
                        "basket "
                                + i
                                + ": plan "
                                + plan.total()
                                + " missing "
                                + plan.missing().size()
                                + ", least "
                                + least
                                + ", "
                                + plan.proof());
            }
        }
        return new Report(compared, proven, tried, differences);
    }
}
