package com.truecart.pricing;

import static com.truecart.model.Promotion.Stage.ITEM;
import static com.truecart.model.Promotion.Stage.QUANTITY;
import static com.truecart.model.Promotion.Stage.STORE_ORDER;
import static com.truecart.pricing.Offers.freeDelivery;
import static com.truecart.pricing.Offers.fromSpend;
import static com.truecart.pricing.Offers.off;
import static com.truecart.pricing.Offers.offer;
import static com.truecart.pricing.Offers.percent;
import static com.truecart.pricing.Offers.percentUpTo;
import static com.truecart.pricing.Offers.ppm;
import static com.truecart.pricing.profile.EngineProfiles.MEDUSA;

import com.truecart.model.Benefit;
import java.util.Optional;
import java.util.stream.Stream;
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

    @ParameterizedTest
    @MethodSource("carts")
    void isAskedAsByTheEngine(Golden golden) {
        golden.check();
    }
}
