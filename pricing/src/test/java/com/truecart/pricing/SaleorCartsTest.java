package com.truecart.pricing;

import static com.truecart.model.Promotion.Stage.ITEM;
import static com.truecart.model.Promotion.Stage.QUANTITY;
import static com.truecart.model.Promotion.Stage.STORE_COUPON;
import static com.truecart.model.Promotion.Stage.STORE_ORDER;
import static com.truecart.pricing.Offers.fromSpend;
import static com.truecart.pricing.Offers.off;
import static com.truecart.pricing.Offers.offEach;
import static com.truecart.pricing.Offers.percent;
import static com.truecart.pricing.profile.EngineProfiles.SALEOR;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Saleor's golden carts, see {@code docs/engine-profiles.md}. */
class SaleorCartsTest {

    private static Golden cart(String name, long... prices) {
        return Golden.cart(SALEOR, name, prices);
    }

    static Stream<Golden> carts() {
        return Stream.of(
                cart("a free line last gives nothing back", 1000, 1000, 1000, 0)
                        .with(off("A", STORE_COUPON, 500))
                        .pays(833, 833, 834, 0)
                        .total(2500),
                cart("G1 the last line takes the odd cent", 1000, 1000, 1000)
                        .with(off("A", STORE_COUPON, 1000))
                        .pays(667, 667, 666)
                        .total(2000),
                cart("G2 shares by price", 9000, 1000)
                        .with(off("A", STORE_COUPON, 1000))
                        .pays(8100, 900)
                        .total(9000),
                cart("G3a catalogue rate, then a voucher", 10000)
                        .with(percent("A", ITEM, 20), off("B", STORE_COUPON, 1000))
                        .pays(7000)
                        .total(7000),
                cart("G3b catalogue amount, then a voucher rate", 10000)
                        .with(offEach("A", ITEM, 1000), percent("B", STORE_COUPON, 20))
                        .pays(7200)
                        .total(7200),
                cart("G3c of two order rules the best", 10000)
                        .with(off("A", STORE_ORDER, 1000), percent("B", STORE_ORDER, 20))
                        .pays(8000)
                        .total(8000),
                cart("G3d a voucher drives out the order rule", 10000)
                        .with(percent("A", STORE_ORDER, 20), off("B", STORE_COUPON, 1000))
                        .pays(9000)
                        .total(9000),
                cart("G3d where the voucher is refused, the order rule stays", 10000)
                        .with(
                                percent("A", STORE_ORDER, 20),
                                fromSpend(20000, off("B", STORE_COUPON, 1000)))
                        .pays(8000)
                        .total(8000),
                cart("G4 free delivery looks at what is left", 7000)
                        .with(percent("A", STORE_COUPON, 50))
                        .delivered(500, 6000)
                        .pays(3500)
                        .total(3500)
                        .fee(500),
                cart("G5 a free line takes no share", 2500, 5000, 7500)
                        .with(percent("A", ITEM, 100, "1"), off("B", STORE_ORDER, 3000))
                        .pays(0, 3800, 5700)
                        .total(9500),
                cart("G6a the order rounded once")
                        .line(999, 3)
                        .line(495, 1)
                        .line(50, 1)
                        .with(percent("A", STORE_COUPON, 15))
                        .pays(2548, 421, 42)
                        .total(3011),
                cart("G6b each unit rounded")
                        .line(999, 3)
                        .line(495, 1)
                        .line(50, 1)
                        .with(percent("A", ITEM, 15))
                        .pays(2547, 421, 42)
                        .total(3010),
                cart("G6c a voucher for products rounds each line")
                        .line(999, 3)
                        .line(495, 1)
                        .line(50, 1)
                        .with(percent("A", QUANTITY, 15, "1", "2", "3"))
                        .pays(2547, 421, 42)
                        .total(3010),
                cart("G7 odd prices", 999, 555, 333)
                        .with(off("A", STORE_COUPON, 1000))
                        .pays(470, 261, 156)
                        .total(887),
                cart("G8 a free last line loses the cent it should take", 1000, 1000, 1000, 1000)
                        .with(percent("A", ITEM, 100, "4"), off("B", STORE_COUPON, 1000))
                        .pays(667, 667, 667, 0)
                        .total(2001),
                cart("G10 the catalogue takes the cart below the voucher's threshold", 9500)
                        .with(percent("A", ITEM, 20), fromSpend(8000, off("B", STORE_COUPON, 1000)))
                        .pays(7600)
                        .total(7600));
    }

    @ParameterizedTest
    @MethodSource("carts")
    void isAskedAsByTheEngine(Golden golden) {
        golden.check();
    }
}
