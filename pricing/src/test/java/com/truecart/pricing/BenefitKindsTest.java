package com.truecart.pricing;

import static com.truecart.pricing.Given.NOW;
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
import com.truecart.model.Benefit.AmountOff;
import com.truecart.model.Benefit.BundlePrice;
import com.truecart.model.Benefit.BundleSave;
import com.truecart.model.Benefit.BuyXGetY;
import com.truecart.model.Benefit.DeliveryOff;
import com.truecart.model.Benefit.Gift;
import com.truecart.model.Benefit.Ladder;
import com.truecart.model.Benefit.NthUnit;
import com.truecart.model.Benefit.NthUnitPrice;
import com.truecart.model.Benefit.PercentOff;
import com.truecart.model.Benefit.QuantityPercent;
import com.truecart.model.Benefit.StepOff;
import com.truecart.model.Benefit.UnitPrice;
import com.truecart.model.Benefit.Unmodelled;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.model.Promotion.Stage;
import com.truecart.model.Reach;
import com.truecart.model.Reward;
import com.truecart.model.Scope;
import com.truecart.model.Trigger;
import com.truecart.model.Validity;
import com.truecart.pricing.Verdict.Missed;
import com.truecart.pricing.Verdict.Question;
import com.truecart.pricing.Verdict.Reason;
import com.truecart.pricing.Verdict.RuledOut;
import com.truecart.pricing.Verdict.Shortfall;
import com.truecart.pricing.Verdict.Unknown;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every kind of benefit, worked by hand. */
class BenefitKindsTest {

    private static final Benefit HALF_PRICE_SECOND = new NthUnit(2, 500_000);

    @Test
    void aSalePriceReplacesTheUnitPriceForAsManyUnitsAsStated() {
        Promotion sale = always("sale", Stage.ITEM, new UnitPrice(hkd("8.00"), Optional.of(2)));
        assertThat(cost(1, "10.00", sale)).isEqualTo(hkd("8.00"));
        assertThat(cost(3, "10.00", sale)).isEqualTo(hkd("26.00"));
    }

    @Test
    void aSalePriceAboveThePriceIsNoReasonToPayMore() {
        Promotion sale = always("sale", Stage.ITEM, new UnitPrice(hkd("12.00"), Optional.empty()));
        PricedCart cart = priced(cart(List.of(line("a", "10.00", 1, sale))));
        assertThat(cart.payable()).isEqualTo(hkd("10.00"));
        assertThat(cart.notApplied())
                .containsExactly(new NotApplied(sale, new RuledOut(Reason.NO_GAIN)));
    }

    @Test
    void aShareOffAProductIsRoundedForEachUnit() {
        // 12.5 % of 9.90 is 1.2375, so 1.24 off each: 8.66 a unit, 25.98 for three
        Promotion off = always("12.5 %", Stage.ITEM, new PercentOff(125_000, Optional.empty()));
        assertThat(cost(3, "9.90", off)).isEqualTo(hkd("25.98"));
    }

    @Test
    void aShareOffStopsAtItsCap() {
        Promotion off =
                always("20 % max 5", Stage.ITEM, new PercentOff(200_000, Optional.of(hkd("5"))));
        assertThat(cost(2, "10.00", off)).isEqualTo(hkd("16.00"));
        assertThat(cost(4, "10.00", off)).isEqualTo(hkd("35.00"));
    }

    @Test
    void anAmountOffIsTakenFromEachUnitOrOnce() {
        assertThat(cost(3, "10.00", always("u", Stage.ITEM, unitOff("2.50"))))
                .isEqualTo(hkd("22.50"));
        assertThat(cost(3, "10.00", always("o", Stage.ITEM, orderOff("2.50"))))
                .isEqualTo(hkd("27.50"));
        assertThat(cost(2, "1.00", always("u", Stage.ITEM, unitOff("2.50")))).isEqualTo(hkd("0"));
    }

    @Test
    void aSecondUnitAtHalfPriceCostsHalf() {
        // half of 9.95 is 4.975, so 4.98 off each second unit
        assertThat(cost(1, "9.95", multiBuy(HALF_PRICE_SECOND))).isEqualTo(hkd("9.95"));
        assertThat(cost(2, "9.95", multiBuy(HALF_PRICE_SECOND))).isEqualTo(hkd("14.92"));
        assertThat(cost(5, "9.95", multiBuy(HALF_PRICE_SECOND))).isEqualTo(hkd("39.79"));
    }

    @Test
    void aSecondUnitForADollarCostsADollar() {
        Promotion second = multiBuy(new NthUnitPrice(2, hkd("1.00")));
        assertThat(cost(2, "15.00", second)).isEqualTo(hkd("16.00"));
        assertThat(cost(3, "15.00", second)).isEqualTo(hkd("31.00"));
        assertThat(cost(2, "0.80", second)).isEqualTo(hkd("1.60"));
    }

