package com.truecart.pricing;

import static com.truecart.model.Promotion.Stage.DELIVERY;
import static com.truecart.model.Promotion.Stage.ITEM;
import static com.truecart.model.Promotion.Stage.QUANTITY;
import static com.truecart.model.Promotion.Stage.STORE_ORDER;
import static com.truecart.pricing.Golden.cents;
import static com.truecart.pricing.Offers.freeDelivery;
import static com.truecart.pricing.Offers.fromSpend;
import static com.truecart.pricing.Offers.off;
import static com.truecart.pricing.Offers.offer;
import static com.truecart.pricing.Offers.percent;
import static com.truecart.pricing.Offers.percentUpTo;
import static com.truecart.pricing.Offers.ppm;
import static com.truecart.pricing.profile.EngineProfiles.MEDUSA;
import static com.truecart.pricing.profile.EngineProfiles.SYLIUS;
import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.model.Benefit;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Medusa's golden carts, see {@code docs/engine-profiles.md}. The engine keeps shares unrounded;
 * lines are ours to the cent, the total is the engine's.
 */
class MedusaCartsTest {

    private static Golden cart(String name, long... prices) {
        return Golden.cart(MEDUSA, name, prices);
    }

    private static Benefit twoAndOne(int times) {
        return new Benefit.BuyXGetY(
                2, 1, ppm(100), Benefit.BuyXGetY.Pick.CHEAPEST, Optional.of(times));
    }

    static Stream<Golden> carts() {
        return Stream.of(
                cart("G1 nothing is rounded before the total", 1000, 1000, 1000)
                        .with(off("A", STORE_ORDER, 1000))
                        .pays(666, 667, 667)
                        .total(2000),
                cart("G2 shares by price", 9000, 1000)
                        .with(off("A", STORE_ORDER, 1000))
                        .pays(8100, 900)
                        .total(9000),
                cart("G3 20 before 10.00", 10000)
                        .with(off("A", STORE_ORDER, 1000), percent("B", ITEM, 20))
                        .pays(7000)
                        .total(7000),
                cart("M3b 30.00 before 20", 10000)
                        .with(off("A", STORE_ORDER, 3000), percent("B", ITEM, 20))
                        .pays(5600)
                        .total(5600),
                cart("G4 the delivery option's own rule looks at what is left", 7000)
                        .with(percent("A", STORE_ORDER, 50))
                        .delivered(500, 6000)
                        .pays(3500)
                        .total(3500)
                        .fee(500),
                cart("G4 a promotion's rule looks at the subtotal", 7000)
                        .with(percent("A", STORE_ORDER, 50), fromSpend(6000, freeDelivery("B")))
                        .delivered(500)
                        .pays(3500)
                        .total(3500)
                        .fee(0),
                cart("G5 100 before 30.00", 2500, 5000, 7500)
                        .with(off("A", STORE_ORDER, 3000), percent("B", ITEM, 100, "1"))
                        .pays(0, 3800, 5700)
                        .total(9500),
                cart("M8 the first lines use the cap up", 3333, 3333, 3334)
                        .with(percentUpTo("A", STORE_ORDER, 15, 1000))
                        .pays(2833, 2833, 3334)
                        .total(9000),
                cart("M9 parts of a cent add up", 1999, 999, 501)
                        .with(percent("A", STORE_ORDER, 15))
                        .pays(1699, 849, 426)
                        .total(2974),
                cart("M11 buy 2 get 1, seven")
                        .line(1000, 7)
                        .with(offer("A", QUANTITY, twoAndOne(10)))
                        .pays(5000)
                        .total(5000),
                cart("M11 buy 2 get 1, once")
                        .line(1000, 7)
                        .with(offer("A", QUANTITY, twoAndOne(1)))
                        .pays(6000)
                        .total(6000));
    }

    @Test
    void anUndiscountedLineKeepsItsPriceAndTheTotalIsRoundedOnce() {
        // 1000.00 + 0.099 + 0.099 + 0.0069 are 1000.2049
        cart("", 100000, 11, 11, 1)
                .with(percent("A", ITEM, 10, "2", "3"), percent("B", ITEM, 31, "4"))
                .pays(100000, 10, 10, 0)
                .total(100020)
                .check();
    }

    @Test
    void halfACentIsHalfACentHoweverManyLinesItIsSpreadOver() {
        // 622.85 less 20.00, less a tenth, are 542.565; seen at a real shop: 542.57
        cart("", 20095, 20095, 11047, 11048)
                .with(off("A", STORE_ORDER, 2000), percent("B", ITEM, 10))
                .pays(17505, 17505, 9623, 9624)
                .total(54257)
                .check();
    }

