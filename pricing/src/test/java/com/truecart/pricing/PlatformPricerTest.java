package com.truecart.pricing;

import static com.truecart.pricing.Given.NOW;
import static com.truecart.pricing.Given.cart;
import static com.truecart.pricing.Given.hkd;
import static com.truecart.pricing.Given.line;
import static com.truecart.pricing.Given.on;
import static com.truecart.pricing.Given.storeWide;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.model.Benefit;
import com.truecart.model.Benefit.AmountOff;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.model.Promotion.Stage;
import com.truecart.model.Reward;
import com.truecart.model.Scope;
import com.truecart.model.Stacking;
import com.truecart.model.Trigger;
import com.truecart.pricing.Verdict.Missed;
import com.truecart.pricing.Verdict.RuledOut;
import com.truecart.pricing.Verdict.Shortfall;
import com.truecart.pricing.profile.EngineProfile;
import com.truecart.pricing.profile.EngineProfiles;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** One order at several stores of one platform. */
class PlatformPricerTest {

    private static final Promotion EVERY_300_LESS_50 =
            on(
                    "cross",
                    Stage.PLATFORM,
                    new Scope.WholeStore(),
                    new Trigger.Always(),
                    new Benefit.StepOff(hkd("300"), hkd("50"), Optional.empty()));

    @Test
    void aCrossStorePromotionIsSharedOverTheStoresToTheCent() {
        // 129.90, 89.90 and 80.30: 21.64, 14.97 and the rest, 13.39, to the last
        PricedPlatformCart priced =
                taobao(
                        Map.of(
                                "1", cart(List.of(line("a", "129.90", 1))),
                                "2", cart(List.of(line("a", "89.90", 1))),
                                "3", cart(List.of(line("a", "80.30", 1)))),
                        EVERY_300_LESS_50);
        assertThat(priced.stores().values().stream().map(PricedCart::payable))
                .containsExactly(hkd("108.26"), hkd("74.93"), hkd("66.91"));
        assertThat(priced.payable()).isEqualTo(hkd("250.10"));
        assertThat(priced.saved(EVERY_300_LESS_50)).isEqualTo(hkd("50.00"));
        assertThat(priced.notApplied()).isEmpty();
    }

    @Test
    void onTmallTheCrossStoreThresholdLooksAtThePriceBeforeTheCoupon() {
        PricedPlatformCart priced =
                taobao(
                        Map.of("1", cart(List.of(line("a", "400.00", 1)), coupon400Less380())),
                        on(
                                "cross",
                                Stage.PLATFORM,
                                new Scope.WholeStore(),
                                new Trigger.MinSpend(hkd("400")),
                                new AmountOff(hkd("50"), AmountOff.Per.ORDER)));
        assertThat(priced.payable()).isEqualTo(hkd("0.00"));
    }

    @Test
    void aShareBeyondWhatIsLeftOfAStoreIsLost() {
        // 600.00 is two steps, 100.00: 66.66 of it at a store where only 20.00 is left
        PricedPlatformCart priced =
                taobao(
                        Map.of(
                                "1", cart(List.of(line("a", "400.00", 1)), coupon400Less380()),
                                "2", cart(List.of(line("b", "200.00", 1)))),
                        EVERY_300_LESS_50);
        assertThat(priced.stores().values().stream().map(PricedCart::payable))
                .containsExactly(hkd("0.00"), hkd("166.66"));
        assertThat(priced.saved(EVERY_300_LESS_50)).isEqualTo(hkd("53.34"));
    }

    @Test
    void byOurRuleTheThresholdLooksAtWhatCouponsLeft() {
        PricedPlatformCart priced =
                priced(
                        EngineProfiles.OURS,
                        Map.of(
                                "1", cart(List.of(line("a", "400.00", 1)), coupon400Less380()),
                                "2", cart(List.of(line("b", "200.00", 1)))),
                        EVERY_300_LESS_50);
        assertThat(priced.payable()).isEqualTo(hkd("220.00"));
        assertThat(priced.notApplied())
                .containsExactly(
                        new NotApplied(
                                EVERY_300_LESS_50, new Missed(new Shortfall.Spend(hkd("80")))));
    }

