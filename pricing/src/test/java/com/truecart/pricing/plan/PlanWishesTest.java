package com.truecart.pricing.plan;

import static com.truecart.pricing.Given.NOW;
import static com.truecart.pricing.Given.hkd;
import static com.truecart.pricing.Given.offer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.truecart.model.Availability;
import com.truecart.model.DeliveryTerms;
import com.truecart.model.Money;
import com.truecart.model.OrderTerms;
import com.truecart.pricing.Shopper;
import com.truecart.pricing.plan.MissingWant.Why;
import com.truecart.pricing.plan.PurchasePlan.Strategy;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Wishes beyond the price: when it arrives, how large an order is, what is only nice to have. */
class PlanWishesTest {
    private static final Currency HKD = Currency.getInstance("HKD");

    private final BasketPlanner planner = new BasketPlanner();

    @Test
    void noStoreIsAskedForASmallerOrderThanItTakes() {
        Store east = store("east", "0").on(OrderTerms.NONE.from(hkd("100")));
        Store west = store("west", "5.00");
        Basket basket =
                basket(List.of(want("milk", at("east", "20.00"), at("west", "30.00"))), east, west);
        PurchasePlan plan = cheapest(basket);
        assertThat(plan.orders()).extracting(StoreOrder::storeId).containsExactly("west");
        assertThat(plan.total()).isEqualTo(hkd("35.00"));
    }

    @Test
    void moreIsBoughtAtAStoreToReachItsLeastOrder() {
        Store east = store("east", "0").on(OrderTerms.NONE.from(hkd("100")));
        Store west = store("west", "0");
        Basket basket =
                basket(
                        List.of(
                                want("oil", at("east", "80.00")),
                                want("rice", at("east", "25.00"), at("west", "22.00"))),
                        east,
                        west);
        PurchasePlan plan = cheapest(basket);
        assertThat(plan.isComplete()).isTrue();
        assertThat(plan.total()).isEqualTo(hkd("105.00"));
    }

    @Test
    void whatOnlyStoresWithATooLargeLeastOrderHaveIsMissingAndSaidWhy() {
        Store east = store("east", "0").on(OrderTerms.NONE.from(hkd("100")));
        PurchasePlan plan = cheapest(basket(List.of(want("oil", at("east", "80.00"))), east));
        assertThat(plan.missing()).containsExactly(new MissingWant("oil", Why.ORDER_TOO_SMALL));
        assertThat(plan.orders()).isEmpty();
    }

    @Test
    void aBaselineThatNobodyCouldOrderSaysSo() {
        Store east = store("east", "0").on(OrderTerms.NONE.from(hkd("100")));
        Basket basket = basket(List.of(want("oil", at("east", "80.00"))), east);
        PurchasePlan plan = planner.cheapestPerWant(basket, NOW);
        assertThat(plan.canBeOrdered()).isFalse();
        assertThat(plan.assumptions())
                .containsExactly(new Assumption.BelowMinimum("east", hkd("20.00")));
    }

    @Test
    void whatIsNiceToHaveIsBoughtWhereItAddsNoMoreThanItIsWorth() {
        Store east = store("east", "0");
        Store west = store("west", "10.00");
        Want milk = want("milk", at("east", "20.00"));
        Want jam = want("jam", at("west", "30.00")).niceToHave(hkd("39.99"));
        PurchasePlan without = cheapest(basket(List.of(milk, jam), east, west));
        assertThat(without.total()).isEqualTo(hkd("20.00"));
        assertThat(without.missing()).containsExactly(new MissingWant("jam", Why.NOT_WORTH_IT));
        Want dearJam = want("jam", at("west", "30.00")).niceToHave(hkd("40.01"));
        assertThat(cheapest(basket(List.of(milk, dearJam), east, west)).total())
                .isEqualTo(hkd("60.00"));
    }

    @Test
    void whatMustBeHadIsNotLeftOutForWhatIsOnlyNiceToHave() {
        Want oil = want("oil", at("east", "96.00"));
        Want jam = want("jam", at("west", "10.00")).niceToHave(hkd("85.00"));
        Basket basket = basket(List.of(jam, oil), store("east", "0"), store("west", "6.00"));
        PurchasePlan plan = cheapest(basket.atMost(1));
        assertThat(plan.missing()).extracting(MissingWant::wantId).containsExactly("jam");
        assertThat(plan.total()).isEqualTo(hkd("96.00"));
    }

