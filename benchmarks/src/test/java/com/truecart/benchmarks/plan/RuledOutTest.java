package com.truecart.benchmarks.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.pricing.plan.Budget;
import com.truecart.pricing.plan.ExactSearch;
import com.truecart.pricing.plan.model.Demand;
import com.truecart.pricing.plan.model.ModelStore;
import com.truecart.pricing.plan.model.PlanModel;
import com.truecart.pricing.plan.model.RuledOut;
import com.truecart.pricing.plan.model.Selection;
import com.truecart.pricing.plan.model.Slot;
import com.truecart.pricing.plan.model.Step;
import com.truecart.pricing.plan.model.Take;
import com.truecart.solver.CpSatSearch;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A solver may leave out what nothing better holds, but never the choice it starts from. */
class RuledOutTest {
    private static final Selection SECOND = new Selection(new int[] {0, 1, 0});

    private final CpSatSearch solver = CpSatSearch.load().orElseThrow();

    @Test
    void aSureStepOverSeveralStoresDoesNotShutOutAHintWithoutIt() {
        Slot wide = new Slot(List.of(0, 2), List.of(), Slot.FREE, List.of(step()));
        ExactSearch.Answer answer = search(model(wide).without(sure(Set.of(2))));
        assertThat(answer.cost()).isEqualTo(28 + 1_268);
        assertThat(answer.bound()).hasValue(28 + 1_268);
    }

    @Test
    void aSureStepOfOneStoreDoesNotShutOutAHintBesideIt() {
        Slot own = new Slot(List.of(0), List.of(), Slot.FREE, List.of(step()));
        ExactSearch.Answer answer = search(model(own).without(sure(Set.of())));
        assertThat(answer.cost()).isEqualTo(28 + 1_268);
    }

    @Test
    void theHintStaysThoughItsTakesAreRuledOut() {
        Slot own = new Slot(List.of(0), List.of(), Slot.FREE, List.of(step()));
        ExactSearch.Answer answer =
                search(model(own).without(new RuledOut(Set.of(0, 1, 2), Map.of(), Set.of())));
        assertThat(answer.best()).hasValue(SECOND);
    }

    private ExactSearch.Answer search(PlanModel model) {
        return solver.search(
                model, SECOND, Budget.of(Duration.ofSeconds(10), System::nanoTime, () -> false));
    }

    private static Step step() {
        return Step.fixed(718, 53, 200);
    }

    private static RuledOut sure(Set<Integer> takes) {
        return new RuledOut(takes, Map.of(), Set.of(0));
    }

    /** One want, at one store in two ways and at another. */
    private static PlanModel model(Slot slot) {
        return new PlanModel(
                List.of(new Demand(1, 1_000_000)),
                List.of(new ModelStore(28, true), new ModelStore(0, true)),
                List.of(
                        new Take(0, 0, 1, true, 1_976, 1_976),
                        new Take(0, 0, 1, true, 1_268, 1_268),
                        new Take(0, 1, 1, true, 3_000, 3_000)),
                List.of(slot),
                List.of(),
                OptionalInt.empty());
    }
}
