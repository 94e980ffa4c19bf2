package com.truecart.app.basket;

import com.truecart.app.basket.PlansForBasket.AtStores;
import com.truecart.app.basket.PlansForBasket.Row;
import com.truecart.app.catalog.ProductFacts;
import com.truecart.app.catalog.ProductId;
import com.truecart.pricing.plan.Basket;
import com.truecart.pricing.plan.BasketPlanner;
import com.truecart.pricing.plan.Budget;
import com.truecart.pricing.plan.PurchasePlan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;

/**
 * Turns a basket into plans: which stores to buy it from and what that costs, from the facts as
 * recorded.
 */
@Service
public class BasketPlans {
    /** To go to fewer stores people pay about so much more: five per cent. */
    private static final long WORTH_FEWER_STORES_PPM = 50_000;

    private final PlanFactsReader reader;
    private final PlanAdvice advice;
    private final BasketPlanner planner;

    BasketPlans(PlanFactsReader reader, PlanAdvice advice, BasketPlanner planner) {
        this.reader = reader;
        this.advice = advice;
        this.planner = planner;
    }

    /** The basket's products and, where there are any, the plans for buying them. */
    public PlansForBasket plans(PlanQuestion question, Instant now) {
        return plans(question, now, PlanProgress.UNWATCHED);
    }

    /**
     * The plans, with word of the way to the cheapest.
     *
     * @param progress told every better plan; where it calls the search off, what is found so far
     *     counts
     */
    public PlansForBasket plans(PlanQuestion question, Instant now, PlanProgress progress) {
        Map<ProductId, ProductFacts> products = reader.products(question.contents());
        List<Row> rows = PlanFactsReader.rows(question.contents(), products);
        if (rows.isEmpty()) {
            return new PlansForBasket(rows, List.of(), List.of(), Optional.empty());
        }
        PlanFacts facts = reader.facts(products, question);
        Basket basket = facts.basket(rows, question.wishes());
        Supplier<Budget> budget = budget(question, progress);
        List<PurchasePlan> byStores = planner.byStores(basket, now, budget, progress::better);
        PurchasePlan cheapest = byStores.getLast();
        List<PurchasePlan> all = new ArrayList<>();
        all.add(cheapest);
        all.add(BasketPlanner.fewestStores(byStores, WORTH_FEWER_STORES_PPM));
        planner.fastest(basket, now, budget.get()).ifPresent(all::add);
        all.add(planner.cheapestSingleStore(basket, now));
        all.add(planner.cheapestPerWant(basket, now));
        ProposedPlans proposed = new ProposedPlans(facts);
        return new PlansForBasket(
                rows,
                all.stream().map(proposed::of).toList(),
                byStores.stream().map(AtStores::of).toList(),
                Optional.of(advice.of(basket, cheapest, planner, facts, now)));
    }

    /** The chosen plan alone; empty where nothing is wanted, or no store can say. */
    public Optional<ProposedPlan> plan(BasketContents contents, PlanChoice choice, Instant now) {
        PlanQuestion question = choice.of(contents);
        Map<ProductId, ProductFacts> products = reader.products(question.contents());
        List<Row> rows = PlanFactsReader.rows(question.contents(), products);
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        PlanFacts facts = reader.facts(products, question);
        Basket basket = facts.basket(rows, question.wishes());
        Supplier<Budget> budget = budget(question, PlanProgress.UNWATCHED);
        Optional<PurchasePlan> plan =
                switch (choice.strategy()) {
                    case CHEAPEST -> Optional.of(planner.cheapest(basket, now, budget.get()));
                    case FEWEST_STORES ->
                            Optional.of(
                                    BasketPlanner.fewestStores(
                                            planner.byStores(basket, now, budget, _ -> {}),
                                            WORTH_FEWER_STORES_PPM));
                    case FASTEST -> planner.fastest(basket, now, budget.get());
                    case CHEAPEST_PER_WANT -> Optional.of(planner.cheapestPerWant(basket, now));
                    case CHEAPEST_SINGLE_STORE ->
                            Optional.of(planner.cheapestSingleStore(basket, now));
                };
        return plan.map(new ProposedPlans(facts)::of);
    }

    private static Supplier<Budget> budget(PlanQuestion question, PlanProgress progress) {
        return () -> Budget.of(question.wishes().search(), System::nanoTime, progress::isCalledOff);
    }
}
