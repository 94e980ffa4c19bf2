package com.truecart.pricing.plan;

import com.truecart.model.Money;
import com.truecart.pricing.plan.PurchasePlan.Strategy;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Chooses the stores to buy a basket from. Stateless, so one serves all threads. */
public final class BasketPlanner {

    private final Optional<ExactSearch> exact;

    /** A planner that finds good plans and proves nothing. */
    public BasketPlanner() {
        this.exact = Optional.empty();
    }

    /** A planner that proves what it can. */
    public BasketPlanner(ExactSearch exact) {
        this.exact = Optional.of(exact);
    }

    /**
     * The plan that costs least in all, promotions and delivery included, with as few wants missing
     * as can be.
     *
     * @param progress told every better plan on the way, from the calling thread
     */
    public PurchasePlan cheapest(
            Basket basket, Instant now, Budget budget, Consumer<PurchasePlan> progress) {
        BasketModel model = BasketModel.of(basket, now);
        Plans plans = new Plans(basket, now);
        PlanSearch search =
                new PlanSearch(
                        model,
                        now,
                        exact,
                        budget,
                        better ->
                                progress.accept(
                                        plans.of(
                                                Strategy.CHEAPEST,
                                                model.options(),
                                                better,
                                                new Proof.NoBound())));
        PlanSearch.Found found = search.search();
        PurchasePlan plan =
                plans.of(
                        Strategy.CHEAPEST, model.options(), found.selection(), new Proof.NoBound());
        return search.proof(found, plan.total()).map(plan::proven).orElse(plan);
    }

    /** The cheapest plan, without word of the way to it. */
    public PurchasePlan cheapest(Basket basket, Instant now, Budget budget) {
        return cheapest(basket, now, budget, _ -> {});
    }

    /**
     * What it costs to go to fewer stores: the cheapest plan at one store, at two, and so on until
     * more stores save nothing.
     *
     * @param budget gives each search its own, from when it is asked
     */
    public List<PurchasePlan> byStores(Basket basket, Instant now, Supplier<Budget> budget) {
        PurchasePlan cheapest = cheapest(basket, now, budget.get());
        List<PurchasePlan> curve = new ArrayList<>();
        for (int stores = 1; stores < cheapest.orders().size(); stores++) {
            curve.add(cheapest(basket.atMost(stores), now, budget.get()));
        }
        curve.add(cheapest);
        return curve;
    }

    /**
     * Of such a curve the plan at fewest stores that misses no more than the cheapest and costs at
     * most this share more.
     *
     * @param curve as {@link #byStores} gives it
     * @param tolerancePpm parts per million of the cheapest total
     */
    public static PurchasePlan fewestStores(List<PurchasePlan> curve, long tolerancePpm) {
        PurchasePlan cheapest = curve.getLast();
        Money most = cheapest.total().plus(cheapest.total().share(tolerancePpm, RoundingMode.DOWN));
        return curve.stream()
                .filter(plan ->
                        plan.missing().size() <= cheapest.missing().size()
                                && plan.total().compareTo(most) <= 0)
                .findFirst()
                .orElse(cheapest)
                .as(Strategy.FEWEST_STORES);
    }

    /**
     * Each want at the store where it alone costs least, delivery apart; then each store's lines
     * are priced together.
     */
    public PurchasePlan cheapestPerWant(Basket basket, Instant now) {
        return new Baselines(basket, now).cheapestPerWant();
    }

    /**
     * Everything at one store: the one that misses fewest wants, among those the one that costs
     * least, delivery included where known.
     */
    public PurchasePlan cheapestSingleStore(Basket basket, Instant now) {
        return new Baselines(basket, now).cheapestSingleStore();
    }
}
