package com.truecart.pricing;

import static com.truecart.model.Promotion.Stage.STORE_COUPON;
import static com.truecart.pricing.Offers.fromSpend;
import static com.truecart.pricing.Offers.off;
import static com.truecart.pricing.Offers.offEach;
import static com.truecart.pricing.Offers.percent;
import static com.truecart.pricing.Offers.priority;
import static com.truecart.pricing.profile.EngineProfiles.WOOCOMMERCE;
import static com.truecart.pricing.profile.EngineProfiles.WOOCOMMERCE_SEQUENTIAL;

import com.truecart.pricing.profile.EngineProfile.FreeDelivery;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** WooCommerce's golden carts, see {@code docs/engine-profiles.md}. */
class WooCommerceCartsTest {

    private static Golden cart(String name, long... prices) {
        return Golden.cart(WOOCOMMERCE, name, prices);
    }

    private static Golden sequential(String name, long... prices) {
        return Golden.cart(WOOCOMMERCE_SEQUENTIAL, name, prices);
    }

    static Stream<Golden> carts() {
        return Stream.of(
                cart("G1 the first unit takes the odd cent", 1000, 1000, 1000)
                        .with(off("A", STORE_COUPON, 1000))
                        .pays(666, 667, 667)
                        .total(2000),
                cart("G2 the same for each unit, whatever it costs", 9000, 1000)
                        .with(off("A", STORE_COUPON, 1000))
                        .pays(8500, 500)
                        .total(9000),
                cart("a rate's missing cent goes to the dearer line", 15, 25)
                        .with(percent("A", STORE_COUPON, 10))
                        .pays(14, 22)
                        .total(36),
                cart("or to the line with more units", 0)
                        .line(25, 1)
                        .line(5, 3)
                        .with(percent("A", STORE_COUPON, 10))
                        .pays(0, 23, 13)
                        .total(36),
                cart("G3 rate before cart amount, whatever was entered first", 10000)
                        .with(off("A", STORE_COUPON, 1000), percent("B", STORE_COUPON, 20))
                        .pays(7000)
                        .total(7000),
                cart("G3b unit amount before rate of the original", 10000)
                        .with(percent("A", STORE_COUPON, 20), offEach("B", STORE_COUPON, 1000))
                        .pays(7000)
                        .total(7000),
                sequential("G3c unit amount before rate of what is left", 10000)
                        .with(percent("A", STORE_COUPON, 20), offEach("B", STORE_COUPON, 1000))
                        .pays(7200)
                        .total(7200),
                cart("G4 free delivery looks at what is left", 7000)
                        .with(percent("A", STORE_COUPON, 50))
                        .delivered(500, 6000)
                        .pays(3500)
                        .total(3500)
                        .fee(500),
                Golden.cart(
                                WOOCOMMERCE.withFreeDelivery(FreeDelivery.BEFORE_PROMOTIONS),
                                "G4 where the store applies the minimum before coupons",
                                7000)
                        .with(percent("A", STORE_COUPON, 50))
                        .delivered(500, 6000)
                        .pays(3500)
                        .total(3500)
                        .fee(0),
                cart("G5 the free line first, then the same for each unit left", 2500, 5000, 7500)
                        .with(off("A", STORE_COUPON, 3000), percent("B", STORE_COUPON, 100, "1"))
                        .pays(0, 3500, 6000)
                        .total(9500),
                cart("W6 what a cut line misses comes off another at a cent a unit", 1000, 1000)
                        .with(
                                priority(1, percent("A", STORE_COUPON, 60)),
                                percent("B", STORE_COUPON, 60, "1"))
                        .pays(0, 399)
                        .total(399),
                cart("W6 the same with five units")
                        .line(1000, 1)
                        .line(200, 5)
                        .with(
                                priority(1, percent("A", STORE_COUPON, 60)),
                                percent("B", STORE_COUPON, 60, "1"))
                        .pays(0, 395)
                        .total(395),
                cart("W6' the coupon on all lines first", 1000, 1000)
                        .with(
                                percent("A", STORE_COUPON, 60),
                                priority(1, percent("B", STORE_COUPON, 60, "1")))
                        .pays(0, 400)
                        .total(400),
                cart("W7 half a cent is rounded down", 50, 50, 50)
                        .with(percent("A", STORE_COUPON, 1))
                        .pays(49, 50, 50)
                        .total(149),
                cart("W8 binary floating point takes a cent of the larger share", 8, 50)
                        .with(percent("A", STORE_COUPON, 58))
                        .pays(3, 21)
                        .total(24),
                cart("W9 what the cheap line cannot take goes round again", 9000, 1000)
                        .with(off("A", STORE_COUPON, 3000))
                        .pays(7000, 0)
                        .total(7000),
                cart("W10 three units weigh more than one")
                        .line(1999, 3)
                        .line(1501, 1)
                        .with(off("A", STORE_COUPON, 1000))
                        .pays(5247, 1251)
                        .total(6498),
                cart("W12 rounded down, then topped up", 1999, 999, 501)
                        .with(percent("A", STORE_COUPON, 15))
                        .pays(1699, 849, 426)
                        .total(2974),
                cart("W13 two rates of the original", 1000)
                        .with(percent("A", STORE_COUPON, 60), percent("B", STORE_COUPON, 60))
                        .pays(0)
                        .total(0),
                sequential("W13 two rates, each of what is left", 1000)
                        .with(percent("A", STORE_COUPON, 60), percent("B", STORE_COUPON, 60))
                        .pays(160)
                        .total(160),
                cart("unit amount, then rate of the original", 1999)
                        .with(offEach("A", STORE_COUPON, 700), percent("B", STORE_COUPON, 10))
                        .pays(1099)
                        .total(1099),
                sequential("unit amount, then rate of what is left", 1999)
                        .with(offEach("A", STORE_COUPON, 700), percent("B", STORE_COUPON, 10))
                        .pays(1169)
                        .total(1169),
                cart("thresholds look at the cart before coupons", 7000)
                        .with(
                                percent("A", STORE_COUPON, 50),
                                fromSpend(7000, off("B", STORE_COUPON, 1000)))
                        .pays(2500)
                        .total(2500));
    }

    @ParameterizedTest
    @MethodSource("carts")
    void isAskedAsByTheEngine(Golden golden) {
        golden.check();
    }
}
