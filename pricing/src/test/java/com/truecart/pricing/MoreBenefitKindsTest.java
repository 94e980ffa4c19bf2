package com.truecart.pricing;

import static com.truecart.pricing.Given.always;
import static com.truecart.pricing.Given.cart;
import static com.truecart.pricing.Given.cost;
import static com.truecart.pricing.Given.delivered;
import static com.truecart.pricing.Given.hkd;
import static com.truecart.pricing.Given.line;
import static com.truecart.pricing.Given.multiBuy;
import static com.truecart.pricing.Given.on;
import static com.truecart.pricing.Given.priced;
import static com.truecart.pricing.Given.storeWide;
import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.model.Benefit;
import com.truecart.model.Benefit.AddOnPrice;
import com.truecart.model.Benefit.AmountOff;
import com.truecart.model.Benefit.BuyThisGetThat;
import com.truecart.model.Benefit.BuyXGetY;
import com.truecart.model.Benefit.DepositBoost;
import com.truecart.model.Benefit.Ladder;
import com.truecart.model.Benefit.Ladder.Rung;
import com.truecart.model.Benefit.PercentOff;
import com.truecart.model.Benefit.SetPrice;
import com.truecart.model.Benefit.StepOff;
import com.truecart.model.Benefit.StoredValue;
import com.truecart.model.Benefit.UnitPrice;
import com.truecart.model.Benefit.ValueBack;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.model.Promotion.Stage;
import com.truecart.model.Reach;
import com.truecart.model.Reward;
import com.truecart.model.Scope;
import com.truecart.model.Trigger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The example of every kind of benefit, word for word as its documentation gives it. */
class MoreBenefitKindsTest {

    private static final Trigger ALWAYS = new Trigger.Always();

    @Test
    void aUnitPriceForAtMostTwo() {
        assertThat(
                        cost(
                                3,
                                "40.00",
                                always(
                                        "sale",
                                        Stage.ITEM,
                                        new UnitPrice(hkd("25.00"), Optional.of(2)))))
                .isEqualTo(hkd("90.00"));
    }

    @Test
    void aShareOffTheOrderStopsAtItsCap() {
        PercentOff off = new PercentOff(200_000, Optional.of(hkd("50.00")));
        assertThat(order("300.00", off)).isEqualTo(hkd("250.00"));
    }

    @Test
    void anAmountOffIsForEachUnitEachLineOrTheOrder() {
        List<CartLine> lines = List.of(line("a", "4.00", 3), line("b", "20.00", 2));
        for (Stage stage : List.of(Stage.ITEM, Stage.QUANTITY, Stage.STORE_ORDER)) {
            assertThat(off(lines, stage, AmountOff.Per.UNIT))
                    .as(stage.name())
                    .isEqualTo(hkd("30.00"));
            assertThat(off(lines, stage, AmountOff.Per.LINE))
                    .as(stage.name())
                    .isEqualTo(hkd("42.00"));
            assertThat(off(lines, stage, AmountOff.Per.ORDER))
                    .as(stage.name())
                    .isEqualTo(hkd("47.00"));
        }
    }

    @Test
    void onlyTheHighestStepOfALadderCounts() {
        Ladder spent =
                new Ladder(
                        List.of(
                                new Rung(new Reach.Spend(hkd("200")), new Reward.Amount(hkd("20"))),
                                new Rung(
                                        new Reach.Spend(hkd("500")),
                                        new Reward.Amount(hkd("80")))));
        assertThat(order("520.00", spent)).isEqualTo(hkd("440.00"));
        Ladder pieces =
                new Ladder(
                        List.of(
                                new Rung(new Reach.Units(2), new Reward.Rate(100_000)),
                                new Rung(new Reach.Units(3), new Reward.Rate(200_000))));
        StoreCart three =
                cart(
                        List.of(line("a", "50.00", 3)),
                        storeWide("pieces", Stage.STORE_ORDER, ALWAYS, pieces));
        assertThat(priced(three).payable()).isEqualTo(hkd("120.00"));
    }

