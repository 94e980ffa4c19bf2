package com.truecart.pricing;

import static com.truecart.model.Promotion.Stage.DELIVERY;
import static com.truecart.model.Promotion.Stage.ITEM;
import static com.truecart.model.Promotion.Stage.PLATFORM;
import static com.truecart.model.Promotion.Stage.QUANTITY;
import static com.truecart.model.Promotion.Stage.STORE_ORDER;
import static com.truecart.pricing.Given.NOW;
import static com.truecart.pricing.Given.always;
import static com.truecart.pricing.Given.cart;
import static com.truecart.pricing.Given.delivered;
import static com.truecart.pricing.Given.hkd;
import static com.truecart.pricing.Given.line;
import static com.truecart.pricing.Given.priced;
import static com.truecart.pricing.Offers.fromSpend;
import static com.truecart.pricing.Offers.off;
import static com.truecart.pricing.Offers.offer;
import static com.truecart.pricing.Offers.percentUpTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.model.Benefit;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.model.Promotion.Stage;
import com.truecart.model.Scope;
import com.truecart.pricing.Verdict.Question;
import com.truecart.pricing.Verdict.Reason;
import com.truecart.pricing.Verdict.RuledOut;
import com.truecart.pricing.Verdict.Unknown;
import com.truecart.pricing.profile.EngineProfile;
import com.truecart.pricing.profile.EngineProfiles;
import com.truecart.pricing.profile.Lane;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a stated promotion is taken for, before anything is worked out. */
class RuleBookTest {

    private static final List<CartLine> HUNDRED = List.of(line("a", "100", 1));

    @Test
    void freeDeliveryIsTakenOffTheFeeAtWhateverStageItIsStated() {
        for (EngineProfile engine : EngineProfiles.ALL_PROFILES) {
            for (Stage stage : Stage.values()) {
                Promotion free = offer("free", stage, new Benefit.DeliveryOff(Money.PPM));
                StoreCart cart = delivered(cart(HUNDRED, free), "30", Optional.empty());
                PricedCart priced = priced(in(engine, cart));
                assertThat(priced.delivery()).as(engine.name() + stage).contains(hkd("0"));
                assertThat(priced.goods()).as(engine.name() + stage).isEqualTo(hkd("100"));
            }
        }
    }

    @Test
    void whatTheShopperPaysWithIsNoDiscountForThresholds() {
        Promotion order = fromSpend(10000, off("order", STORE_ORDER, 1000));
        for (EngineProfile engine : EngineProfiles.ALL_PROFILES) {
            Promotion points =
                    offer("points", ITEM, new Benefit.StoredValue(hkd("50"), 1_000_000, hkd("1")));
            Promotion deposit =
                    offer("deposit", ITEM, new Benefit.DepositBoost(hkd("10"), hkd("60")));
            boolean isAbove = engine.lanes().stream().anyMatch(RuleBookTest::isOnlyAbove);
            Money taken = isAbove ? hkd("50") : hkd("40");
            assertThat(priced(in(engine, cart(HUNDRED, points, order))).payable())
                    .as(engine.name())
                    .isEqualTo(taken);
            assertThat(priced(in(engine, cart(HUNDRED, deposit, order))).payable())
                    .as(engine.name())
                    .isEqualTo(taken);
        }
    }

    @Test
    void aMultiBuyStatedAsAUnitPriceStandsBesideASalePrice() {
        Promotion sale = always("sale", ITEM, new Benefit.UnitPrice(hkd("8"), Optional.empty()));
        Promotion second = always("second", ITEM, new Benefit.NthUnit(2, 500_000));
        assertThat(priced(cart(List.of(line("a", "10", 2, sale, second)))).payable())
                .isEqualTo(hkd("12"));
        Promotion get =
                always(
                        "get",
                        ITEM,
                        new Benefit.BuyThisGetThat(
                                1, new Scope.ThisOffer(), 1, 500_000, Optional.empty(), false));
        assertThat(priced(cart(List.of(line("a", "10", 2, sale, get)))).payable())
                .isEqualTo(hkd("12"));
    }

    @Test
    void whatIsGivenOnceOverTheStoreStandsBesideASalePrice() {
        Promotion sale = always("sale", ITEM, new Benefit.UnitPrice(hkd("90"), Optional.empty()));
        for (Promotion once :
                List.of(
                        off("once", ITEM, 500),
                        percentUpTo("once", ITEM, 50, 500),
                        offer(
                                "once",
                                ITEM,
                                new Benefit.StepOff(hkd("90"), hkd("5"), Optional.of(1))),
                        offer("once", ITEM, new Benefit.UnitPrice(hkd("85"), Optional.of(1))))) {
            assertThat(priced(cart(List.of(line("a", "100", 1, sale)), once)).payable())
                    .as(once.toString())
                    .isEqualTo(hkd("85"));
        }
    }

