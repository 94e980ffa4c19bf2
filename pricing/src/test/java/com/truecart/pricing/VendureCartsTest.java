package com.truecart.pricing;

import static com.truecart.model.Promotion.Stage.ITEM;
import static com.truecart.model.Promotion.Stage.QUANTITY;
import static com.truecart.model.Promotion.Stage.STORE_COUPON;
import static com.truecart.model.Promotion.Stage.STORE_ORDER;
import static com.truecart.pricing.Given.hkd;
import static com.truecart.pricing.Offers.freeDelivery;
import static com.truecart.pricing.Offers.fromCart;
import static com.truecart.pricing.Offers.fromSpend;
import static com.truecart.pricing.Offers.last;
import static com.truecart.pricing.Offers.off;
import static com.truecart.pricing.Offers.offEachLine;
import static com.truecart.pricing.Offers.offer;
import static com.truecart.pricing.Offers.percent;
import static com.truecart.pricing.Offers.percentUpTo;
import static com.truecart.pricing.Offers.priority;
import static com.truecart.pricing.profile.EngineProfiles.VENDURE;
import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.model.Benefit;
import com.truecart.model.Benefit.ValueBack;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.model.Reward;
import com.truecart.model.Scope;
import com.truecart.model.Stacking;
import com.truecart.pricing.Verdict.Flaw;
import com.truecart.pricing.Verdict.Missed;
import com.truecart.pricing.Verdict.Reason;
import com.truecart.pricing.Verdict.Refused;
import com.truecart.pricing.Verdict.RuledOut;
import com.truecart.pricing.Verdict.Shortfall;
import com.truecart.pricing.profile.EngineProfile;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Vendure's habits on carts worked by hand; that they are its habits is proven against the real
 * program in {@code benchmarks}.
 */
class VendureCartsTest {

    private static Golden cart(String name, long... prices) {
        return Golden.cart(VENDURE, name, prices);
    }

    static Stream<Golden> carts() {
        return Stream.of(
                cart("the earliest of lines rounded up alike give back", 1000, 1000, 1000)
                        .with(off("A", STORE_ORDER, 1000))
                        .pays(667, 667, 666)
                        .total(2000),
                cart("half a cent off a line is not given", 50)
                        .with(percent("A", ITEM, 5))
                        .pays(48)
                        .total(48),
                cart("half a cent off the order is not given", 9995)
                        .with(percent("A", STORE_ORDER, 10))
                        .pays(8996)
                        .total(8996),
                cart("seven per cent of fifty are above a half in binary floating point", 50)
                        .with(percent("A", ITEM, 7))
                        .pays(46)
                        .total(46),
                cart("off the order too", 50).with(percent("A", STORE_ORDER, 7)).pays(46).total(46),
                cart("a rate off a line is rounded once for its units")
                        .line(999, 3)
                        .with(percent("A", ITEM, 15))
                        .pays(2547)
                        .total(2547),
                cart("two rates off a line are both of its first price", 10000)
                        .with(percent("A", ITEM, 10), percent("B", ITEM, 10))
                        .pays(8000)
                        .total(8000),
                cart("two rates off the order are each of what is left", 10000)
                        .with(percent("A", STORE_ORDER, 10), percent("B", STORE_COUPON, 10))
                        .pays(8100)
                        .total(8100),
                cart("an amount off each line", 1000, 300)
                        .with(offEachLine("A", ITEM, 400))
                        .pays(600, 0)
                        .total(600),
                cart("a line sees what the rule before it took off it", 10000)
                        .with(
                                priority(1, percent("A", ITEM, 10)),
                                priority(2, fromSpend(9500, percent("B", ITEM, 50))))
                        .pays(9000)
                        .total(9000),
                cart("a coupon sees what the order promotion left", 7000)
                        .with(
                                priority(1, percent("A", STORE_COUPON, 50)),
                                priority(2, fromSpend(6000, off("B", STORE_COUPON, 1000))))
                        .pays(3500)
                        .total(3500),
                cart("the fee is taken off once all else is done", 7000)
                        .with(percent("A", STORE_ORDER, 50), freeDelivery("B"))
                        .delivered(500)
                        .pays(3500)
                        .total(3500)
                        .fee(0),
                cart("one of two units free, as a share of the line")
                        .line(333, 2)
                        .with(
                                offer(
                                        "A",
                                        ITEM,
                                        new Benefit.BuyThisGetThat(
                                                1,
                                                new Scope.WholeStore(),
                                                1,
                                                Money.PPM,
                                                Optional.empty(),
                                                false)))
                        .pays(333)
                        .total(333));
    }

    @ParameterizedTest
    @MethodSource("carts")
    void isAskedAsByTheEngine(Golden golden) {
        golden.check();
    }

    @Test
    void inTheSecondPassEachLineStillCarriesTheFirstPassUntilItsTurn() {
        Promotion half = fromCart(12000, percent("1", ITEM, 50, "1"));
        Promotion ten = fromCart(10000, percent("2", ITEM, 10, "2"));
        // first: 60.00 is halved at 120.00, and 90.00 do not reach the 100.00 of the second line;
        // second: the first line is asked at 90.00 and stands at 60.00, so the second sees 120.00
        assertThat(passes(1, half, ten)).containsExactly(hkd("30"), hkd("60"));
        assertThat(passes(2, half, ten)).containsExactly(hkd("60"), hkd("54"));
    }

