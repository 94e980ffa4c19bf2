package com.truecart.pricing;

import static com.truecart.model.Promotion.Stage.QUANTITY;
import static com.truecart.model.Promotion.Stage.STORE_ORDER;
import static com.truecart.pricing.Offers.freeDelivery;
import static com.truecart.pricing.Offers.fromCart;
import static com.truecart.pricing.Offers.fromSpend;
import static com.truecart.pricing.Offers.last;
import static com.truecart.pricing.Offers.off;
import static com.truecart.pricing.Offers.offer;
import static com.truecart.pricing.Offers.percent;
import static com.truecart.pricing.Offers.ppm;
import static com.truecart.pricing.Offers.priority;
import static com.truecart.pricing.profile.EngineProfiles.MAGENTO;

import com.truecart.model.Benefit;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Magento's golden carts, see {@code docs/engine-profiles.md}. */
class MagentoCartsTest {

    private static final Benefit TWO_AND_ONE =
            new Benefit.BuyXGetY(2, 1, ppm(100), Benefit.BuyXGetY.Pick.CHEAPEST);

    private static Golden cart(String name, long... prices) {
        return Golden.cart(MAGENTO, name, prices);
    }

    static Stream<Golden> carts() {
        return Stream.of(
                cart("G1 the error is carried to the second line", 1000, 1000, 1000)
                        .with(off("A", STORE_ORDER, 1000))
                        .pays(667, 666, 667)
                        .total(2000),
                cart("G2 shares by price", 9000, 1000)
                        .with(off("A", STORE_ORDER, 1000))
                        .pays(8100, 900)
                        .total(9000),
                cart("G3 rate, then amount", 10000)
                        .with(
                                priority(1, percent("A", STORE_ORDER, 20)),
                                priority(2, off("B", STORE_ORDER, 1000)))
                        .pays(7000)
                        .total(7000),
                cart("G3 amount, then rate of what is left", 10000)
                        .with(
                                priority(2, percent("A", STORE_ORDER, 20)),
                                priority(1, off("B", STORE_ORDER, 1000)))
                        .pays(7200)
                        .total(7200),
                cart("G4 free delivery by a cart rule looks at the cart before rules", 7000)
                        .with(percent("A", STORE_ORDER, 50), fromSpend(6000, freeDelivery("B")))
                        .delivered(500)
                        .pays(3500)
                        .total(3500)
                        .fee(0),
                cart("G4 free delivery by the carrier looks at what is left", 7000)
                        .with(percent("A", STORE_ORDER, 50))
                        .delivered(500, 6000)
                        .pays(3500)
                        .total(3500)
                        .fee(500),
                cart("G5 the amount first, then a free line", 2500, 5000, 7500)
                        .with(
                                priority(1, off("A", STORE_ORDER, 3000)),
                                priority(2, percent("B", STORE_ORDER, 100, "1")))
                        .pays(0, 4000, 6000)
                        .total(10000),
                cart("G5 the free line first, then the amount", 2500, 5000, 7500)
                        .with(
                                priority(2, off("A", STORE_ORDER, 3000)),
                                priority(1, percent("B", STORE_ORDER, 100, "1")))
                        .pays(0, 3800, 5700)
                        .total(9500),
                cart("G6 rounding errors are carried along")
                        .line(999, 3)
                        .line(495, 1)
                        .line(50, 1)
                        .with(percent("A", STORE_ORDER, 15))
                        .pays(2547, 421, 43)
                        .total(3011),
                cart("G7 odd prices", 999, 555, 333)
                        .with(off("A", STORE_ORDER, 1000))
                        .pays(470, 260, 157)
                        .total(887),
                cart("G8 two rates, each of what is left")
                        .line(999, 3)
                        .line(495, 1)
                        .line(50, 1)
                        .with(
                                priority(1, percent("A", STORE_ORDER, 15)),
                                priority(2, percent("B", STORE_ORDER, 10)))
                        .pays(2292, 379, 39)
                        .total(2710),
                cart("G9 buy 2 get 1, seven")
                        .line(1000, 7)
                        .with(offer("A", QUANTITY, TWO_AND_ONE))
                        .pays(5000)
                        .total(5000),
                cart("G9 buy 2 get 1, eight")
                        .line(1000, 8)
                        .with(offer("A", QUANTITY, TWO_AND_ONE))
                        .pays(6000)
                        .total(6000),
                cart("G9 buy 2 get 1, nine")
                        .line(1000, 9)
                        .with(offer("A", QUANTITY, TWO_AND_ONE))
                        .pays(6000)
                        .total(6000),
                cart("G10 a rule that stops others stops them for its lines", 2000, 1000)
                        .with(
                                last(1, off("A", STORE_ORDER, 1000, "1")),
                                priority(2, off("B", STORE_ORDER, 500, "2")))
                        .pays(1000, 500)
                        .total(1500),
                cart("G10 and what follows finds only the lines left open", 2000, 1000)
                        .with(
                                last(1, off("A", STORE_ORDER, 1000, "1")),
                                priority(2, percent("B", STORE_ORDER, 10)))
                        .pays(1000, 900)
                        .total(1900),
                cart("G11 until 2025: the condition looks at the cart", 5000, 5000)
                        .with(fromCart(6000, percent("A", STORE_ORDER, 10, "1")))
                        .pays(4500, 5000)
                        .total(9500),
                cart("G11 from 2026: the condition looks at the lines of the rule", 5000, 5000)
                        .with(fromSpend(6000, percent("A", STORE_ORDER, 10, "1")))
                        .pays(5000, 5000)
                        .total(10000));
    }

    @ParameterizedTest
    @MethodSource("carts")
    void isAskedAsByTheEngine(Golden golden) {
        golden.check();
    }
}
