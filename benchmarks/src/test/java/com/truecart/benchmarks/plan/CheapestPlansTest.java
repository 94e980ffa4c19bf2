package com.truecart.benchmarks.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.model.Money;
import com.truecart.pricing.plan.Basket;
import com.truecart.pricing.plan.BasketPlanner;
import com.truecart.pricing.plan.Budget;
import com.truecart.pricing.plan.ExactSearch;
import com.truecart.pricing.plan.Proof;
import com.truecart.pricing.plan.PurchasePlan;
import com.truecart.pricing.plan.model.PlanModel;
import com.truecart.pricing.plan.model.Selection;
import com.truecart.solver.CpSatSearch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The planner finds the cheapest plan there is, and says so only where it is true. */
class CheapestPlansTest {
    private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(30);
    private static final Path ISHOP = Path.of("../../shared/data/ishop-u");

    private final CpSatSearch solver = CpSatSearch.load().orElseThrow();
    private final BasketPlanner planner = new BasketPlanner(solver);

    @Test
    void ofAllPlansOfASmallBasketTheCheapestIsFoundAndProvenUnderEveryEngine() {
        Exhaustive.Report report = Exhaustive.run(planner, 150, 11, LONG_ENOUGH);
        assertThat(report.differences()).isEmpty();
        assertThat(report.baskets()).isGreaterThan(130);
        assertThat(report.proven()).isEqualTo(report.baskets());
        assertThat(report.plansTried()).isGreaterThan(500);
    }

    @Test
    void aSolverThatPromisesTooMuchIsNotBelieved() {
        // planted: every bound one per cent too high
        ExactSearch boaster =
                new ExactSearch() {
                    @Override
                    public Answer search(PlanModel model, Selection hint, Budget budget) {
                        Answer told = solver.search(model, hint, budget);
                        long bound = told.bound().orElse(0);
                        return new Answer(
                                told.best(),
                                told.cost(),
                                OptionalLong.of(bound + bound / 100 + 1),
                                told.isOptimal());
                    }
                };
        Exhaustive.Report report = Exhaustive.run(new BasketPlanner(boaster), 60, 11, LONG_ENOUGH);
        assertThat(report.proven()).isLessThan(report.baskets());
    }

    @Test
    void noPlanDrawnAtRandomCostsLessThanTheBound() {
        RandomPlans.Report report = RandomPlans.run(planner, 80, 200, 5, bound -> bound);
        assertThat(report.violations()).isEmpty();
        assertThat(report.plans()).isGreaterThan(8_000);
    }

    @Test
    void aBoundOnePerCentTooHighIsFoundByPlansDrawnAtRandom() {
        // planted
        RandomPlans.Report report =
                RandomPlans.run(planner, 20, 200, 5, bound -> bound + bound / 100 + 1);
        assertThat(report.violations()).isNotEmpty();
    }

    @Test
    void withoutASolverAUsualBasketIsProvenAllTheSame() {
        Basket basket = new SeededBaskets(3).draw(12, 6, 0.75);
        PurchasePlan plan = new BasketPlanner().cheapest(basket, NOW, budget());
        assertThat(plan.proof()).isEqualTo(new Proof.Proven());
        assertThat(plan.total()).isEqualTo(proven(basket).total());
    }

    @Test
    @EnabledIf("arePublicInstancesHere")
    void withoutASolverNothingIsClaimedOfBasketsBoughtInParts() {
        Basket basket = IshopU.read(ISHOP.resolve("UniformS1.csv"));
        Budget second = Budget.of(Duration.ofSeconds(1), System::nanoTime, () -> false);
        PurchasePlan plan = new BasketPlanner().cheapest(basket, NOW, second);
        assertThat(plan.proof()).isInstanceOf(Proof.NoBound.class);
        assertThat(plan.total()).isBetween(Money.of(447_20, "USD"), Money.of(456_00, "USD"));
    }

    @Test
    void aCalledOffSearchStillGivesAPlan() {
        Basket basket = new SeededBaskets(4).draw(50, 20, 0.75);
        Budget calledOff = Budget.of(LONG_ENOUGH, System::nanoTime, () -> true);
        PurchasePlan plan = planner.cheapest(basket, NOW, calledOff);
        assertThat(plan.isComplete()).isTrue();
        assertThat(plan.proof()).isNotInstanceOf(Proof.Proven.class);
    }

    @Test
    void eachMoreStoreMayOnlySaveAndTheCurveEndsAtTheCheapest() {
        Basket basket = new SeededBaskets(5).draw(8, 5, 0.9);
        List<PurchasePlan> curve = planner.byStores(basket, NOW, this::budget, _ -> {});
        PurchasePlan cheapest = curve.getLast();
        assertThat(cheapest.total()).isEqualTo(proven(basket).total());
        for (int i = 1; i < curve.size(); i++) {
            PurchasePlan fewer = curve.get(i - 1);
            PurchasePlan more = curve.get(i);
            assertThat(fewer.orders().size()).isLessThanOrEqualTo(i);
            assertThat(more.missing().size()).isLessThanOrEqualTo(fewer.missing().size());
            if (more.missing().size() == fewer.missing().size()) {
                assertThat(more.total()).isLessThanOrEqualTo(fewer.total());
            }
        }
        PurchasePlan fewest = BasketPlanner.fewestStores(curve, 50_000);
        assertThat(fewest.missing()).hasSameSizeAs(cheapest.missing());
        assertThat(fewest.total().minor())
                .isLessThanOrEqualTo(cheapest.total().minor() * 105 / 100);
    }

    @Test
    @EnabledIf("arePublicInstancesHere")
    void thePublicInstancesAreProven() {
        assertThat(proven(IshopU.read(ISHOP.resolve("UniformS1.csv"))).total())
                .isEqualTo(Money.of(447_20, "USD"));
        assertThat(proven(IshopU.read(ISHOP.resolve("UniformL1.csv"))).total())
                .isEqualTo(Money.of(9_110_89, "USD"));
    }

    static boolean arePublicInstancesHere() {
        return Files.isDirectory(ISHOP);
    }

    private PurchasePlan proven(Basket basket) {
        PurchasePlan plan = planner.cheapest(basket, NOW, budget());
        assertThat(plan.proof()).isEqualTo(new Proof.Proven());
        return plan;
    }

    private Budget budget() {
        return Budget.of(LONG_ENOUGH, System::nanoTime, () -> false);
    }
}