    @Test
    void stepsStopAtTheirMostTimes() {
        assertThat(order("1050.00", new StepOff(hkd("200"), hkd("30"), Optional.of(4))))
                .isEqualTo(hkd("930.00"));
        assertThat(order("1050.00", new StepOff(hkd("200"), hkd("30"), Optional.empty())))
                .isEqualTo(hkd("900.00"));
    }

    @Test
    void groupsOfUnits() {
        assertThat(cost(5, "10.00", multiBuy(new Benefit.NthUnit(2, 500_000))))
                .isEqualTo(hkd("40.00"));
        assertThat(cost(2, "15.00", multiBuy(new Benefit.NthUnitPrice(2, hkd("1.00")))))
                .isEqualTo(hkd("16.00"));
        assertThat(cost(3, "20.00", multiBuy(new Benefit.BundlePrice(2, hkd("36.00")))))
                .isEqualTo(hkd("56.00"));
        assertThat(cost(5, "10.00", multiBuy(new Benefit.BundleSave(2, hkd("4.00")))))
                .isEqualTo(hkd("42.00"));
        assertThat(cost(3, "10.00", multiBuy(new Benefit.QuantityPercent(2, 100_000))))
                .isEqualTo(hkd("27.00"));
    }

    @Test
    void aSetCostsOnePrice() {
        SetPrice set = new SetPrice(Map.of("cup", 1, "spoon", 2), hkd("40.00"));
        Promotion promotion = storeWide("set", Stage.QUANTITY, ALWAYS, set);
        assertThat(
                        priced(
                                        cart(
                                                List.of(
                                                        line("cup", "30.00", 1),
                                                        line("spoon", "8.00", 2)),
                                                promotion))
                                .payable())
                .isEqualTo(hkd("40.00"));
        assertThat(
                        priced(
                                        cart(
                                                List.of(
                                                        line("cup", "30.00", 2),
                                                        line("spoon", "8.00", 3)),
                                                promotion))
                                .payable())
                .isEqualTo(hkd("78.00"));
    }

    @Test
    void aSetMayBeOfOneListing() {
        SetPrice set = new SetPrice(Map.of("a", 3), hkd("25.00"));
        assertThat(cost(4, "10.00", always("set", Stage.QUANTITY, set))).isEqualTo(hkd("35.00"));
    }

    @Test
    void ofAFullGroupTheCheapestOrTheDearestIsFree() {
        List<CartLine> lines =
                List.of(line("a", "30.00", 1), line("b", "20.00", 1), line("c", "10.00", 1));
        assertThat(of(lines, new BuyXGetY(2, 1, Money.PPM, BuyXGetY.Pick.CHEAPEST)))
                .isEqualTo(hkd("50.00"));
        assertThat(of(lines, new BuyXGetY(2, 1, Money.PPM, BuyXGetY.Pick.DEAREST)))
                .isEqualTo(hkd("30.00"));
        assertThat(
                        cost(
                                6,
                                "10.00",
                                multiBuy(
                                        new BuyXGetY(
                                                1,
                                                1,
                                                Money.PPM,
                                                BuyXGetY.Pick.CHEAPEST,
                                                Optional.of(2)))))
                .isEqualTo(hkd("40.00"));
    }

    @Test
    void buyThisGetThatLowersTheCheapestOfThat() {
        Promotion drinks = pizzasForDrinks(1, Optional.empty());
        List<CartLine> lines =
                List.of(
                        line("pizza", "60.00", 2),
                        line("cola", "9.00", 1),
                        line("juice", "12.00", 1));
        assertThat(priced(cart(lines, drinks)).payable()).isEqualTo(hkd("132.00"));
        assertThat(priced(cart(lines, pizzasForDrinks(2, Optional.empty()))).payable())
                .isEqualTo(hkd("120.00"));
        List<CartLine> four =
                List.of(
                        line("pizza", "60.00", 4),
                        line("cola", "9.00", 1),
                        line("juice", "12.00", 1));
        assertThat(priced(cart(four, drinks)).payable()).isEqualTo(hkd("240.00"));
        assertThat(priced(cart(four, pizzasForDrinks(1, Optional.of(1)))).payable())
                .isEqualTo(hkd("252.00"));
    }

