package com.truecart.pricing.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.pricing.plan.bound.BranchAndBound;
import com.truecart.pricing.plan.model.Demand;
import com.truecart.pricing.plan.model.ModelStore;
import com.truecart.pricing.plan.model.PlanModel;
import com.truecart.pricing.plan.model.RuledOut;
import com.truecart.pricing.plan.model.Selection;
import com.truecart.pricing.plan.model.Slot;
import com.truecart.pricing.plan.model.Step;
import com.truecart.pricing.plan.model.Take;
import com.truecart.pricing.plan.model.Tally;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Lists for which it matters most at which stores one buys: fees, and one step each to reach. */
class StoreSamplingTest {
    private static final int LISTS = 30;

    @Test
    void drawnStoresNearlyAlwaysLeadToTheCheapestPlanAndNeverBelowIt() {
        Random random = new Random(20261126);
        int cheapest = 0;
        for (int list = 0; list < LISTS; list++) {
            PlanModel model = draw(random, 9, 7);
            BranchAndBound dividing = dividing(model);
            dividing.begin(unlimited());
            long found = sampled(model, dividing);
            while (dividing.divide(unlimited())) {
                // to the proof
            }
            assertThat(found).as("list %d", list).isGreaterThanOrEqualTo(dividing.bound());
            cheapest += found == dividing.bound() ? 1 : 0;
        }
        assertThat(cheapest).as("lists of which the cheapest plan was found").isGreaterThan(26);
    }

    @Test
    void whatIsRuledOutIsNotBought() {
        Random random = new Random(7);
        PlanModel model = draw(random, 9, 7);
        BranchAndBound dividing = dividing(model);
        dividing.begin(unlimited());
        Set<Integer> out = Set.of(0, 5, 9);
        PlanModel rest = model.without(new RuledOut(out, Map.of(), Set.of()));
        List<Selection> found = new ArrayList<>();

        new StoreSampling(rest, dividing.guide(), unlimited(), 1).search(found::add);

        assertThat(found)
                .isNotEmpty()
                .allMatch(choice -> out.stream().allMatch(take -> choice.units(take) == 0));
    }

    private static long sampled(PlanModel model, BranchAndBound dividing) {
        long[] least = {Long.MAX_VALUE};
        new StoreSampling(model, dividing.guide(), unlimited(), 1)
                .search(choice -> {
                    long cost = Tally.numbers(model, choice);
                    assertThat(cost).as("each is better than the one before").isLessThan(least[0]);
                    least[0] = cost;
                });
        return least[0];
    }

    private static BranchAndBound dividing(PlanModel model) {
        long[] best = {Tally.numbers(model, new Selection(new int[model.takes().size()]))};
        return BranchAndBound.of(
                        model,
                        choice -> {
                            best[0] = Math.min(best[0], Tally.numbers(model, choice));
                            return best[0];
                        },
                        best[0])
                .orElseThrow();
    }

    private static PlanModel draw(Random random, int wants, int stores) {
        List<Demand> demands = new ArrayList<>();
        List<Long> prices = new ArrayList<>();
        for (int want = 0; want < wants; want++) {
            demands.add(new Demand(1, 1_000_000));
            prices.add(1_000L + random.nextInt(9_000));
        }
        List<ModelStore> all = new ArrayList<>();
        List<Take> takes = new ArrayList<>();
        List<Slot> slots = new ArrayList<>();
        for (int store = 0; store < stores; store++) {
            all.add(new ModelStore(500L + random.nextInt(1_000), true, 0));
            List<Integer> here = new ArrayList<>();
            for (int want = 0; want < wants; want++) {
                if (random.nextInt(4) > 0) {
                    long price = prices.get(want) * (85 + random.nextInt(30)) / 100;
                    here.add(takes.size());
                    takes.add(new Take(want, store, 1, true, price, price));
                }
            }
            long from = 8_000L + random.nextInt(12_000);
            slots.add(new Slot(here, List.of(), Slot.FREE, List.of(Step.fixed(from, 1_200, 0))));
        }
        return new PlanModel(demands, all, takes, slots, List.of(), OptionalInt.empty());
    }

    private static Budget unlimited() {
        return Budget.of(Duration.ofHours(1), System::nanoTime, () -> false);
    }
}