    @Test
    void whatIsGivenOnceOnOneOfferCompetesWithItsSalePrice() {
        Promotion sale = always("sale", ITEM, new Benefit.UnitPrice(hkd("90"), Optional.empty()));
        Promotion once =
                always("once", ITEM, new Benefit.PercentOff(500_000, Optional.of(hkd("5"))));
        assertThat(priced(cart(List.of(line("a", "100", 1, sale, once)))).payable())
                .isEqualTo(hkd("90"));
        Promotion rate = offer("rate", ITEM, new Benefit.PercentOff(50_000, Optional.empty()));
        assertThat(priced(cart(List.of(line("a", "100", 1, sale)), rate)).payable())
                .isEqualTo(hkd("90"));
    }

    @Test
    void aRewardThatIsNotInTheCartIsSaidToBeMissing() {
        Promotion drink =
                offer(
                        "drink",
                        QUANTITY,
                        new Benefit.BuyThisGetThat(
                                1,
                                new Scope.Listings(Set.of("juice")),
                                1,
                                Money.PPM,
                                Optional.empty(),
                                false));
        assertThat(priced(cart(HUNDRED, drink)).notApplied())
                .containsExactly(new NotApplied(drink, new RuledOut(Reason.NOTHING_IN_SCOPE)));
    }

    @Test
    void aRewardNobodyCanNameIsAQuestionInTheStoresWords() {
        Promotion add =
                offer(
                        "add",
                        QUANTITY,
                        new Benefit.AddOnPrice(
                                new Scope.Unmodelled("selected bowls"), hkd("9"), 1));
        assertThat(priced(cart(HUNDRED, add)).notApplied())
                .containsExactly(
                        new NotApplied(add, new Unknown(Question.WORDS, "selected bowls")));
    }

    @Test
    void aPlatformsFreeDeliveryTakesTheFeeOfEveryStore() {
        Promotion free = offer("free", DELIVERY, new Benefit.DeliveryOff(Money.PPM));
        Promotion ten = offer("ten", PLATFORM, new Benefit.PercentOff(100_000, Optional.empty()));
        PlatformCart carts =
                new PlatformCart(
                        Map.of(
                                "1", delivered(cart(HUNDRED), "5", Optional.empty()),
                                "2", delivered(cart(HUNDRED), "6", Optional.empty())),
                        List.of(free, ten));
        PricedPlatformCart priced = new PlatformPricer().price(carts, Shoppers.ANYONE, NOW);
        assertThat(priced.saved(free)).isEqualTo(hkd("11"));
        assertThat(priced.saved(ten)).isEqualTo(hkd("20"));
        assertThat(priced.payable()).isEqualTo(hkd("180"));
    }

    @Test
    void aStoresFreeDeliveryTakesItsOwnFeeOnly() {
        Promotion free = offer("free", DELIVERY, new Benefit.DeliveryOff(Money.PPM));
        PlatformCart carts =
                new PlatformCart(
                        Map.of(
                                "1", delivered(cart(HUNDRED, free), "5", Optional.empty()),
                                "2", delivered(cart(HUNDRED), "6", Optional.empty())),
                        List.of());
        PricedPlatformCart priced = new PlatformPricer().price(carts, Shoppers.ANYONE, NOW);
        assertThat(priced.payable()).isEqualTo(hkd("206"));
        assertThat(priced.stores().values().stream().map(PricedCart::delivery))
                .containsExactly(Optional.of(hkd("0")), Optional.of(hkd("6")));
    }

    @Test
    void whoTakesTheOddCentDoesNotDependOnTheOrderOfLines() {
        CartLine a = line("a", "10", 1);
        CartLine b = line("b", "10", 1);
        Promotion cent = off("cent", STORE_ORDER, 1);
        assertThat(pays(priced(cart(List.of(a, b), cent)), "a")).isEqualTo(hkd("9.99"));
        assertThat(pays(priced(cart(List.of(b, a), cent)), "a")).isEqualTo(hkd("9.99"));
        PricedCart asInCart = priced(in(EngineProfiles.SPREE, cart(List.of(b, a), cent)));
        assertThat(pays(asInCart, "a")).isEqualTo(hkd("10"));
    }

    private static Money pays(PricedCart priced, String line) {
        return priced.lines().stream()
                .filter(each -> each.line().lineId().equals(line))
                .map(PricedLine::payable)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isOnlyAbove(Lane lane) {
        return lane.stages().containsKey(STORE_ORDER) && lane.reached() == Lane.Reached.ABOVE;
    }

    private static StoreCart in(EngineProfile engine, StoreCart cart) {
        return new StoreCart(cart.lines(), cart.storePromotions(), cart.delivery(), engine);
    }
}
