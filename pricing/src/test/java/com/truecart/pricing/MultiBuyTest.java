package com.truecart.pricing;

import static com.truecart.model.Promotion.Stage.ITEM;
import static com.truecart.model.Promotion.Stage.QUANTITY;
import static com.truecart.model.Promotion.Stage.STORE_ORDER;
import static com.truecart.pricing.Given.always;
import static com.truecart.pricing.Given.cart;
import static com.truecart.pricing.Given.hkd;
import static com.truecart.pricing.Given.line;
import static com.truecart.pricing.Given.priced;
import static com.truecart.pricing.Offers.fromSpend;
import static com.truecart.pricing.Offers.offEachLine;
import static com.truecart.pricing.Offers.offer;
import static com.truecart.pricing.Offers.percent;
import static com.truecart.pricing.Offers.percentUpTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.model.Benefit;
import com.truecart.model.Benefit.BundleSave;
import com.truecart.model.Benefit.BuyXGetY;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.model.Scope;
import com.truecart.pricing.Verdict.Missed;
import com.truecart.pricing.Verdict.Reason;
import com.truecart.pricing.Verdict.RuledOut;
import com.truecart.pricing.Verdict.Shortfall;
import com.truecart.pricing.profile.EngineProfile;
import com.truecart.pricing.profile.EngineProfiles;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What multi-buys take off, off which lines, and what is said of those that do not apply. */
class MultiBuyTest {

    @Test
    void aLineWhoseUnitsFillNoGroupKeepsItsPrice() {
        Promotion pair = offer("A", QUANTITY, new Benefit.BundlePrice(2, hkd("50")));
        PricedCart priced =
                priced(
                        cart(
                                List.of(
                                        line("tea", "40", 1),
                                        line("rice", "40", 1),
                                        line("gum", "20", 1)),
                                pair));
        assertThat(priced.lines().stream().map(PricedLine::payable))
                .containsExactly(hkd("25"), hkd("25"), hkd("20"));
    }

    @Test
    void aLimitedPriceLowersOnlyTheLinesThatCostMore() {
        Promotion upToTwo = offer("A", ITEM, new Benefit.UnitPrice(hkd("25"), Optional.of(2)));
        for (EngineProfile profile : EngineProfiles.ALL_PROFILES) {
            if (profile.equals(EngineProfiles.VENDURE)) {
                // has no rule over several lines, and says so
                continue;
            }
            StoreCart cart = cart(List.of(line("tea", "40", 1), line("candy", "5", 1)), upToTwo);
            PricedCart priced =
                    priced(
                            new StoreCart(
                                    cart.lines(),
                                    cart.storePromotions(),
                                    cart.delivery(),
                                    profile));
            assertThat(priced.lines().stream().map(PricedLine::payable))
                    .as(profile.name())
                    .containsExactly(hkd("25"), hkd("5"));
        }
    }

    private static final List<CartLine> LINES = List.of(line("a", "10", 1), line("b", "3", 1));

    @Test
    void anAmountOffEachLineIsOffEachLineAndNeverMoreThanItCosts() {
        assertThat(pays(LINES, offEachLine("A", QUANTITY, 400)))
                .containsExactly(hkd("6"), hkd("0"));
        Promotion from13 = fromSpend(1300, offEachLine("A", QUANTITY, 100));
        assertThat(pays(LINES, from13)).containsExactly(hkd("9"), hkd("2"));
        Promotion from14 = fromSpend(1301, offEachLine("A", QUANTITY, 100));
        assertThat(pays(LINES, from14)).containsExactly(hkd("10"), hkd("3"));
    }

    @Test
    void aRateOnUnitsStopsAtItsCap() {
        assertThat(priced(cart(LINES, percent("A", QUANTITY, 10))).payable())
                .isEqualTo(hkd("11.70"));
        assertThat(priced(cart(LINES, percentUpTo("A", QUANTITY, 10, 100))).payable())
                .isEqualTo(hkd("12"));
        assertThat(priced(cart(LINES, percentUpTo("A", QUANTITY, 10, 200))).payable())
                .isEqualTo(hkd("11.70"));
    }

    @Test
    void whatIsGivenOnOtherLinesIsTakenOffThose() {
        Promotion get =
                offer(
                        "A",
                        QUANTITY,
                        new Benefit.BuyThisGetThat(
                                1,
                                new Scope.Listings(Set.of("b")),
                                1,
                                Money.PPM,
                                Optional.empty(),
                                false),
                        "a");
        assertThat(pays(LINES, get)).containsExactly(hkd("10"), hkd("0"));
        Promotion add =
                offer(
                        "A",
                        QUANTITY,
                        new Benefit.AddOnPrice(new Scope.Listings(Set.of("b")), hkd("1"), 1),
                        "a");
        assertThat(pays(LINES, add)).containsExactly(hkd("10"), hkd("1"));
    }

