package com.truecart.pricing.plan;

import com.truecart.model.Money;
import com.truecart.pricing.plan.bound.BranchAndBound;
import com.truecart.pricing.plan.model.Correction;
import com.truecart.pricing.plan.model.PlanModel;
import com.truecart.pricing.plan.model.RuledOut;
import com.truecart.pricing.plan.model.Selection;
import com.truecart.pricing.plan.model.Take;
import com.truecart.pricing.plan.model.Tally;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The search for the cheapest choice of one basket. A quick search by the model's numbers comes
 * first; then a solver looks for the least the numbers allow. Whatever it proposes is priced by the
 * pricing engine. Where that says more than the numbers did, the numbers are corrected for this
 * very choice and the solver looks again (combinatorial Benders cuts: Codato and Fischetti,
 * Operations Research 54, 2006), until the best choice costs no more than the least the numbers
 * allow.
 */
final class PlanSearch {
    private static final Duration FIRST = Duration.ofMillis(22);

    /** With more takes than this the first search is too short to be good. */
    private static final int LARGE = 200;

    /**
     * Then up to one such part of the time goes into sampling before the proof: the better the best
     * plan known, the sooner it is proven.
     */
    private static final int SHARE_OF_LARGE = 3;

    /** One such part of the time goes into dividing; what is left, to a solver. */
    private static final int SHARE_TO_DIVIDE = 2;

    /** With more takes than this a solver's bound lags behind that of dividing. */
    private static final int TOO_LARGE_TO_SOLVE = 400;

    private final BasketModel basket;
    private final PlanPricer pricer;
    private final Optional<ExactSearch> exact;
    private final Budget budget;
    private final Consumer<Selection> progress;
    private final Map<List<Integer>, Map<List<Integer>, Long>> extras = new HashMap<>();
    private PlanModel model;
    private Selection best;
    private long bestCost;
    private long bound = Long.MIN_VALUE;
    private boolean isSound = true;

    /**
     * Prepares.
     *
     * @param progress told each better choice
     */
    PlanSearch(
            BasketModel basket,
            Instant now,
            Optional<ExactSearch> exact,
            Budget budget,
            Consumer<Selection> progress) {
        this.basket = basket;
        this.pricer =
                new PlanPricer(
                        basket.basket(), basket.options(), now, basket.model().forbiddenCost());
        this.exact = exact;
        this.budget = budget;
        this.progress = progress;
        this.model = basket.model();
        this.best = new Selection(new int[model.takes().size()]);
        this.bestCost = exactCost(best);
    }

    /** What came out: a choice, and a bound below all, missing wants charged. */
    record Found(Selection selection, Optional<Long> bound) {}

    /**
     * Searches.
     *
     * @param start a choice that is improved on
     */
    Found search(Optional<Selection> start) {
        start.ifPresent(this::consider);
        improve(budget.atMost(FIRST), 1, 1);
        divide();
        if (exact.isPresent()) {
            prove(exact.get());
        } else if (bound < bestCost) {
            improve(budget, Integer.MAX_VALUE, 3);
        }
        while (leaveAStore()) {
            // each store less may make room for the next
        }
        boolean isKnown = isSound && bound > Long.MIN_VALUE;
        return new Found(best, isKnown ? Optional.of(bound) : Optional.empty());
    }

    private void improve(Budget time, int rounds, long seed) {
        Tally tally = new Tally(model, pricer::costOf);
        consider(new LocalSearch(model, tally, time, seed).search(rounds));
    }

    /** Where the model's shape allows, the bound comes from dividing it; often with the proof. */
    private void divide() {
        // by the numbers alone: the engine is asked only for what comes of it
        Tally tally = new Tally(basket.model());
        LocalSearch descent = new LocalSearch(basket.model(), tally, budget, 2);
        BranchAndBound.of(
                        model,
                        choice -> {
                            considerIfGood(choice);
                            considerIfGood(descent.descend(choice));
                            return bestCost;
                        },
                        bestCost)
                .ifPresent(this::divide);
    }

    /** The pricing engine is asked only where the numbers promise something. */
    private void considerIfGood(Selection choice) {
        if (Tally.numbers(basket.model(), choice) < bestCost) {
            consider(choice);
        }
    }

    private void divide(BranchAndBound search) {
        search.begin(budget.atMost(budget.left().dividedBy(SHARE_TO_DIVIDE)));
        model = model.without(search.ruledOut());
        if (search.bound() < bestCost && model.takes().size() > LARGE) {
            Budget time = budget.atMost(budget.left().dividedBy(SHARE_OF_LARGE));
            new StoreSampling(model, search.guide(), time, 2).search(this::considerIfGood);
            search.improved(bestCost);
        }
        boolean isForASolver = leftOf(search.ruledOut()) <= TOO_LARGE_TO_SOLVE;
        Budget time =
                isForASolver ? budget.atMost(budget.left().dividedBy(SHARE_TO_DIVIDE)) : budget;
        while (search.divide(time)) {
            // each part may hold a better choice
        }
        bound = Math.max(bound, search.bound());
        model = model.without(search.ruledOut());
    }

    private int leftOf(RuledOut out) {
        return model.takes().size() - out.takes().size();
    }