    @Test
    void aScopeTakesSomeLinesOfSomeStores() {
        Promotion some =
                on(
                        "some",
                        Stage.PLATFORM,
                        new Scope.Listings(Set.of("a", "c")),
                        new Trigger.Always(),
                        new AmountOff(hkd("30"), AmountOff.Per.ORDER));
        PricedPlatformCart priced =
                priced(
                        EngineProfiles.OURS,
                        Map.of(
                                "1",
                                cart(List.of(line("a", "10.00", 1), line("b", "50.00", 1))),
                                "2",
                                cart(List.of(line("c", "50.00", 1)))),
                        some);
        assertThat(
                        requireNonNull(priced.stores().get("1")).lines().stream()
                                .map(PricedLine::payable))
                .containsExactly(hkd("5.00"), hkd("50.00"));
        assertThat(requireNonNull(priced.stores().get("2")).payable()).isEqualTo(hkd("25.00"));
    }

    @Test
    void whatThePlatformGivesBesideThePriceIsToldOnce() {
        Promotion gift =
                storeWide(
                        "gift",
                        Stage.PLATFORM,
                        new Trigger.Always(),
                        new Benefit.Gift("a bag", Optional.empty()));
        Promotion back =
                storeWide(
                        "back",
                        Stage.PLATFORM,
                        new Trigger.Always(),
                        new Benefit.ValueBack(
                                Benefit.ValueBack.Form.CASH_BACK,
                                new Reward.Rate(50_000),
                                Optional.of(hkd("8.00"))));
        PricedPlatformCart priced =
                priced(
                        EngineProfiles.OURS,
                        Map.of(
                                "1", cart(List.of(line("a", "100.00", 1))),
                                "2", cart(List.of(line("a", "100.00", 1)))),
                        gift,
                        back);
        assertThat(priced.gifts()).containsExactly(new GiftNote(gift, "a bag", Optional.empty()));
        assertThat(priced.valueBack())
                .containsExactly(
                        new ValueBackNote(back, Benefit.ValueBack.Form.CASH_BACK, hkd("8.00")));
        assertThat(priced.stores().values())
                .allSatisfy(cart -> {
                    assertThat(cart.gifts()).isEmpty();
                    assertThat(cart.valueBack()).isEmpty();
                    assertThat(cart.notApplied()).isEmpty();
                });
    }

    @Test
    void aPromotionTwoStoresStateAlikeIsReportedByBoth() {
        Promotion code =
                storeWide(
                        "code",
                        Stage.STORE_COUPON,
                        new Trigger.Code("X"),
                        new AmountOff(hkd("5"), AmountOff.Per.ORDER));
        PricedPlatformCart priced =
                priced(
                        EngineProfiles.OURS,
                        Map.of(
                                "1", cart(List.of(line("a", "10.00", 1)), code),
                                "2", cart(List.of(line("a", "10.00", 1)), code)));
        assertThat(priced.stores().values())
                .allSatisfy(cart ->
                        assertThat(cart.notApplied().stream().map(NotApplied::promotion))
                                .containsExactly(code));
    }

    @Test
    void withoutAPlatformPromotionEachStoreCostsWhatItCostsAlone() {
        for (EngineProfile profile : EngineProfiles.ALL_PROFILES) {
            Drawn drawn = new Drawn(31);
            int rounds =
                    profile.search() == EngineProfile.Search.BEST_SUBSET
                            ? Rounds.of(10)
                            : Rounds.of(100);
            for (int round = 0; round < rounds; round++) {
                StoreCart one = with(profile, drawn.cart());
                StoreCart other = with(profile, drawn.cart());
                Shopper shopper = drawn.shopper();
                PricedPlatformCart both =
                        new PlatformPricer()
                                .price(
                                        new PlatformCart(Map.of("1", one, "2", other), List.of()),
                                        new Shoppers(Map.of("1", shopper, "2", shopper), shopper),
                                        NOW);
                Money alone =
                        Given.priced(one, shopper)
                                .payable()
                                .plus(Given.priced(other, shopper).payable());
                assertThat(both.payable()).as(profile.name()).isEqualTo(alone);
            }
        }
    }