    @Test
    void ofTwoFullGroupsTheTwoDearestAreFree() {
        List<CartLine> six =
                List.of(
                        line("a", "60", 1),
                        line("b", "50", 1),
                        line("c", "40", 1),
                        line("d", "30", 1),
                        line("e", "20", 1),
                        line("f", "10", 1));
        Promotion dearest =
                offer("A", QUANTITY, new BuyXGetY(2, 1, Money.PPM, BuyXGetY.Pick.DEAREST));
        assertThat(priced(cart(six, dearest)).payable()).isEqualTo(hkd("100"));
        Promotion once =
                offer(
                        "A",
                        QUANTITY,
                        new BuyXGetY(2, 1, Money.PPM, BuyXGetY.Pick.DEAREST, Optional.of(1)));
        assertThat(priced(cart(six, once)).payable()).isEqualTo(hkd("150"));
        Promotion two = offer("A", QUANTITY, new BuyXGetY(1, 2, Money.PPM, BuyXGetY.Pick.DEAREST));
        assertThat(priced(cart(six, two)).payable()).as("60, 50, 40, 30").isEqualTo(hkd("30"));
    }

    @Test
    void whatASetLacksIsCountedPieceByPiece() {
        Promotion set =
                offer("set", QUANTITY, new Benefit.SetPrice(Map.of("a", 2, "b", 3), hkd("9")));
        assertThat(verdict(List.of(line("a", "10", 1), line("b", "3", 1)), set))
                .isEqualTo(new Missed(new Shortfall.Units(3)));
        assertThat(verdict(List.of(line("a", "10", 9), line("b", "3", 2)), set))
                .isEqualTo(new Missed(new Shortfall.Units(1)));
    }

    @Test
    void whereAThresholdMustBeExceededACentMoreIsMissing() {
        Promotion from10 = fromSpend(1000, offer("A", QUANTITY, new BundleSave(2, hkd("1"))));
        List<CartLine> ten = List.of(line("a", "5", 2));
        StoreCart spree =
                new StoreCart(ten, List.of(from10), Optional.empty(), EngineProfiles.SPREE);
        assertThat(priced(spree).notApplied())
                .containsExactly(
                        new NotApplied(from10, new Missed(new Shortfall.Spend(hkd("0.01")))));
        assertThat(priced(cart(ten, from10)).payable()).isEqualTo(hkd("9"));
    }

    @Test
    void ofEqualSavingsAnOfferKeepsItsOwn() {
        Promotion own = always("own", QUANTITY, new BundleSave(2, hkd("1")));
        Promotion store = offer("a store's", QUANTITY, new BundleSave(2, hkd("1")));
        List<CartLine> lines = List.of(line("a", "10", 2, own), line("b", "10", 1));
        PricedCart priced = priced(cart(lines, store));
        assertThat(priced.notApplied())
                .containsExactly(new NotApplied(store, new RuledOut(Reason.ANOTHER_SAVES_MORE)));
    }

    @Test
    void aMultiBuyOfTheStoreThatSavesLessIsSaidToSaveLess() {
        Promotion less = offer("less", QUANTITY, new BundleSave(2, hkd("1")));
        Promotion more = offer("more", QUANTITY, new BundleSave(2, hkd("2")));
        Promotion second = offer("second", QUANTITY, new Benefit.NthUnit(2, 100_000));
        PricedCart priced = priced(cart(List.of(line("a", "10", 2)), less, more, second));
        assertThat(priced.payable()).isEqualTo(hkd("18"));
        assertThat(priced.notApplied())
                .containsExactly(
                        new NotApplied(less, new RuledOut(Reason.ANOTHER_SAVES_MORE)),
                        new NotApplied(second, new RuledOut(Reason.ANOTHER_SAVES_MORE)));
    }

    @Test
    void anOfferOnTwoLinesIsOneOfferWhateverTheEngine() {
        Promotion twice = always("twice", ITEM, new Benefit.UnitPrice(hkd("25"), Optional.of(2)));
        Promotion pair = always("pair", QUANTITY, new Benefit.BundlePrice(2, hkd("60")));
        Promotion second = always("second", QUANTITY, new Benefit.NthUnit(2, 500_000));
        Benefit tenOff = new Benefit.AmountOff(hkd("10"), Benefit.AmountOff.Per.ORDER);
        Promotion once = always("once", STORE_ORDER, tenOff);
        for (EngineProfile profile : goingOverAllLines()) {
            assertThat(onTwoLines(profile, 2, twice)).as(profile.name()).isEqualTo(hkd("130"));
            assertThat(onTwoLines(profile, 1, pair)).as(profile.name()).isEqualTo(hkd("60"));
            assertThat(onTwoLines(profile, 1, second)).as(profile.name()).isEqualTo(hkd("60"));
            assertThat(onTwoLines(profile, 1, once)).as(profile.name()).isEqualTo(hkd("70"));
        }
    }

    /** All but Vendure, which goes line by line and has no rules over several. */
    private static List<EngineProfile> goingOverAllLines() {
        return EngineProfiles.ALL_PROFILES.stream()
                .filter(profile -> !profile.equals(EngineProfiles.VENDURE))
                .toList();
    }

    /** Rice at 40.00, so many units on each of two lines. */
    private static Money onTwoLines(EngineProfile profile, int units, Promotion stated) {
        OfferTerms rice = Given.offer("rice", "40", stated);
        return priced(
                        new StoreCart(
                                List.of(
                                        new CartLine("1", rice, units),
                                        new CartLine("2", rice, units)),
                                List.of(),
                                Optional.empty(),
                                profile))
                .payable();
    }

    private static Verdict verdict(List<CartLine> lines, Promotion promotion) {
        return priced(cart(lines, promotion)).notApplied().getFirst().verdict();
    }

    private static List<Money> pays(List<CartLine> lines, Promotion promotion) {
        return priced(cart(lines, promotion)).lines().stream().map(PricedLine::payable).toList();
    }
}
