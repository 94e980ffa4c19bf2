package com.truecart.pricing.plan;

import static com.truecart.pricing.Given.NOW;
import static com.truecart.pricing.Given.hkd;
import static com.truecart.pricing.Given.multiBuy;
import static com.truecart.pricing.Given.offer;
import static com.truecart.pricing.Given.storeWide;
import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.model.Availability;
import com.truecart.model.Benefit;
import com.truecart.model.Benefit.AmountOff;
import com.truecart.model.DeliveryTerms;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.model.Promotion.Stage;
import com.truecart.model.Trigger;
import com.truecart.pricing.OfferTerms;
import com.truecart.pricing.Shopper;
import com.truecart.pricing.plan.Assumption.AvailabilityNotStated;
import com.truecart.pricing.plan.Assumption.DeliveryNotIncluded;
import com.truecart.pricing.plan.MissingWant.Why;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BasketPlannerTest {

    private static final Currency HKD = Currency.getInstance("HKD");

    private final BasketPlanner planner = new BasketPlanner();

    @Test
    void eachWantGoesWhereItAloneIsCheapestPromotionsConsidered() {
        Promotion half = multiBuy(new Benefit.NthUnit(2, 500_000));
        Basket basket =
                basket(
                        List.of(
                                want("milk", 2, at("east", "20.00", half), at("west", "16.00")),
                                want("rice", 1, at("east", "50.00"), at("west", "49.00"))),
                        store("east", "10.00"),
                        store("west", "10.00"));
        PurchasePlan plan = planner.cheapestPerWant(basket, NOW);
        assertThat(plan.orders().stream().map(StoreOrder::storeId)).containsExactly("east", "west");
        assertThat(plan.total()).isEqualTo(hkd("99.00"));
        assertThat(plan.isComplete()).isTrue();
        assertThat(plan.assumptions()).isEmpty();
    }

    @Test
    void theLinesOfAStoreArePricedTogether() {
        Promotion from60 =
                storeWide(
                        "from 60",
                        Stage.STORE_ORDER,
                        new Trigger.MinSpend(hkd("60")),
                        new AmountOff(hkd("7.00"), AmountOff.Per.ORDER));
        Basket basket =
                basket(
                        List.of(
                                want("milk", 1, at("east", "20.00")),
                                want("rice", 1, at("east", "50.00"))),
                        store("east", "0.00", from60));
        assertThat(planner.cheapestPerWant(basket, NOW).total()).isEqualTo(hkd("63.00"));
    }

    @Test
    void aCompleteStoreIsPreferredToACheaperIncompleteOne() {
        Basket basket =
                basket(
                        List.of(
                                want("milk", 1, at("east", "20.00"), at("west", "1.00")),
                                want("rice", 1, at("east", "50.00"))),
                        store("east", "10.00"),
                        store("west", "10.00"));
        PurchasePlan plan = planner.cheapestSingleStore(basket, NOW);
        assertThat(plan.orders().stream().map(StoreOrder::storeId)).containsExactly("east");
        assertThat(plan.total()).isEqualTo(hkd("80.00"));
    }

    @Test
    void amongCompleteStoresDeliveryDecidesToo() {
        Basket basket =
                basket(
                        List.of(want("milk", 1, at("east", "20.00"), at("west", "15.00"))),
                        store("east", "5.00"),
                        store("west", "30.00"));
        assertThat(planner.cheapestSingleStore(basket, NOW).total()).isEqualTo(hkd("25.00"));
    }

    @Test
    void whatIsMissingIsNamedWithItsReason() {
        OfferTerms yuan =
                new OfferTerms(
                        "y",
                        Optional.empty(),
                        List.of(),
                        Money.of(100, "CNY"),
                        Optional.empty(),
                        List.of());
        Basket basket =
                basket(
                        List.of(
                                want("milk", 1, at("east", "20.00")),
                                want("rice", 1, at("west", "50.00"), at("west", "51.00")),
                                want("tea", 1, at("elsewhere", "1.00")),
                                want(
                                        "oil",
                                        1,
                                        new Candidate(
                                                "east",
                                                offer("oil", "9.00"),
                                                Availability.OUT_OF_STOCK)),
                                want("jam", 1, new Candidate("east", yuan, Availability.IN_STOCK))),
                        store("east", "0.00"),
                        store("west", "0.00"));
        PurchasePlan plan = planner.cheapestSingleStore(basket, NOW);
        assertThat(plan.total()).isEqualTo(hkd("20.00"));
        assertThat(plan.missing())
                .containsExactly(
                        new MissingWant("rice", Why.NOT_AT_THIS_STORE),
                        new MissingWant("tea", Why.NO_OFFER),
                        new MissingWant("oil", Why.NOT_AVAILABLE),
                        new MissingWant("jam", Why.OTHER_CURRENCY));
    }

    @Test
    void whatNobodyStatesIsSaidAsAnAssumption() {
        Store silent = new Store("east", List.of(), Optional.empty(), Shopper.ANYONE);
        Store foreign =
                new Store(
                        "west",
                        List.of(),
                        Optional.of(new DeliveryTerms(Money.of(900, "CNY"), Optional.empty())),
                        Shopper.ANYONE);
        Candidate shelf = new Candidate("east", offer("a", "20.00"), Availability.UNSTATED);
        Basket basket =
                new Basket(
                        List.of(want("milk", 1, shelf), want("rice", 1, at("west", "30.00"))),
                        List.of(silent, foreign),
                        HKD);
        PurchasePlan plan = planner.cheapestPerWant(basket, NOW);
        assertThat(plan.total()).isEqualTo(hkd("50.00"));
        assertThat(plan.assumptions())
                .containsExactly(
                        new DeliveryNotIncluded("east"),
                        new AvailabilityNotStated("east", "milk"),
                        new DeliveryNotIncluded("west"));
    }

    @Test
    void ofPlansThatCostTheSameTheOneAtFewerStoresIsTaken() {
        Basket basket =
                basket(
                        List.of(
                                want("milk", 1, at("east", "20.00"), at("west", "20.00")),
                                want("rice", 1, at("west", "30.00")),
                                want("jam", 1, at("south", "9.00"), at("west", "9.00"))),
                        store("east", "0"),
                        store("south", "0"),
                        store("west", "0"));
        PurchasePlan plan =
                planner.cheapest(
                        basket,
                        NOW,
                        Budget.of(Duration.ofMillis(60), System::nanoTime, () -> false));
        assertThat(plan.orders()).extracting(StoreOrder::storeId).containsExactly("west");
        assertThat(plan.total()).isEqualTo(hkd("59.00"));
    }

    @Test
    void anEmptyBasketCostsNothing() {
        PurchasePlan plan = planner.cheapestSingleStore(new Basket(List.of(), List.of(), HKD), NOW);
        assertThat(plan.total()).isEqualTo(hkd("0"));
        assertThat(plan.isComplete()).isTrue();
    }

    private static Basket basket(List<Want> wants, Store... stores) {
        return new Basket(wants, List.of(stores), HKD);
    }

    private static Want want(String id, int quantity, Candidate... candidates) {
        return new Want(id, quantity, List.of(candidates));
    }

    private static Candidate at(String store, String price, Promotion... promotions) {
        return new Candidate(store, offer("at " + price, price, promotions), Availability.IN_STOCK);
    }

    private static Store store(String id, String fee, Promotion... promotions) {
        return new Store(
                id,
                List.of(promotions),
                Optional.of(new DeliveryTerms(hkd(fee), Optional.empty())),
                Shopper.ANYONE);
    }
}