    @Test
    void whatTakesNothingOffALineTellsNoNewTotals() {
        Promotion half = fromCart(500, priority(2, percent("2", ITEM, 50, "2")));
        Promotion most = percent("O", STORE_ORDER, 99);
        // a hundredth of a cent of 100.00 is no cent
        Promotion nothing =
                priority(1, offer("0", ITEM, new Benefit.PercentOff(1, Optional.empty()), "2"));
        // second pass: the second line is asked at 1.00 and what is left of its 50.00
        for (Promotion[] promotions : new Promotion[][] {{half, most}, {nothing, half, most}}) {
            StoreCart cart = cart("", 100, 10_000).with(promotions).cart();
            assertThat(priced(cart, VENDURE.inPasses(1)).payable()).isEqualTo(hkd("0.51"));
            assertThat(priced(cart, VENDURE.inPasses(2)).payable()).isEqualTo(hkd("1.01"));
        }
    }

    @Test
    void inOnePassALineSeesWhatTheRuleBeforeTookOffIt() {
        Promotion ten = priority(1, percent("1", ITEM, 10));
        Promotion half = fromSpend(9500, priority(2, percent("2", ITEM, 50)));
        StoreCart cart = cart("", 10000).with(ten, half).cart();
        assertThat(priced(cart, VENDURE.inPasses(1)).payable()).isEqualTo(hkd("90"));
    }

    @Test
    void everyPassBeginsTheFeeAnew() {
        Promotion halfFee = offer("A", STORE_ORDER, new Benefit.DeliveryOff(500_000));
        Golden golden = cart("", 7000).with(halfFee).delivered(500);
        for (int passes = 1; passes <= 3; passes++) {
            PricedCart priced = priced(golden.cart(), VENDURE.inPasses(passes));
            assertThat(priced.delivery()).contains(hkd("2.50"));
            assertThat(priced.steps())
                    .filteredOn(step -> step.promotion().equals(Optional.of(halfFee)))
                    .extracting(PriceStep::change)
                    .containsExactly(hkd("-2.50"));
        }
    }

    @Test
    void nothingOnALineIsLookedAtAfterALastOne() {
        Promotion first = last(1, percent("1", ITEM, 10));
        Promotion points =
                offer(
                                "2",
                                ITEM,
                                new ValueBack(
                                        ValueBack.Form.POINTS,
                                        new Reward.Rate(10_000),
                                        Optional.empty()))
                        .with(Stacking.priority(2));
        PricedCart priced =
                priced(cart("", 10000, 10000).with(first, points).cart(), VENDURE.inPasses(1));
        assertThat(priced.payable()).isEqualTo(hkd("180"));
        assertThat(priced.valueBack()).isEmpty();
        assertThat(priced.notApplied())
                .containsExactly(new NotApplied(points, new RuledOut(Reason.DOES_NOT_COMBINE)));
    }

    @Test
    void aLastOneThatTakesNothingEndsNothing() {
        Promotion nothing =
                last(1, offer("1", ITEM, new Benefit.UnitPrice(hkd("150"), Optional.empty())));
        Promotion ten = priority(2, percent("2", ITEM, 10));
        PricedCart priced = Given.priced(cart("", 10000).with(nothing, ten).cart());
        assertThat(priced.payable()).isEqualTo(hkd("90"));
        assertThat(priced.notApplied())
                .containsExactly(new NotApplied(nothing, new RuledOut(Reason.NO_GAIN)));
    }

    @Test
    void anExclusiveOneOnALineStandsAlone() {
        Promotion alone = percent("1", ITEM, 10).with(Stacking.alone(1));
        Promotion other = priority(2, percent("2", ITEM, 10));
        PricedCart priced = Given.priced(cart("", 10000).with(alone, other).cart());
        assertThat(priced.payable()).isEqualTo(hkd("90"));
        assertThat(priced.notApplied())
                .containsExactly(new NotApplied(other, new RuledOut(Reason.DOES_NOT_COMBINE)));
    }

    @Test
    void whatIsMissingOnALineIsMissingAtItsTurn() {
        Promotion ten = priority(1, percent("1", ITEM, 10));
        Promotion more = fromSpend(9500, priority(2, percent("2", ITEM, 10)));
        PricedCart priced = Given.priced(cart("", 10000).with(ten, more).cart());
        assertThat(priced.notApplied())
                .containsExactly(new NotApplied(more, new Missed(new Shortfall.Spend(hkd("5")))));
    }

    @Test
    void whatNeedsSeveralLinesTogetherIsNoRuleOfItsAndRefusedByName() {
        for (Promotion together :
                List.of(
                        offer("3 for 50", QUANTITY, new Benefit.BundlePrice(3, hkd("50"))),
                        percentUpTo("at most 10", ITEM, 20, 1000),
                        off("once", ITEM, 1000),
                        offer("2 or more", QUANTITY, new Benefit.QuantityPercent(2, 100_000)))) {
            PricedCart priced = Given.priced(cart("", 2000, 2500, 3000).with(together).cart());
            assertThat(priced.payable()).isEqualTo(hkd("75"));
            assertThat(priced.notApplied())
                    .containsExactly(
                            new NotApplied(together, new Refused(Flaw.NO_SUCH_RULE, "vendure")));
        }
    }

    @Test
    void onOneLineNothingNeedsAnother() {
        Promotion capped = percentUpTo("at most 10", ITEM, 20, 1000);
        PricedCart priced = Given.priced(cart("", 10000).with(capped).cart());
        assertThat(priced.payable()).isEqualTo(hkd("90"));
    }

    private static List<Money> passes(int times, Promotion... promotions) {
        StoreCart cart = cart("", 6000, 6000).with(promotions).cart();
        return priced(cart, VENDURE.inPasses(times)).lines().stream()
                .map(PricedLine::payable)
                .toList();
    }

    private static PricedCart priced(StoreCart cart, EngineProfile profile) {
        return Given.priced(
                new StoreCart(cart.lines(), cart.storePromotions(), cart.delivery(), profile));
    }
}
