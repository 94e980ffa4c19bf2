package com.truecart.pricing;

import static com.truecart.model.Promotion.Stage.ITEM;
import static com.truecart.model.Promotion.Stage.QUANTITY;
import static com.truecart.model.Promotion.Stage.STORED_VALUE;
import static com.truecart.model.Promotion.Stage.STORE_COUPON;
import static com.truecart.model.Promotion.Stage.STORE_ORDER;
import static com.truecart.pricing.Golden.cents;
import static com.truecart.pricing.Offers.fromSpend;
import static com.truecart.pricing.Offers.off;
import static com.truecart.pricing.Offers.offer;
import static com.truecart.pricing.Offers.percent;
import static com.truecart.pricing.Offers.ppm;
import static com.truecart.pricing.profile.EngineProfiles.JD;

import com.truecart.model.Benefit;
import com.truecart.model.Promotion;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** JD's golden carts, see {@code docs/engine-profiles.md}. */
class JdCartsTest {

    private static Golden cart(String name, long... prices) {
        return Golden.cart(JD, name, prices);
    }

    private static Promotion beans(long worth) {
        return offer(
                "beans", STORED_VALUE, new Benefit.StoredValue(cents(worth), ppm(50), cents(1000)));
    }

    /** Member rate, pieces, order promotion, a coupon from this amount on, beans. */
    private static Golden chain(String name, long couponFrom) {
        return cart(name)
                .line(10000, 3)
                .with(
                        percent("A", ITEM, 5),
                        offer("B", QUANTITY, new Benefit.QuantityPercent(2, ppm(10))),
                        fromSpend(20000, off("C", STORE_ORDER, 3000)),
                        fromSpend(couponFrom, off("D", STORE_COUPON, 2000)),
                        beans(20000));
    }

    static Stream<Golden> carts() {
        return Stream.of(
                cart("G1 the last line takes the odd cent", 1000, 1000, 1000)
                        .with(off("A", STORE_COUPON, 1000))
                        .pays(667, 667, 666)
                        .total(2000),
                cart("G2 shares by price", 9000, 1000)
                        .with(off("A", STORE_COUPON, 1000))
                        .pays(8100, 900)
                        .total(9000),
                cart("G3 item rate, then a coupon", 10000)
                        .with(percent("A", ITEM, 20), off("B", STORE_COUPON, 1000))
                        .pays(7000)
                        .total(7000),
                cart("G3 the coupon's threshold looks at what is left", 10000)
                        .with(
                                percent("A", ITEM, 20),
                                fromSpend(10000, off("B", STORE_COUPON, 1000)))
                        .pays(8000)
                        .total(8000),
                cart("G4 free delivery after an item rate", 7000)
                        .with(percent("A", ITEM, 50))
                        .delivered(500, 6000)
                        .pays(3500)
                        .total(3500)
                        .fee(500),
                cart("G4 free delivery before a coupon", 7000)
                        .with(percent("A", STORE_COUPON, 50))
                        .delivered(500, 6000)
                        .pays(3500)
                        .total(3500)
                        .fee(0),
                cart("G5 a free line takes no share", 2500, 5000, 7500)
                        .with(percent("A", ITEM, 100, "1"), off("B", STORE_ORDER, 3000))
                        .pays(0, 3800, 5700)
                        .total(9500),
                chain("J6 the whole chain", 20000).pays(10650).total(10650),
                chain("J7 the coupon looks at what the order promotion left", 23000)
                        .pays(11650)
                        .total(11650),
                cart("J8 beans cover at most half, in tens", 4000)
                        .with(beans(99900))
                        .pays(2000)
                        .total(2000),
                cart("J8 of 59.90", 5990).with(beans(99900)).pays(3990).total(3990),
                cart("J8 of 19.90: no whole ten", 1990).with(beans(99900)).pays(1990).total(1990),
                cart("J9 shares cut to the cent", 12900, 8100, 3999)
                        .with(fromSpend(19900, off("A", STORE_ORDER, 5000)))
                        .pays(10320, 6480, 3199)
                        .total(19999),
                cart("J10 for every 100.00, three times at most", 35000)
                        .with(
                                offer(
                                        "A",
                                        STORE_ORDER,
                                        new Benefit.StepOff(
                                                cents(10000), cents(2000), Optional.of(3))))
                        .pays(29000)
                        .total(29000));
    }

    @ParameterizedTest
    @MethodSource("carts")
    void isAskedAsByTheEngine(Golden golden) {
        golden.check();
    }
}
