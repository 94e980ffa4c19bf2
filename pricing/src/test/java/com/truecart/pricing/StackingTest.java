package com.truecart.pricing;

import static com.truecart.pricing.Given.cart;
import static com.truecart.pricing.Given.delivered;
import static com.truecart.pricing.Given.hkd;
import static com.truecart.pricing.Given.line;
import static com.truecart.pricing.Given.on;
import static com.truecart.pricing.Given.priced;
import static com.truecart.pricing.Given.storeWide;
import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.model.Benefit;
import com.truecart.model.Benefit.AmountOff;
import com.truecart.model.Benefit.BundleSave;
import com.truecart.model.Benefit.PercentOff;
import com.truecart.model.Promotion;
import com.truecart.model.Promotion.Stage;
import com.truecart.model.Reach;
import com.truecart.model.Reward;
import com.truecart.model.Scope;
import com.truecart.model.Stacking;
import com.truecart.model.Trigger;
import com.truecart.pricing.Verdict.Reason;
import com.truecart.pricing.Verdict.RuledOut;
import com.truecart.pricing.profile.EngineProfile;
import com.truecart.pricing.profile.EngineProfiles;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How promotions stand to each other. */
class StackingTest {

    private static final List<CartLine> HUNDRED = List.of(line("a", "100.00", 1));

    @Test
    void ofAStageOneAppliesAndOfEachNamedGroupOne() {
        Promotion five = off("five", Stage.STORE_ORDER, "5");
        Promotion ten = off("ten", Stage.STORE_ORDER, "10");
        Promotion spring = off("spring", Stage.STORE_ORDER, "7").with(Stacking.oneOf("spring"));
        Promotion summer = off("summer", Stage.STORE_ORDER, "6").with(Stacking.oneOf("spring"));
        PricedCart priced = priced(cart(HUNDRED, five, ten, spring, summer));
        assertThat(priced.payable()).isEqualTo(hkd("83"));
        assertThat(priced.notApplied())
                .containsExactly(
                        ruledOut(five, Reason.ANOTHER_SAVES_MORE),
                        ruledOut(summer, Reason.DOES_NOT_COMBINE));
    }

    @Test
    void ofPromotionsOnDifferentThingsEachAppliesToItsOwn() {
        Promotion ten = own("ten", Stage.STORE_ORDER, from100("10"));
        Promotion twenty = own("twenty", Stage.STORE_ORDER, from100("20"));
        List<CartLine> lines =
                List.of(line("tea", "120.00", 1, ten), line("rice", "150.00", 1, twenty));
        for (EngineProfile profile :
                List.of(EngineProfiles.OURS, EngineProfiles.TAOBAO, EngineProfiles.JD)) {
            assertThat(priced(in(profile, cart(lines))).payable())
                    .as(profile.name())
                    .isEqualTo(hkd("240.00"));
        }
        // Spree and Saleor choose one for the whole order
        for (EngineProfile profile : List.of(EngineProfiles.SPREE, EngineProfiles.SALEOR)) {
            assertThat(priced(in(profile, cart(lines))).payable())
                    .as(profile.name())
                    .isEqualTo(hkd("250.00"));
        }
        Promotion onAll = off("all", Stage.STORE_ORDER, "25");
        PricedCart priced = priced(cart(lines, onAll));
        assertThat(priced.payable()).as("one on all lines leaves none").isEqualTo(hkd("245.00"));
        assertThat(priced.notApplied())
                .containsExactly(
                        ruledOut(ten, Reason.ANOTHER_SAVES_MORE),
                        ruledOut(twenty, Reason.ANOTHER_SAVES_MORE));
        // a group still holds, whatever the lines
        assertThat(
                        priced(
                                        cart(
                                                List.of(
                                                        line(
                                                                "tea",
                                                                "120.00",
                                                                1,
                                                                ten.with(Stacking.oneOf("g"))),
                                                        line(
                                                                "rice",
                                                                "150.00",
                                                                1,
                                                                twenty.with(Stacking.oneOf("g"))))))
                                .payable())
                .isEqualTo(hkd("250.00"));
    }