    @Test
    void goodsAndFeeAreRoundedOnceTogether() {
        // 9.054 and 3.3335 are 12.3875; rounded apart they would be 12.38
        cart("", 1006)
                .with(
                        percent("A", ITEM, 10),
                        offer("B", DELIVERY, new Benefit.DeliveryOff(333_300, Optional.empty())))
                .delivered(500)
                .pays(906)
                .total(906)
                .fee(333)
                .check();
    }

    @Test
    void aTenThousandthOffALineIsNothing() {
        // 0.0001 off each; 0.594 if it were taken
        Golden cents = cart("").with(percent("A", ITEM, 1));
        IntStream.range(0, 60).forEach(_ -> cents.line(1, 1));
        assertThat(Given.priced(cents.cart()).payable()).isEqualTo(cents(60));
        Golden twos = cart("").with(percent("A", ITEM, 1));
        IntStream.range(0, 60).forEach(_ -> twos.line(2, 1));
        assertThat(Given.priced(twos.cart()).payable()).isEqualTo(cents(119));
    }

    /** Medusa orders by the bare number alone, so its database decides: seen both ways. */
    @Nested
    class OfTwoEqualNumbersOnlyTheFirstIsPricedAndOfTheOtherItIsSaid {

        @Test
        void whereAShareAndAnAmountMeet() {
            PricedCart priced =
                    price(cart("", 10000).with(off("A", ITEM, 2000), percent("B", ITEM, 20)));
            // 64.00 or 60.00
            assertThat(priced.payable()).isEqualTo(cents(8000));
            assertThat(saidOf(priced)).containsExactly("B: NO_ORDER A");
        }

        @Test
        void whereTwoAmountsAreDividedOverUnlikeLines() {
            PricedCart priced =
                    price(
                            cart("", 100, 25)
                                    .with(
                                            off("A", STORE_ORDER, 99),
                                            off("B", STORE_ORDER, 99, "1")));
            // 0.05 or nothing
            assertThat(priced.payable()).isEqualTo(cents(26));
            assertThat(saidOf(priced)).containsExactly("B: NO_ORDER A");
        }

        @Test
        void whereBothLowerTheFee() {
            PricedCart priced =
                    price(
                            cart("", 10000)
                                    .with(
                                            offer(
                                                    "A",
                                                    DELIVERY,
                                                    new Benefit.DeliveryOff(
                                                            200_000, Optional.empty())),
                                            offer(
                                                    "B",
                                                    DELIVERY,
                                                    new Benefit.DeliveryOff(
                                                            1_000_000, Optional.of(cents(2000)))))
                                    .delivered(3000));
            // 4.00 or 8.00
            assertThat(priced.delivery()).contains(cents(2400));
            assertThat(saidOf(priced)).containsExactly("B: NO_ORDER A");
        }

        @Test
        void whereAnyOfThreeWouldChangeThePrice() {
            PricedCart priced =
                    price(
                            cart("", 10000)
                                    .with(
                                            percent("A", ITEM, 20),
                                            percent("B", ITEM, 20),
                                            off("C", ITEM, 2000)));
            assertThat(priced.payable()).isEqualTo(cents(6400));
            assertThat(saidOf(priced)).containsExactly("C: NO_ORDER A");
        }

        @Test
        void butAllArePricedWhereTheirOrderChangesNothing() {
            PricedCart shares =
                    price(cart("", 10000).with(percent("A", ITEM, 20), percent("B", ITEM, 20)));
            assertThat(shares.payable()).isEqualTo(cents(6400));
            assertThat(saidOf(shares)).isEmpty();
            PricedCart apart =
                    price(
                            cart("", 10000, 5000)
                                    .with(off("A", ITEM, 2000, "1"), percent("B", ITEM, 20, "2")));
            assertThat(apart.payable()).isEqualTo(cents(12000));
            assertThat(saidOf(apart)).isEmpty();
        }

        @Test
        void andAnEngineThatStatesItsOrderHasNoEquals() {
            PricedCart priced =
                    price(
                            Golden.cart(SYLIUS, "", 10000)
                                    .with(off("A", ITEM, 2000), percent("B", ITEM, 20)));
            assertThat(saidOf(priced)).isEmpty();
        }

        private static PricedCart price(Golden golden) {
            return Given.priced(golden.cart());
        }

        private static List<String> saidOf(PricedCart priced) {
            return priced.notApplied().stream()
                    .filter(each -> each.verdict() instanceof Verdict.Refused)
                    .map(each -> {
                        Verdict.Refused refused = (Verdict.Refused) each.verdict();
                        return "%s: %s %s"
                                .formatted(
                                        each.promotion().ref(), refused.flaw(), refused.detail());
                    })
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("carts")
    void isAskedAsByTheEngine(Golden golden) {
        golden.check();
    }
}