    @Test
    void aWorthInAnotherCurrencyIsRefusedByTheWantsName() {
        Want jam = want("jam", at("east", "30.00")).niceToHave(Money.of(100, "CNY"));
        assertThatThrownBy(() -> basket(List.of(jam), store("east", "0")))
                .hasMessageContaining("want jam: worth");
    }

    @Test
    void theFastestPlanIsTheCheapestOfThoseThatArriveSoonest() {
        Store slow = store("slow", "0").on(OrderTerms.NONE.within(5));
        Store quick = store("quick", "0").on(OrderTerms.NONE.within(1));
        Store other = store("other", "0").on(OrderTerms.NONE.within(2));
        Basket basket =
                basket(
                        List.of(
                                want("milk", at("slow", "10.00"), at("quick", "20.00")),
                                want(
                                        "rice",
                                        at("slow", "30.00"),
                                        at("other", "31.00"),
                                        at("silent", "29.00"))),
                        slow,
                        quick,
                        other,
                        store("silent", "0"));
        PurchasePlan plan = planner.fastest(basket, NOW, budget()).orElseThrow();
        assertThat(plan.strategy()).isEqualTo(Strategy.FASTEST);
        assertThat(plan.total()).isEqualTo(hkd("51.00"));
        assertThat(planner.fastest(basket.withoutStores(Set.of("quick", "slow")), NOW, budget()))
                .get()
                .extracting(PurchasePlan::total)
                .isEqualTo(hkd("31.00"));
    }

    @Test
    void whereNoStoreSaysWhenItDeliversNothingIsFastest() {
        Basket basket = basket(List.of(want("milk", at("east", "9.00"))), store("east", "0"));
        assertThat(planner.fastest(basket, NOW, budget())).isEmpty();
    }

    @Test
    void planningAgainIsNeverDearerThanKeepingWhatWorked() {
        Store east = store("east", "10.00");
        Store west = store("west", "10.00");
        List<Want> wants =
                List.of(
                        want("milk", at("east", "20.00"), at("west", "21.00")),
                        want("rice", at("east", "30.00"), at("west", "31.00")),
                        want("oil", at("east", "50.00"), at("west", "52.00")));
        Basket basket = basket(wants, east, west);
        PurchasePlan before = cheapest(basket);
        PurchasePlan rest = planner.again(basket.without(Set.of("milk")), before, NOW, budget());
        assertThat(rest.total()).isEqualTo(hkd("90.00"));
        PurchasePlan elsewhere =
                planner.again(basket.withoutStores(Set.of("east")), before, NOW, budget());
        assertThat(elsewhere.total()).isEqualTo(hkd("114.00"));
        // no time at all: what is left of the earlier plan is kept
        PurchasePlan kept =
                planner.again(
                        basket.without(Set.of("milk")),
                        before,
                        NOW,
                        Budget.of(Duration.ZERO, System::nanoTime, () -> true));
        assertThat(kept.total()).isEqualTo(hkd("90.00"));
    }

    @Test
    void whatWasPassedOverIsNamedWithWhatItWouldCost() {
        Store east = store("east", "10.00");
        Store west = store("west", "10.00");
        Basket basket =
                basket(
                        List.of(
                                want("milk", at("east", "20.00"), at("west", "18.00")),
                                want("rice", at("east", "30.00"), at("west", "36.00"))),
                        east,
                        west);
        PurchasePlan plan = cheapest(basket);
        assertThat(plan.total()).isEqualTo(hkd("60.00"));
        assertThat(planner.passedOver(basket, plan, NOW))
                .isEqualTo(
                        new Alternatives(
                                List.of(
                                        new Alternatives.Elsewhere("milk", "west", hkd("8.00")),
                                        new Alternatives.Elsewhere("rice", "west", hkd("16.00"))),
                                List.of(new Alternatives.OtherStore("west", "milk", hkd("8.00")))));
    }

    private PurchasePlan cheapest(Basket basket) {
        return planner.cheapest(basket, NOW, budget());
    }

    private static Budget budget() {
        return Budget.of(Duration.ofMillis(60), System::nanoTime, () -> false);
    }

    private static Basket basket(List<Want> wants, Store... stores) {
        return new Basket(wants, List.of(stores), HKD);
    }

    private static Want want(String id, Candidate... candidates) {
        return new Want(id, 1, List.of(candidates));
    }

    private static Candidate at(String store, String price) {
        return new Candidate(store, offer("at " + price, price), Availability.IN_STOCK);
    }

    private static Store store(String id, String fee) {
        return new Store(
                id,
                List.of(),
                Optional.of(new DeliveryTerms(hkd(fee), Optional.empty())),
                Shopper.ANYONE);
    }
}