    @Test
    void eachThingHasItsOwnDepositAndItsOwnSubsidy() {
        Promotion fifty = own("fifty", Stage.PAYMENT, boost("50", "100"));
        Promotion thirty = own("thirty", Stage.PAYMENT, boost("30", "60"));
        Benefit fifteenPercent = new PercentOff(150_000, Optional.of(hkd("300")));
        Promotion subsidy = own("subsidy", Stage.PAYMENT, fifteenPercent);
        for (EngineProfile profile : EngineProfiles.ALL_PROFILES) {
            List<CartLine> presale =
                    List.of(line("a", "400.00", 1, fifty), line("b", "200.00", 1, thirty));
            assertThat(priced(in(profile, cart(presale))).payable())
                    .as(profile.name())
                    .isEqualTo(hkd("520.00"));
            List<CartLine> appliances =
                    List.of(line("a", "1000.00", 1, subsidy), line("b", "4000.00", 1, subsidy));
            assertThat(priced(in(profile, cart(appliances))).payable())
                    .as(profile.name())
                    .isEqualTo(hkd("4550.00"));
        }
    }

    private static Benefit from100(String off) {
        return new Benefit.Ladder(
                List.of(
                        new Benefit.Ladder.Rung(
                                new Reach.Spend(hkd("100")), new Reward.Amount(hkd(off)))));
    }

    private static Benefit boost(String deposit, String countsAs) {
        return new Benefit.DepositBoost(hkd(deposit), hkd(countsAs));
    }

    private static Promotion own(String ref, Stage stage, Benefit benefit) {
        return Given.always(ref, stage, benefit);
    }

    @Test
    void aGroupHoldsOverAllStages() {
        Promotion item = off("item", Stage.ITEM, "5").with(Stacking.oneOf("spring"));
        Promotion order = off("order", Stage.STORE_COUPON, "10").with(Stacking.oneOf("spring"));
        PricedCart priced = priced(cart(HUNDRED, item, order));
        assertThat(priced.payable()).isEqualTo(hkd("95"));
        assertThat(priced.notApplied()).containsExactly(ruledOut(order, Reason.DOES_NOT_COMBINE));
    }

    @Test
    void ofAGroupOfMultiBuysOneApplies() {
        List<CartLine> lines = List.of(line("a", "10.00", 2), line("b", "10.00", 2));
        Promotion a = pair("a", "3").with(Stacking.oneOf("pairs"));
        Promotion b = pair("b", "4").with(Stacking.oneOf("pairs"));
        PricedCart priced = priced(cart(lines, a, b));
        assertThat(priced.payable()).isEqualTo(hkd("36"));
        assertThat(priced.notApplied()).containsExactly(ruledOut(a, Reason.DOES_NOT_COMBINE));
        assertThat(priced(cart(lines, pair("a", "3"), pair("b", "4"))).payable())
                .isEqualTo(hkd("33"));
    }

    @Test
    void anExclusiveMultiBuyAppliesAloneOrNotAtAll() {
        List<CartLine> lines =
                List.of(line("a", "10.00", 2), line("b", "10.00", 2), line("c", "10.00", 2));
        Promotion alone = pair("a", "5").with(Stacking.alone(0));
        // 3 and 3 without it are more than 5 with it
        PricedCart priced = priced(cart(lines, alone, pair("b", "3"), pair("c", "3")));
        assertThat(priced.payable()).isEqualTo(hkd("54"));
        assertThat(priced.notApplied()).containsExactly(ruledOut(alone, Reason.DOES_NOT_COMBINE));
        assertThat(priced(cart(lines, alone, pair("b", "3"))).payable()).isEqualTo(hkd("55"));
    }