    @Test
    void anExclusiveOneOfAStoreLeavesNoRoomForThePlatformsAndNoneForOtherStores() {
        Promotion alone =
                storeWide(
                                "alone",
                                Stage.STORE_ORDER,
                                new Trigger.Always(),
                                new AmountOff(hkd("5"), AmountOff.Per.ORDER))
                        .with(Stacking.alone(0));
        Promotion plain =
                storeWide(
                        "plain",
                        Stage.STORE_COUPON,
                        new Trigger.Always(),
                        new AmountOff(hkd("7"), AmountOff.Per.ORDER));
        Promotion ofPlatform =
                storeWide(
                        "platform",
                        Stage.PLATFORM,
                        new Trigger.Always(),
                        new AmountOff(hkd("50"), AmountOff.Per.ORDER));
        PricedPlatformCart priced =
                priced(
                        EngineProfiles.OURS,
                        Map.of(
                                "1", cart(List.of(line("a", "100.00", 1)), alone),
                                "2", cart(List.of(line("a", "100.00", 1)), plain)),
                        ofPlatform);
        assertThat(priced.payable()).isEqualTo(hkd("188"));
        assertThat(priced.notApplied())
                .containsExactly(
                        new NotApplied(ofPlatform, new RuledOut(Verdict.Reason.DOES_NOT_COMBINE)));
    }

    @Test
    void aSetOfOneStoreIsNotMadeWholeByAnother() {
        Promotion set =
                storeWide(
                        "set",
                        Stage.QUANTITY,
                        new Trigger.Always(),
                        new Benefit.SetPrice(Map.of("cup", 1, "spoon", 2), hkd("40")));
        PricedPlatformCart priced =
                priced(
                        EngineProfiles.OURS,
                        Map.of(
                                "1", cart(List.of(line("cup", "30.00", 1)), set),
                                "2", cart(List.of(line("spoon", "8.00", 2)))));
        assertThat(requireNonNull(priced.stores().get("1")).notApplied())
                .containsExactly(new NotApplied(set, new Missed(new Shortfall.Units(2))));
    }

    @Test
    void whatIsConfirmedAtOneStoreCountsAtNoOther() {
        Promotion members =
                storeWide(
                        "members",
                        Stage.STORE_COUPON,
                        new Trigger.Member("the store"),
                        new AmountOff(hkd("5"), AmountOff.Per.ORDER));
        Promotion newHere =
                storeWide(
                        "new here",
                        Stage.STORE_ORDER,
                        new Trigger.NewCustomer(),
                        new AmountOff(hkd("2"), AmountOff.Per.ORDER));
        Promotion newcomers =
                storeWide(
                        "newcomers",
                        Stage.PLATFORM,
                        new Trigger.NewCustomer(),
                        new AmountOff(hkd("3"), AmountOff.Per.ORDER));
        PlatformCart cart =
                new PlatformCart(
                        Map.of(
                                "1", cart(List.of(line("a", "100.00", 1)), members, newHere),
                                "2", cart(List.of(line("a", "100.00", 1)), members, newHere)),
                        List.of(newcomers));
        Shopper member = Shopper.ANYONE.withMembership("the store").withNewCustomer(false);
        PricedPlatformCart priced =
                new PlatformPricer()
                        .price(
                                cart,
                                new Shoppers(
                                        Map.of("1", member), Shopper.ANYONE.withNewCustomer(true)),
                                NOW);
        assertThat(requireNonNull(priced.stores().get("1")).notApplied())
                .containsExactly(
                        new NotApplied(newHere, new RuledOut(Verdict.Reason.NOT_A_NEW_CUSTOMER)));
        assertThat(requireNonNull(priced.stores().get("2")).notApplied())
                .contains(
                        new NotApplied(
                                members,
                                new Verdict.Unknown(Verdict.Question.MEMBERSHIP, "the store")));
        assertThat(priced.payable()).isEqualTo(hkd("192.00"));
    }

    private static Promotion coupon400Less380() {
        return storeWide(
                "coupon",
                Stage.STORE_COUPON,
                new Trigger.MinSpend(hkd("400")),
                new AmountOff(hkd("380"), AmountOff.Per.ORDER));
    }

    private static PricedPlatformCart taobao(
            Map<String, StoreCart> stores, Promotion... promotions) {
        return priced(EngineProfiles.TAOBAO, stores, promotions);
    }

    private static PricedPlatformCart priced(
            EngineProfile profile, Map<String, StoreCart> stores, Promotion... promotions) {
        Map<String, StoreCart> carts = new TreeMap<>();
        stores.forEach((id, cart) -> carts.put(id, with(profile, cart)));
        return new PlatformPricer()
                .price(new PlatformCart(carts, List.of(promotions)), Shoppers.ANYONE, NOW);
    }

    private static StoreCart with(EngineProfile profile, StoreCart cart) {
        return new StoreCart(cart.lines(), cart.storePromotions(), cart.delivery(), profile);
    }
}
