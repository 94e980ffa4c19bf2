package com.truecart.pricing;

import static com.truecart.model.Promotion.Stage.ITEM;
import static com.truecart.model.Promotion.Stage.STORE_ORDER;
import static com.truecart.pricing.Offers.freeDelivery;
import static com.truecart.pricing.Offers.fromSpend;
import static com.truecart.pricing.Offers.off;
import static com.truecart.pricing.Offers.percent;
import static com.truecart.pricing.Offers.priority;
import static com.truecart.pricing.profile.EngineProfiles.SYLIUS;

import com.truecart.model.Stacking;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sylius' golden carts, see {@code docs/engine-profiles.md}. */
class SyliusCartsTest {

    private static Golden cart(String name, long... prices) {
        return Golden.cart(SYLIUS, name, prices);
    }

    static Stream<Golden> carts() {
        return Stream.of(
                cart("G1 the first line takes the odd cent", 1000, 1000, 1000)
                        .with(off("A", STORE_ORDER, 1000))
                        .pays(666, 667, 667)
                        .total(2000),
                cart("G2 shares by price", 9000, 1000)
                        .with(off("A", STORE_ORDER, 1000))
                        .pays(8100, 900)
                        .total(9000),
                cart("G3 unit rate, then amount", 10000)
                        .with(
                                priority(2, percent("A", ITEM, 20)),
                                priority(1, off("B", STORE_ORDER, 1000)))
                        .pays(7000)
                        .total(7000),
                cart("G3 amount, then unit rate of the original price", 10000)
                        .with(
                                priority(1, percent("A", ITEM, 20)),
                                priority(2, off("B", STORE_ORDER, 1000)))
                        .pays(7000)
                        .total(7000),
                cart("G3 amount, then order rate of what is left", 10000)
                        .with(
                                priority(1, percent("A", STORE_ORDER, 20)),
                                priority(2, off("B", STORE_ORDER, 1000)))
                        .pays(7200)
                        .total(7200),
                cart("G3 order rate, then amount", 10000)
                        .with(
                                priority(2, percent("A", STORE_ORDER, 20)),
                                priority(1, off("B", STORE_ORDER, 1000)))
                        .pays(7000)
                        .total(7000),
                cart("G3 the exclusive one alone", 10000)
                        .with(
                                percent("A", STORE_ORDER, 20),
                                off("B", STORE_ORDER, 1000).with(Stacking.alone(0)))
                        .pays(9000)
                        .total(9000),
                cart("G4 free delivery tested after the rate", 7000)
                        .with(
                                priority(2, percent("A", STORE_ORDER, 50)),
                                priority(1, fromSpend(6000, freeDelivery("B"))))
                        .delivered(500)
                        .pays(3500)
                        .total(3500)
                        .fee(500),
                cart("G4 free delivery tested before the rate, and not taken back", 7000)
                        .with(
                                priority(1, percent("A", STORE_ORDER, 50)),
                                priority(2, fromSpend(6000, freeDelivery("B"))))
                        .delivered(500)
                        .pays(3500)
                        .total(3500)
                        .fee(0),
                cart("an exclusive promotion stops free delivery too", 7000)
                        .with(
                                percent("A", STORE_ORDER, 10).with(Stacking.alone(1)),
                                priority(2, freeDelivery("B")))
                        .delivered(500)
                        .pays(6300)
                        .total(6300)
                        .fee(500),
                cart("the store's own free delivery looks at what is left", 7000)
                        .with(percent("A", STORE_ORDER, 50))
                        .delivered(500, 6000)
                        .pays(3500)
                        .total(3500)
                        .fee(500),
                cart("the store's own free delivery is had beside a promotion on the fee", 7000)
                        .with(percent("A", STORE_ORDER, 10), freeDelivery("B"))
                        .delivered(500, 6000)
                        .pays(6300)
                        .total(6300)
                        .fee(0),
                cart("a free line first gives nothing back", 0, 1000, 1000, 1000)
                        .with(off("A", STORE_ORDER, 500))
                        .pays(0, 834, 833, 833)
                        .total(2500),
                cart("G5 the amount first, then a free line", 2500, 5000, 7500)
                        .with(
                                priority(2, off("A", STORE_ORDER, 3000)),
                                priority(1, percent("B", ITEM, 100, "1")))
                        .pays(0, 4000, 6000)
                        .total(10000),
                cart("G5 the free line first, then the amount", 2500, 5000, 7500)
                        .with(
                                priority(1, off("A", STORE_ORDER, 3000)),
                                priority(2, percent("B", ITEM, 100, "1")))
                        .pays(0, 3800, 5700)
                        .total(9500),
                cart("G6 each unit rounded")
                        .line(999, 3)
                        .line(495, 1)
                        .line(50, 1)
                        .with(percent("A", ITEM, 15))
                        .pays(2547, 421, 42)
                        .total(3010),
                cart("G6 the order rounded once")
                        .line(999, 3)
                        .line(495, 1)
                        .line(50, 1)
                        .with(percent("A", STORE_ORDER, 15))
                        .pays(2547, 421, 43)
                        .total(3011),
                cart("G7 odd prices", 999, 555, 333)
                        .with(off("A", STORE_ORDER, 1000))
                        .pays(469, 261, 157)
                        .total(887),
                cart("G9 a free first line loses the odd cent", 1000, 1000, 1000, 1000)
                        .with(
                                priority(2, percent("A", ITEM, 100, "1")),
                                priority(1, off("B", STORE_ORDER, 1000)))
                        .pays(0, 667, 667, 667)
                        .total(2001),
                cart("6b a cent over three equal lines is lost", 1000, 1000, 1000)
                        .with(off("A", STORE_ORDER, 1))
                        .pays(1000, 1000, 1000)
                        .total(3000),
                cart("G10 three units of one line")
                        .line(1000, 3)
                        .with(off("A", STORE_ORDER, 1000))
                        .pays(2000)
                        .total(2000),
                cart("G11 exclusive goes before better and before priority", 10000)
                        .with(
                                priority(10, percent("A", STORE_ORDER, 50)),
                                off("B", STORE_ORDER, 100).with(Stacking.alone(1)))
                        .pays(9900)
                        .total(9900));
    }

    @ParameterizedTest
    @MethodSource("carts")
    void isAskedAsByTheEngine(Golden golden) {
        golden.check();
    }
}