    private void prove(ExactSearch solver) {
        correct(best);
        while (bound < bestCost && !budget.isSpent()) {
            ExactSearch.Answer answer = solver.search(model, best, budget);
            if (answer.bound().isPresent()) {
                bound = Math.max(bound, answer.bound().getAsLong());
            }
            if (answer.best().isEmpty()) {
                return;
            }
            Selection proposed = answer.best().get();
            consider(proposed);
            if (bound > bestCost) {
                // a plan below the bound: likewise
                isSound = false;
                return;
            }
            boolean isAgreed = exactCost(proposed) <= answer.cost();
            if (!answer.isOptimal() || isAgreed) {
                return;
            }
            if (!correct(proposed) && !takeEveryStep() && !correctAll(proposed, answer.cost())) {
                return;
            }
        }
    }

    /** Of plans that cost the same the one with a parcel less is better; false where none is. */
    private boolean leaveAStore() {
        for (Selection fewer : new FewerStores(model).of(best)) {
            long cost = exactCost(fewer);
            if (cost <= bestCost) {
                best = fewer;
                bestCost = cost;
                return true;
            }
        }
        return false;
    }

    private void consider(Selection proposed) {
        long cost = exactCost(proposed);
        // a plan below its numbers: they are wrong somewhere, so nothing is claimed
        isSound &= Tally.numbers(basket.model(), proposed) <= cost;
        if (cost < bestCost) {
            best = proposed;
            bestCost = cost;
            progress.accept(best);
        }
    }

    /** What the pricing engine says, and what is missing. */
    private long exactCost(Selection selection) {
        long cost = missingCost(selection);
        if (isAtTooManyStores(selection)) {
            return Long.MAX_VALUE;
        }
        for (List<Integer> group : pricer.groups()) {
            cost += pricer.costOf(group, selection);
        }
        return cost;
    }

    private boolean isAtTooManyStores(Selection selection) {
        int used = FewerStores.used(model, selection).size();
        return used > model.maxStores().orElse(used);
    }

    private long missingCost(Selection selection) {
        int[] given = new int[basket.model().demands().size()];
        for (int t = 0; t < selection.size(); t++) {
            given[basket.model().takes().get(t).want()] += selection.units(t);
        }
        long cost = 0;
        for (int want = 0; want < given.length; want++) {
            boolean isMissing = given[want] < basket.model().demands().get(want).units();
            cost += isMissing ? basket.model().demands().get(want).missingCost() : 0;
        }
        return cost;
    }

    /** Tells the model what this choice really costs; false where there is nothing to tell. */
    private boolean correct(Selection selection) {
        boolean isNew = false;
        for (List<Integer> group : pricer.groups()) {
            List<Integer> taken = taken(group, selection);
            if (taken.isEmpty() || !areWhole(taken)) {
                continue;
            }
            long extra =
                    pricer.costOf(group, selection)
                            - Tally.numbers(basket.model(), only(taken))
                            + missingCost(only(taken));
            if (extra > 0
                    && extras.computeIfAbsent(group, _ -> new HashMap<>()).putIfAbsent(taken, extra)
                            == null) {
                isNew = true;
            }
        }
        if (isNew) {
            tell();
        }
        return isNew;
    }

    private void tell() {
        List<Correction> corrections = new ArrayList<>();
        extras.forEach((group, known) ->
                known.forEach(
                        (taken, extra) -> corrections.add(new Correction(group, taken, extra))));
        model = model.with(corrections);
    }

    /** From now on no step is passed over; false where that was so before. */
    private boolean takeEveryStep() {
        if (model.takesEveryStep()) {
            return false;
        }
        model = model.takingEveryStep();
        return true;
    }

    /**
     * Where stores by themselves are right and all together are not: the solver reached a step over
     * several stores by passing over another.
     */
    private boolean correctAll(Selection selection, long told) {
        List<Integer> everywhere = new ArrayList<>();
        for (int store = 0; store < model.stores().size(); store++) {
            everywhere.add(store);
        }
        List<Integer> taken = taken(everywhere, selection);
        long extra = exactCost(selection) - told;
        if (!areWhole(taken)
                || extras.computeIfAbsent(everywhere, _ -> new HashMap<>())
                                .putIfAbsent(taken, extra)
                        != null) {
            return false;
        }
        tell();
        return true;
    }

    private List<Integer> taken(List<Integer> group, Selection selection) {
        List<Integer> taken = new ArrayList<>();
        for (int t = 0; t < selection.size(); t++) {
            if (selection.units(t) > 0 && group.contains(model.takes().get(t).store())) {
                taken.add(t);
            }
        }
        return taken;
    }

    private boolean areWhole(List<Integer> takes) {
        return takes.stream().map(model.takes()::get).allMatch(Take::whole);
    }

    private Selection only(List<Integer> takes) {
        int[] units = new int[model.takes().size()];
        takes.forEach(take -> units[take] = model.takes().get(take).most());
        return new Selection(units);
    }

    /** The bound on what plans cost that leave out as little as this one. */
    Optional<Proof> proof(Found found, Money total) {
        if (found.bound().isEmpty()) {
            return Optional.empty();
        }
        long least = Math.max(0, found.bound().get() - missingCost(found.selection()));
        return Optional.of(
                least >= total.minor()
                        ? new Proof.Proven()
                        : new Proof.Within(new Money(least, total.currency())));
    }
}