    @Test
    void unitsBeyondFullBundlesCostTheUnitPrice() {
        Promotion bundle = multiBuy(new BundlePrice(2, hkd("36.00")));
        assertThat(cost(1, "19.90", bundle)).isEqualTo(hkd("19.90"));
        assertThat(cost(4, "19.90", bundle)).isEqualTo(hkd("72.00"));
        assertThat(cost(5, "19.90", bundle)).isEqualTo(hkd("91.90"));
    }

    @Test
    void eachFullGroupSavesItsAmount() {
        Promotion save = multiBuy(new BundleSave(2, hkd("4.00")));
        assertThat(cost(5, "10.00", save)).isEqualTo(hkd("42.00"));
    }

    @Test
    void fromSoManyUnitsOnAllAreCheaper() {
        Promotion percent = multiBuy(new QuantityPercent(4, 100_000));
        assertThat(cost(3, "9.99", percent)).isEqualTo(hkd("29.97"));
        // 10 % of 49.95 is 4.995, rounded once to 5.00
        assertThat(cost(5, "9.99", percent)).isEqualTo(hkd("44.95"));
    }

    @Test
    void buyTwoGetOneFreeGivesOneOfThree() {
        Promotion free = multiBuy(new BuyXGetY(2, 1, 1_000_000, BuyXGetY.Pick.CHEAPEST));
        assertThat(cost(2, "7.00", free)).isEqualTo(hkd("14.00"));
        assertThat(cost(7, "7.00", free)).isEqualTo(hkd("35.00"));
    }

    @Test
    void buyOneGetOneOverSeveralOffersLowersTheCheapestOrTheDearest() {
        List<CartLine> lines =
                List.of(line("a", "9.00", 1), line("b", "5.00", 1), line("c", "2.00", 2));
        // groups 9+5 and 2+2: 5 and 2 are free
        assertThat(priced(cart(lines, buyOneGetOne(BuyXGetY.Pick.CHEAPEST))).payable())
                .isEqualTo(hkd("11.00"));
        // two groups: 9 and 5 are free
        assertThat(priced(cart(lines, buyOneGetOne(BuyXGetY.Pick.DEAREST))).payable())
                .isEqualTo(hkd("4.00"));
    }

    @Test
    void onlyTheHighestTierReachedCounts() {
        Promotion ladder =
                storeWide(
                        "ladder",
                        Stage.STORE_ORDER,
                        new Trigger.Always(),
                        new Ladder(
                                List.of(rung(hkd("100"), hkd("10")), rung(hkd("200"), hkd("25")))));
        assertThat(priced(cart(List.of(line("a", "50.00", 2)), ladder)).payable())
                .isEqualTo(hkd("90"));
        assertThat(priced(cart(List.of(line("a", "50.00", 5)), ladder)).payable())
                .isEqualTo(hkd("225"));
        assertThat(priced(cart(List.of(line("a", "99.99", 1)), ladder)).notApplied())
                .containsExactly(
                        new NotApplied(ladder, new Missed(new Shortfall.Spend(hkd("0.01")))));
    }

    @Test
    void everyFullStepTakesItsAmountOffUpToTheLimit() {
        Promotion steps =
                storeWide(
                        "steps",
                        Stage.STORE_ORDER,
                        new Trigger.Always(),
                        new StepOff(hkd("300"), hkd("50"), Optional.of(2)));
        assertThat(priced(cart(List.of(line("a", "100.00", 5)), steps)).payable())
                .isEqualTo(hkd("450"));
        assertThat(priced(cart(List.of(line("a", "100.00", 12)), steps)).payable())
                .isEqualTo(hkd("1100"));
    }

    @Test
    void aGiftStandsBesideThePrice() {
        Promotion gift =
                always("gift", Stage.QUANTITY, new Gift("a cup", Optional.of(hkd("29.00"))));
        PricedCart cart = priced(cart(List.of(line("a", "10.00", 1, gift))));
        assertThat(cart.payable()).isEqualTo(hkd("10.00"));
        assertThat(cart.gifts())
                .containsExactly(new GiftNote(gift, "a cup", Optional.of(hkd("29.00"))));
    }

    @Test
    void freeDeliveryTakesOffTheFeeOnly() {
        Promotion free =
                storeWide(
                        "free delivery",
                        Stage.DELIVERY,
                        new Trigger.MinSpend(hkd("20")),
                        new DeliveryOff(1_000_000));
        StoreCart two = cart(List.of(line("a", "10.00", 2)), free);
        PricedCart delivered = priced(delivered(two, "30.00", Optional.empty()));
        assertThat(delivered.delivery()).contains(hkd("0"));
        assertThat(delivered.payable()).isEqualTo(hkd("20.00"));
        assertThat(priced(two).notApplied())
                .containsExactly(new NotApplied(free, new Unknown(Question.DELIVERY_FEE, "")));
        StoreCart one = cart(List.of(line("a", "10.00", 1)), free);
        assertThat(priced(delivered(one, "30.00", Optional.empty())).payable())
                .isEqualTo(hkd("40.00"));
    }