    @Test
    void theCheapestUnitsAreLoweredEvenWhereOneOfferHasUnitsAtTwoPrices() {
        // the first cola costs 2.00, so the two cheapest drinks are 2.00 and 9.00
        Promotion cheap = always("2.00", Stage.ITEM, new UnitPrice(hkd("2.00"), Optional.of(1)));
        List<CartLine> lines =
                List.of(
                        line("pizza", "60.00", 2),
                        line("cola", "12.00", 2, cheap),
                        line("juice", "9.00", 1));
        assertThat(priced(cart(lines, pizzasForDrinks(2, Optional.empty()))).payable())
                .isEqualTo(hkd("132.00"));
    }

    @Test
    void whatCountsAsBoughtIsLoweredOnlyWhereItMay() {
        // of three of one sort: two bought and one free, or all three counted and one of them free
        assertThat(cost(3, "10.00", sameForSame(2, false))).isEqualTo(hkd("20.00"));
        assertThat(cost(2, "10.00", sameForSame(2, false))).isEqualTo(hkd("20.00"));
        assertThat(cost(2, "10.00", sameForSame(2, true))).isEqualTo(hkd("10.00"));
    }

    @Test
    void anAddOnCostsItsPriceForAsManyAsStated() {
        Promotion bowl =
                storeWide(
                        "bowl",
                        Stage.STORE_ORDER,
                        new Trigger.MinSpend(hkd("99.00")),
                        new AddOnPrice(new Scope.Listings(Set.of("bowl")), hkd("9.90"), 1));
        assertThat(
                        priced(cart(List.of(line("a", "99.00", 1), line("bowl", "29.00", 2)), bowl))
                                .payable())
                .isEqualTo(hkd("137.90"));
    }

    @Test
    void theDearestAddOnsAreLoweredEvenWhereOneOfferHasUnitsAtTwoPrices() {
        Promotion cheap = always("12.00", Stage.ITEM, new UnitPrice(hkd("12.00"), Optional.of(1)));
        Promotion two =
                storeWide(
                        "two",
                        Stage.STORE_ORDER,
                        ALWAYS,
                        new AddOnPrice(new Scope.WholeStore(), hkd("10.00"), 2));
        assertThat(
                        priced(
                                        cart(
                                                List.of(
                                                        line("a", "40.00", 2, cheap),
                                                        line("b", "30.00", 1)),
                                                two))
                                .payable())
                .isEqualTo(hkd("32.00"));
    }

    @Test
    void aGiftNeverLowersThePrice() {
        Promotion mug =
                storeWide(
                        "mug",
                        Stage.STORE_ORDER,
                        new Trigger.MinQuantity(2),
                        new Benefit.Gift("a mug", Optional.of(hkd("49.00"))));
        PricedCart priced = priced(cart(List.of(line("tin", "60.00", 2)), mug));
        assertThat(priced.payable()).isEqualTo(hkd("120.00"));
        assertThat(priced.gifts())
                .containsExactly(new GiftNote(mug, "a mug", Optional.of(hkd("49.00"))));
    }

    @Test
    void aShareOffTheFeeStopsAtItsCap() {
        Promotion half =
                storeWide(
                        "half",
                        Stage.DELIVERY,
                        ALWAYS,
                        new Benefit.DeliveryOff(500_000, Optional.of(hkd("10.00"))));
        StoreCart cart =
                delivered(cart(List.of(line("a", "5.00", 1)), half), "30.00", Optional.empty());
        assertThat(priced(cart).delivery()).contains(hkd("20.00"));
    }

    @Test
    void aDepositCountsForMoreButIsPaidInAnyCase() {
        DepositBoost boost = new DepositBoost(hkd("50.00"), hkd("100.00"));
        assertThat(order("399.00", boost)).isEqualTo(hkd("349.00"));
        // what is due is less than the deposit counts for: the deposit itself is still paid
        assertThat(order("80.00", boost)).isEqualTo(hkd("50.00"));
    }

