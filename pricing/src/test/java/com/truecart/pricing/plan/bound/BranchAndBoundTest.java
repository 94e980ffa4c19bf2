package com.truecart.pricing.plan.bound;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.pricing.plan.Budget;
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
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The bound is never above what the cheapest of all choices comes to, and reaches it in the end.
 */
class BranchAndBoundTest {
    private static final int MODELS = 800;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void theBoundIsBelowTheCheapestChoiceAndReachesIt(long seed) {
        Random random = new Random(seed);
        int searched = 0;
        for (int i = 0; i < MODELS; i++) {
            PlanModel model = draw(random);
            long least = least(model);
            Best best = new Best(model);
            Optional<BranchAndBound> known = BranchAndBound.of(model, best::improve, best.cost);
            if (known.isEmpty()) {
                continue;
            }
            BranchAndBound search = known.get();
            searched++;
            search.begin(unlimited());
            assertThat(search.bound()).as("model %d: %s", i, model).isLessThanOrEqualTo(least);
            int parts = 0;
            while (search.divide(unlimited())) {
                parts++;
            }
            assertThat(parts).as("parts of model %d", i).isLessThan(2_000);
            assertThat(search.bound()).as("model %d: %s", i, model).isEqualTo(least);
            assertThat(best.cost).as("model %d: %s", i, model).isEqualTo(least);
        }
        assertThat(searched).as("models of a shape it knows").isGreaterThan(MODELS / 2);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {4, 5, 6})
    void nothingThatIsRuledOutIsPartOfABetterChoice(long seed) {
        Random random = new Random(seed);
        int[] better = {0};
        int out = 0;
        for (int i = 0; i < MODELS; i++) {
            PlanModel model = draw(random);
            Best best = new Best(model);
            best.cost = least(model) + 1 + random.nextInt(600);
            Optional<BranchAndBound> search = BranchAndBound.of(model, best::improve, best.cost);
            if (search.isEmpty()) {
                continue;
            }
            search.get().begin(unlimited());
            for (int parts = random.nextInt(3); parts > 0; parts--) {
                search.get().divide(unlimited());
            }
            RuledOut ruledOut = search.get().ruledOut();
            out += ruledOut.takes().size();
            each(
                    model,
                    choice -> {
                        if (Tally.numbers(model, choice) < best.cost) {
                            better[0]++;
                            assertThat(ruledOut.takes())
                                    .as("%s of %s", choice, model)
                                    .noneMatch(take -> choice.units(take) > 0);
                            assertThat(ruledOut.sureSlots())
                                    .as("%s of %s", choice, model)
                                    .allMatch(slot -> isUnusedOrReached(model, slot, choice));
                        }
                    });
        }
        assertThat(out).as("takes ruled out").isGreaterThan(MODELS);
        assertThat(better[0]).as("choices better than the best met").isGreaterThan(20);
    }

    private static boolean isUnusedOrReached(PlanModel model, int position, Selection choice) {
        Slot slot = model.slots().get(position);
        int store = model.takes().get(slot.takes().getFirst()).store();
        boolean isUnused =
                model.isOfOneStore(position, store)
                        && IntStream.range(0, choice.size())
                                .filter(take -> choice.units(take) > 0)
                                .noneMatch(take -> model.takes().get(take).store() == store);
        long spend =
                slot.takes().stream()
                        .filter(take -> choice.units(take) > 0)
                        .mapToLong(take -> model.takes().get(take).high())
                        .sum();
        return isUnused || slot.steps().stream().anyMatch(step -> step.from() <= spend);
    }

    private static Budget unlimited() {
        return Budget.of(Duration.ofHours(1), System::nanoTime, () -> false);
    }

    private static long least(PlanModel model) {
        long[] least = {Long.MAX_VALUE};
        each(model, choice -> least[0] = Math.min(least[0], Tally.numbers(model, choice)));
        return least[0];
    }