    @Test
    void nothingStandsBesideAnExclusiveOne() {
        Promotion item = off("item", Stage.ITEM, "5").with(Stacking.alone(0));
        Promotion order = off("order", Stage.STORE_ORDER, "10");
        PricedCart priced = priced(cart(HUNDRED, item, order));
        assertThat(priced.payable()).isEqualTo(hkd("95"));
        assertThat(priced.notApplied()).containsExactly(ruledOut(order, Reason.DOES_NOT_COMBINE));
        Promotion plain = off("item", Stage.ITEM, "5");
        Promotion late = order.with(Stacking.alone(0));
        assertThat(priced(cart(HUNDRED, plain, late)).payable()).isEqualTo(hkd("95"));
    }

    @Test
    void twoCombineOnlyIfBothAgree() {
        Promotion item = off("item", Stage.ITEM, "5");
        Promotion order = off("order", Stage.STORE_ORDER, "10");
        assertThat(both(agreeing(item, Stage.STORE_ORDER), agreeing(order, Stage.ITEM)))
                .isEqualTo("85.00");
        assertThat(both(agreeing(item, Stage.STORE_ORDER), order)).isEqualTo("85.00");
        assertThat(both(agreeing(item, Stage.DELIVERY), order)).isEqualTo("95.00");
        assertThat(both(agreeing(item, Stage.STORE_ORDER), agreeing(order, Stage.DELIVERY)))
                .isEqualTo("95.00");
    }

    @Test
    void afterALastOneNothingIsLookedAtOnItsLines() {
        // Magento: the first rule ends the matter for A, the second still applies to B
        Promotion first = offListing("1", "a", "10", 1, true);
        Promotion second =
                storeWide(
                                "2",
                                Stage.STORE_ORDER,
                                new Trigger.Always(),
                                new AmountOff(hkd("5"), AmountOff.Per.ORDER))
                        .with(Stacking.priority(2));
        List<CartLine> lines = List.of(line("a", "20.00", 1), line("b", "10.00", 1));
        PricedCart magento = priced(in(EngineProfiles.MAGENTO, cart(lines, first, second)));
        assertThat(magento.lines().stream().map(PricedLine::payable))
                .containsExactly(hkd("10"), hkd("5"));
        PricedCart ours = priced(cart(lines, first, second));
        assertThat(ours.lines().stream().map(PricedLine::payable))
                .containsExactly(hkd("10"), hkd("5"));
        PricedCart only = priced(cart(lines.subList(0, 1), first, second));
        assertThat(only.notApplied()).containsExactly(ruledOut(second, Reason.DOES_NOT_COMBINE));
    }

    @Test
    void priorityDecidesTheOrderWhereTheEngineGoesByIt() {
        Promotion rate =
                storeWide(
                        "rate",
                        Stage.STORE_ORDER,
                        new Trigger.Always(),
                        new PercentOff(200_000, Optional.empty()));
        Promotion amount = off("amount", Stage.STORE_ORDER, "10");
        assertThat(magento(rate.with(Stacking.priority(1)), amount.with(Stacking.priority(2))))
                .isEqualTo("70.00");
        assertThat(magento(rate.with(Stacking.priority(2)), amount.with(Stacking.priority(1))))
                .isEqualTo("72.00");
    }

    @Test
    void anAmountGivenOnceIsGivenOnceThoughLinesChooseTheirBest() {
        List<CartLine> lines = List.of(line("a", "10.00", 1), line("b", "10.00", 1));
        Promotion ten =
                storeWide(
                        "ten",
                        Stage.ITEM,
                        new Trigger.Always(),
                        new AmountOff(hkd("10"), AmountOff.Per.ORDER));
        for (EngineProfile profile : EngineProfiles.ALL_PROFILES) {
            assertThat(priced(in(profile, cart(lines, ten))).payable())
                    .as(profile.name())
                    .isGreaterThanOrEqualTo(hkd("10"));
        }
    }