    @Test
    void aDepositAboveWhatIsDueIsRefusedByName() {
        DepositBoost boost = new DepositBoost(hkd("50.00"), hkd("100.00"));
        Promotion deposit = always("deposit", Stage.PAYMENT, boost);
        Promotion coupon =
                storeWide(
                        "coupon",
                        Stage.STORE_COUPON,
                        ALWAYS,
                        new AmountOff(hkd("360.00"), AmountOff.Per.ORDER));
        PricedCart priced = priced(cart(List.of(line("coat", "399.00", 1, deposit)), coupon));
        assertThat(priced.notApplied())
                .containsExactly(
                        new NotApplied(
                                deposit,
                                new Verdict.Refused(
                                        Verdict.Flaw.DEPOSIT_ABOVE_DUE, "HKD 50.00 > HKD 39.00")));
    }

    @Test
    void aDepositStatedOnAnOfferIsPaidForEachUnit() {
        Promotion deposit =
                always("deposit", Stage.PAYMENT, new DepositBoost(hkd("50.00"), hkd("100.00")));
        assertThat(cost(1, "399.00", deposit)).isEqualTo(hkd("349.00"));
        assertThat(cost(2, "399.00", deposit)).isEqualTo(hkd("698.00"));
        assertThat(cost(2, "80.00", deposit)).isEqualTo(hkd("100.00"));
    }

    @Test
    void storedValueCoversItsShareInWholeSteps() {
        StoredValue beans = new StoredValue(hkd("10.00"), 500_000, hkd("1.00"));
        assertThat(order("15.00", beans)).isEqualTo(hkd("8.00"));
        assertThat(order("100.00", beans)).isEqualTo(hkd("90.00"));
        assertThat(order("1.50", beans)).isEqualTo(hkd("1.50"));
    }

    @Test
    void valueBackIsBesideThePriceAndStopsAtItsCap() {
        Promotion back =
                storeWide(
                        "back",
                        Stage.STORE_ORDER,
                        ALWAYS,
                        new ValueBack(
                                ValueBack.Form.CASH_BACK,
                                new Reward.Rate(50_000),
                                Optional.of(hkd("20.00"))));
        PricedCart priced = priced(cart(List.of(line("a", "300.00", 1)), back));
        assertThat(priced.payable()).isEqualTo(hkd("300.00"));
        assertThat(priced.valueBack())
                .containsExactly(new ValueBackNote(back, ValueBack.Form.CASH_BACK, hkd("15.00")));
        assertThat(priced(cart(List.of(line("a", "500.00", 1)), back)).valueBack())
                .extracting(ValueBackNote::value)
                .containsExactly(hkd("20.00"));
    }

    private static Money order(String price, Benefit benefit) {
        return priced(
                        cart(
                                List.of(line("a", price, 1)),
                                storeWide("order", Stage.STORE_ORDER, ALWAYS, benefit)))
                .payable();
    }

    private static Money of(List<CartLine> lines, Benefit benefit) {
        return priced(cart(lines, storeWide("multi", Stage.QUANTITY, ALWAYS, benefit))).payable();
    }

    private static Money off(List<CartLine> lines, Stage stage, AmountOff.Per per) {
        return priced(cart(lines, storeWide("5", stage, ALWAYS, new AmountOff(hkd("5.00"), per))))
                .payable();
    }

    private static Promotion pizzasForDrinks(int drinks, Optional<Integer> maxTimes) {
        return on(
                "drinks",
                Stage.QUANTITY,
                new Scope.Listings(Set.of("pizza")),
                ALWAYS,
                new BuyThisGetThat(
                        2,
                        new Scope.Listings(Set.of("cola", "juice")),
                        drinks,
                        Money.PPM,
                        maxTimes,
                        false));
    }

    private static Promotion sameForSame(int buy, boolean selfUse) {
        return storeWideOnOffer(
                new BuyThisGetThat(
                        buy, new Scope.WholeStore(), 1, Money.PPM, Optional.empty(), selfUse));
    }

    private static Promotion storeWideOnOffer(Benefit benefit) {
        return on("same", Stage.QUANTITY, new Scope.WholeStore(), ALWAYS, benefit);
    }
}
