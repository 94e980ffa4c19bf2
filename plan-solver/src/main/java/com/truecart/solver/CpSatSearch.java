package com.truecart.solver;

import com.google.ortools.Loader;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.truecart.pricing.plan.Budget;
import com.truecart.pricing.plan.ExactSearch;
import com.truecart.pricing.plan.model.Demand;
import com.truecart.pricing.plan.model.ModelStore;
import com.truecart.pricing.plan.model.PlanModel;
import com.truecart.pricing.plan.model.Selection;
import com.truecart.pricing.plan.model.Take;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * Searches with CP-SAT: one worker and a fixed seed, so the same basket gives the same plan, and as
 * many baskets at once as there are processors.
 */
public final class CpSatSearch implements ExactSearch {
    private static final Duration LOOK = Duration.ofMillis(20);

    private CpSatSearch() {}

    /**
     * Loads the native library; empty where this machine cannot.
     *
     * @return the same library for all, loaded once
     */
    public static Optional<CpSatSearch> load() {
        try {
            Loader.loadNativeLibraries();
            CpSatSearch search = new CpSatSearch();
            search.searchOnce();
            return Optional.of(search);
        } catch (UnsatisfiedLinkError | RuntimeException failure) {
            return Optional.empty();
        }
    }

    /**
     * A process's first search takes half a second longer than all others; no shopper waits for it.
     */
    private void searchOnce() {
        PlanModel oneThing =
                new PlanModel(
                        List.of(new Demand(1, 1_000)),
                        List.of(new ModelStore(0, true)),
                        List.of(new Take(0, 0, 1, true, 1, 1)),
                        List.of(),
                        List.of(),
                        OptionalInt.empty());
        search(
                oneThing,
                new Selection(new int[] {1}),
                Budget.of(Duration.ofSeconds(10), System::nanoTime, () -> false));
    }

    @Override
    public Answer search(PlanModel model, Selection hint, Budget budget) {
        CpSatModel cp = new CpSatModel(model, hint);
        CpSolver solver = new CpSolver();
        solver.getParameters()
                .setNumWorkers(1)
                .setLinearizationLevel(2)
                .setRandomSeed(1)
                .setMaxTimeInSeconds(Math.max(0.001, budget.left().toNanos() / 1e9));
        CpSolverStatus status = solveUntilCalledOff(cp, solver, budget);
        return switch (status) {
            case OPTIMAL, FEASIBLE -> {
                // numbers are whole, so a bound between two of them is the higher one
                long bound = (long) Math.ceil(solver.bestObjectiveBound() - 1e-4);
                yield new Answer(
                        Optional.of(cp.selection(solver)),
                        Math.round(solver.objectiveValue()),
                        OptionalLong.of(bound),
                        status == CpSolverStatus.OPTIMAL);
            }
            case UNKNOWN -> new Answer(Optional.empty(), 0, OptionalLong.empty(), false);
            case MODEL_INVALID, INFEASIBLE, UNRECOGNIZED ->
                    throw new IllegalStateException(
                            "the solver calls the model " + status + ": " + cp.problem());
        };
    }

    private static CpSolverStatus solveUntilCalledOff(
            CpSatModel cp, CpSolver solver, Budget budget) {
        AtomicBoolean isOver = new AtomicBoolean();
        Thread watch =
                Thread.ofVirtual()
                        .start(() -> {
                            while (!isOver.get()) {
                                if (budget.isSpent()) {
                                    solver.stopSearch();
                                }
                                LockSupport.parkNanos(LOOK.toNanos());
                            }
                        });
        try {
            return solver.solve(cp.cp());
        } finally {
            isOver.set(true);
            LockSupport.unpark(watch);
        }
    }
}