    @Test
    void deliveryIsFreeFromTheStatedGoodsTotalAfterPromotions() {
        StoreCart cart =
                cart(
                        List.of(line("a", "50.00", 2)),
                        storeWide("5 off", Stage.STORE_ORDER, new Trigger.Always(), orderOff("5")));
        assertThat(priced(delivered(cart, "30.00", Optional.of("95.00"))).payable())
                .isEqualTo(hkd("95.00"));
        assertThat(priced(delivered(cart, "30.00", Optional.of("95.01"))).payable())
                .isEqualTo(hkd("125.00"));
    }

    @Test
    void wordsWeDoNotUnderstandAreShownAndNeverPriced() {
        Promotion words = always("words", Stage.QUANTITY, new Unmodelled("ask in store"));
        Promotion selected =
                on(
                        "selected",
                        Stage.QUANTITY,
                        new Scope.Except(
                                new Scope.WholeStore(), new Scope.Unmodelled("selected products")),
                        new Trigger.Always(),
                        new PercentOff(250_000, Optional.empty()));
        Promotion condition =
                on(
                        "condition",
                        Stage.ITEM,
                        new Scope.ThisOffer(),
                        new Trigger.AllOf(
                                List.of(new Trigger.Code("X"), new Trigger.Unmodelled("if lucky"))),
                        new PercentOff(250_000, Optional.empty()));
        PricedCart cart = priced(cart(List.of(line("a", "10.00", 1, words, condition)), selected));
        assertThat(cart.payable()).isEqualTo(hkd("10.00"));
        assertThat(cart.notApplied())
                .containsExactly(
                        new NotApplied(condition, new Unknown(Question.WORDS, "if lucky")),
                        new NotApplied(selected, new Unknown(Question.WORDS, "selected products")),
                        new NotApplied(words, new Unknown(Question.WORDS, "ask in store")));
    }

    @Test
    void aPromotionHoldsOnlyInItsTimeAndItsCurrency() {
        Promotion old =
                new Promotion(
                        "old",
                        always("old", Stage.ITEM, unitOff("1")).label(),
                        Stage.ITEM,
                        new Scope.ThisOffer(),
                        new Trigger.Always(),
                        unitOff("1"),
                        new Validity(Optional.empty(), Optional.of(NOW)),
                        Promotion.Evidence.STATED);
        Promotion foreign =
                always("yuan", Stage.ITEM, new AmountOff(Money.of(100, "CNY"), AmountOff.Per.UNIT));
        PricedCart cart = priced(cart(List.of(line("a", "10.00", 1, old, foreign))));
        assertThat(cart.payable()).isEqualTo(hkd("10.00"));
        assertThat(cart.notApplied())
                .containsExactly(
                        new NotApplied(old, new RuledOut(Reason.NOT_VALID_NOW)),
                        new NotApplied(foreign, new RuledOut(Reason.OTHER_CURRENCY)));
    }

    @Test
    void aScopeChoosesItsLines() {
        Promotion brand =
                on(
                        "brand",
                        Stage.ITEM,
                        new Scope.Brands(Set.of("brand of A")),
                        new Trigger.Always(),
                        unitOff("1"));
        Promotion except =
                on(
                        "except",
                        Stage.STORE_ORDER,
                        new Scope.Except(
                                new Scope.Categories(Set.of("Food")),
                                new Scope.Listings(Set.of("b"))),
                        new Trigger.MinSpend(hkd("9.00")),
                        orderOff("2"));
        PricedCart cart =
                priced(cart(List.of(line("a", "10.00", 1), line("b", "10.00", 1)), brand, except));
        assertThat(cart.lines().stream().map(PricedLine::payable))
                .containsExactly(hkd("7.00"), hkd("10.00"));
    }

    private static Promotion buyOneGetOne(BuyXGetY.Pick pick) {
        return storeWide(
                "1+1", Stage.QUANTITY, new Trigger.Always(), new BuyXGetY(1, 1, 1_000_000, pick));
    }

    private static AmountOff unitOff(String amount) {
        return new AmountOff(hkd(amount), AmountOff.Per.UNIT);
    }

    private static AmountOff orderOff(String amount) {
        return new AmountOff(hkd(amount), AmountOff.Per.ORDER);
    }

    private static Ladder.Rung rung(Money spend, Money off) {
        return new Ladder.Rung(new Reach.Spend(spend), new Reward.Amount(off));
    }
}