    /** Every want by one of its takes, or by none. */
    private static void each(PlanModel model, Consumer<Selection> told) {
        each(model, 0, new int[model.takes().size()], told);
    }

    private static void each(PlanModel model, int want, int[] units, Consumer<Selection> told) {
        if (want == model.demands().size()) {
            told.accept(new Selection(units));
            return;
        }
        for (int take = 0; take < units.length; take++) {
            if (model.takes().get(take).want() == want) {
                units[take] = model.takes().get(take).most();
                each(model, want + 1, units, told);
                units[take] = 0;
            }
        }
        if (model.mayMiss(want) || model.takes().stream().noneMatch(take -> take.want() == want)) {
            each(model, want + 1, units, told);
        }
    }

    private static PlanModel draw(Random random) {
        int wants = 1 + random.nextInt(5);
        List<Demand> demands =
                IntStream.range(0, wants)
                        .mapToObj(want ->
                                random.nextInt(8) == 0
                                        ? new Demand(
                                                units(want), 500L + random.nextInt(4_000), true)
                                        : new Demand(units(want), 1_000_000))
                        .toList();
        List<ModelStore> stores = new ArrayList<>();
        List<Take> takes = new ArrayList<>();
        List<Slot> slots = new ArrayList<>();
        for (int s = 0; s < 1 + random.nextInt(4); s++) {
            int minimum = random.nextInt(6) == 0 ? random.nextInt(8_000) : 0;
            stores.add(new ModelStore(random.nextInt(1_500), true, minimum));
            List<Integer> here = new ArrayList<>();
            for (int want = 0; want < wants; want++) {
                if (random.nextInt(4) > 0) {
                    here.add(takes.size());
                    long high = 500L + random.nextInt(6_000);
                    long low = random.nextInt(4) == 0 ? high - random.nextInt(400) : high;
                    takes.add(new Take(want, s, units(want), true, high, low));
                }
            }
            if (!here.isEmpty() && random.nextInt(4) > 0) {
                List<Integer> on = random.nextInt(4) > 0 ? here : here.subList(0, 1);
                slots.add(new Slot(on, List.of(), Slot.FREE, steps(random, 3, 12_000)));
            }
        }
        if (!takes.isEmpty() && random.nextBoolean()) {
            int first = random.nextInt(3) == 0 ? random.nextInt(takes.size()) : 0;
            List<Integer> all = IntStream.range(first, takes.size()).boxed().toList();
            List<Integer> after =
                    random.nextBoolean()
                            ? IntStream.range(0, slots.size()).boxed().toList()
                            : List.of();
            slots.add(new Slot(all, after, Slot.FREE, steps(random, 2, 20_000)));
        }
        OptionalInt maxStores =
                random.nextInt(4) == 0
                        ? OptionalInt.of(1 + random.nextInt(stores.size()))
                        : OptionalInt.empty();
        return new PlanModel(demands, stores, takes, slots, List.of(), maxStores);
    }

    private static int units(int want) {
        return 1 + want % 2;
    }

    private static List<Step> steps(Random random, int most, int highest) {
        List<Step> steps = new ArrayList<>();
        long off = 0;
        long from = 0;
        for (int i = 0; i < 1 + random.nextInt(most); i++) {
            from += 1 + random.nextInt(highest / most);
            off += random.nextInt(900);
            Step step = Step.fixed(from, Math.min(off, from), random.nextInt(3) == 0 ? 200 : 0);
            steps.add(random.nextInt(5) == 0 ? step.between(from, from + 3_000) : step);
        }
        return steps;
    }

    /** The cheapest choice met so far. */
    private static final class Best {
        private final PlanModel model;
        private long cost;

        Best(PlanModel model) {
            this.model = model;
            this.cost = Tally.numbers(model, new Selection(new int[model.takes().size()]));
        }

        long improve(Selection choice) {
            cost = Math.min(cost, Tally.numbers(model, choice));
            return cost;
        }
    }
}