    @Test
    void aPromotionStatedOnTwoOffersDoesNotStandInItsOwnWay() {
        Promotion fifth =
                Given.always("fifth", Stage.ITEM, new PercentOff(200_000, Optional.empty()));
        Stacking ofNone = new Stacking(0, Optional.empty(), false, false, Optional.of(Set.of()));
        for (Promotion stated :
                List.of(
                        fifth.with(Stacking.oneOf("spring")),
                        fifth.with(Stacking.alone(0)),
                        fifth.with(ofNone))) {
            for (EngineProfile profile : EngineProfiles.ALL_PROFILES) {
                PricedCart priced =
                        priced(
                                in(
                                        profile,
                                        cart(
                                                List.of(
                                                        line("tea", "10.00", 1, stated),
                                                        line("rice", "20.00", 1, stated)))));
                assertThat(priced.payable())
                        .as(profile.name() + " " + stated.stacking())
                        .isEqualTo(hkd("24.00"));
                assertThat(priced.notApplied()).isEmpty();
            }
        }
    }

    @Test
    void aPromotionThatAnotherKeepsOffOneOfItsOffersIsToldOfThoughItApplies() {
        Promotion fifth =
                Given.always("fifth", Stage.ITEM, new PercentOff(200_000, Optional.empty()));
        Promotion first = offListing("1", "tea", "1", 1, true);
        Promotion after = fifth.with(Stacking.priority(2));
        List<CartLine> lines =
                List.of(line("tea", "10.00", 1, after), line("rice", "20.00", 1, after));
        PricedCart priced = priced(in(EngineProfiles.MAGENTO, cart(lines, first)));
        assertThat(priced.payable()).isEqualTo(hkd("25.00"));
        assertThat(priced.notApplied()).containsExactly(ruledOut(after, Reason.DOES_NOT_COMBINE));
    }

    @Test
    void aFreeDeliveryAgreesOrNot() {
        Promotion free =
                storeWide(
                        "free",
                        Stage.DELIVERY,
                        new Trigger.Always(),
                        new Benefit.DeliveryOff(1_000_000));
        Promotion item = agreeing(off("item", Stage.ITEM, "5"), Stage.STORE_ORDER);
        StoreCart cart = delivered(cart(HUNDRED, free, item), "30", Optional.empty());
        assertThat(priced(cart).payable()).isEqualTo(hkd("125"));
    }

    private static String both(Promotion one, Promotion other) {
        return priced(cart(HUNDRED, one, other)).payable().major().toPlainString();
    }

    private static String magento(Promotion... promotions) {
        return priced(in(EngineProfiles.MAGENTO, cart(HUNDRED, promotions)))
                .payable()
                .major()
                .toPlainString();
    }

    private static StoreCart in(EngineProfile profile, StoreCart cart) {
        return new StoreCart(cart.lines(), cart.storePromotions(), cart.delivery(), profile);
    }

    private static NotApplied ruledOut(Promotion promotion, Reason reason) {
        return new NotApplied(promotion, new RuledOut(reason));
    }

    private static Promotion off(String ref, Stage stage, String amount) {
        return storeWide(
                ref,
                stage,
                new Trigger.Always(),
                new AmountOff(
                        hkd(amount),
                        stage == Stage.ITEM ? AmountOff.Per.UNIT : AmountOff.Per.ORDER));
    }

    private static Promotion pair(String listing, String off) {
        return on(
                "pair of " + listing,
                Stage.QUANTITY,
                new Scope.Listings(Set.of(listing)),
                new Trigger.Always(),
                new BundleSave(2, hkd(off)));
    }

    private static Promotion offListing(
            String ref, String listing, String off, int priority, boolean last) {
        return on(
                        ref,
                        Stage.ITEM,
                        new Scope.Listings(Set.of(listing)),
                        new Trigger.Always(),
                        new AmountOff(hkd(off), AmountOff.Per.UNIT))
                .with(new Stacking(priority, Optional.empty(), false, last, Optional.empty()));
    }

    private static Promotion agreeing(Promotion promotion, Stage with) {
        return promotion.with(
                new Stacking(0, Optional.empty(), false, false, Optional.of(Set.of(with))));
    }
}
