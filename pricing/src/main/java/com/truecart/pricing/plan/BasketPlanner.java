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
        return cheapest(basket, Optional.empty(), now, budget, progress);
    }

    private PurchasePlan cheapest(
            Basket basket,
            Optional<PurchasePlan> before,
            Instant now,
            Budget budget,
            Consumer<PurchasePlan> progress) {
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
        PlanSearch.Found found =
                search.search(before.map(plan -> Recall.of(plan, model.options())));
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
     * Plans anew what of an earlier plan is still to be bought: some of it was bought, stores are
     * gone, prices have changed. Never dearer than keeping what of the earlier plan can still be
     * bought, where that misses no more.
     *
     * @param basket what is still wanted, at the stores that are left, see {@link
     *     Basket#without(java.util.Set)} and {@link Basket#withoutStores(java.util.Set)}
     */
    public PurchasePlan again(Basket basket, PurchasePlan before, Instant now, Budget budget) {
        return cheapest(basket, Optional.of(before), now, budget, _ -> {});
    }

    /**
     * The plan by which everything that can be had arrives soonest, the cheapest of those; empty
     * where no store says when it delivers.
     */
    public Optional<PurchasePlan> fastest(Basket basket, Instant now, Budget budget) {
        int all = Arrivals.mostWants(basket);
        return Arrivals.days(basket)
                .filter(days -> Arrivals.mostWants(basket.arrivingWithin(days)) == all)
                .boxed()
                .findFirst()
                .map(days ->
                        cheapest(basket.arrivingWithin(days), now, budget).as(Strategy.FASTEST));
    }

    /** What was passed over for this plan of this basket, and what it would cost. */
    public Alternatives passedOver(Basket basket, PurchasePlan plan, Instant now) {
        return new PassedOver(basket, plan, now).alternatives();
    }

    /**
     * What it costs to go to fewer stores: the cheapest plan at one store, at two, and so on until
     * more stores save nothing.
     *
     * @param budget gives each search its own, from when it is asked
     * @param progress told every better plan on the way to the cheapest of all
     */
    public List<PurchasePlan> byStores(
            Basket basket, Instant now, Supplier<Budget> budget, Consumer<PurchasePlan> progress) {
        PurchasePlan cheapest = cheapest(basket, now, budget.get(), progress);
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
