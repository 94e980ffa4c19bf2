package com.truecart.pricing;

import static com.truecart.model.Promotion.Stage.ITEM;
import static com.truecart.model.Promotion.Stage.PLATFORM;
import static com.truecart.model.Promotion.Stage.STORE_COUPON;
import static com.truecart.model.Promotion.Stage.STORE_ORDER;
import static com.truecart.pricing.Given.NOW;
import static com.truecart.pricing.Golden.cents;
import static com.truecart.pricing.Offers.fromSpend;
import static com.truecart.pricing.Offers.off;
import static com.truecart.pricing.Offers.offer;
import static com.truecart.pricing.Offers.percent;
import static com.truecart.pricing.profile.EngineProfiles.TAOBAO;
import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.model.Benefit;
import com.truecart.model.Promotion;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Taobao's and Tmall's golden carts, the cross-store ones too; see {@code docs/engine-profiles.md}.
 */
class TaobaoCartsTest {

    private static Golden cart(String name, long... prices) {
        return Golden.cart(TAOBAO, name, prices);
    }

    private static Promotion each(long every, long off) {
        return offer(
                "P", PLATFORM, new Benefit.StepOff(cents(every), cents(off), Optional.empty()));
    }

    private static StoreCart store(long price, Promotion... own) {
        return cart("one store", price).with(own).cart();
    }

    static Stream<Golden> carts() {
        return Stream.of(
                cart(
                                "T1 the platform's threshold looks at the price before coupons; nothing goes below nothing",
                                40000)
                        .with(fromSpend(40000, off("A", STORE_COUPON, 38000)), each(40000, 5000))
                        .pays(0)
                        .total(0),
                cart("G1 the last line takes the odd cent", 1000, 1000, 1000)
                        .with(off("A", STORE_ORDER, 1000))
                        .pays(667, 667, 666)
                        .total(2000),
                cart("G2 shares by price", 9000, 1000)
                        .with(off("A", STORE_ORDER, 1000))
                        .pays(8100, 900)
                        .total(9000),
                cart("G3 item rate, then a coupon", 10000)
                        .with(percent("A", ITEM, 20), off("B", STORE_COUPON, 1000))
                        .pays(7000)
                        .total(7000),
                cart("G3 the coupon's threshold looks at the price after the item rate", 10000)
                        .with(
                                percent("A", ITEM, 20),
                                fromSpend(10000, off("B", STORE_COUPON, 1000)))
                        .pays(8000)
                        .total(8000),
                cart("G4 free delivery looks at what is left", 7000)
                        .with(percent("A", ITEM, 50))
                        .delivered(500, 6000)
                        .pays(3500)
                        .total(3500)
                        .fee(500),
                cart("G5 a free line takes no share", 2500, 5000, 7500)
                        .with(percent("A", ITEM, 100, "1"), off("B", STORE_ORDER, 3000))
                        .pays(0, 3800, 5700)
                        .total(9500),
                cart("T7 for every 300.00", 89900).with(each(30000, 5000)).pays(79900).total(79900),
                cart("T7 from 300.00, once", 89900)
                        .with(fromSpend(30000, off("A", PLATFORM, 5000)))
                        .pays(84900)
                        .total(84900),
                cart("T8 a coupon does not take the cart below the platform's threshold", 30100)
                        .with(off("A", STORE_COUPON, 2000), each(30000, 5000))
                        .pays(23100)
                        .total(23100));
    }

    @ParameterizedTest
    @MethodSource("carts")
    void isAskedAsByTheEngine(Golden golden) {
        golden.check();
    }

    /** The stores of one platform, each with one line: two tables, as the platform's page shows. */
    static Stream<Arguments> acrossStores() {
        return Stream.of(
                Arguments.of(
                        "T6 what a store's share exceeds its goods by is lost",
                        List.of(store(40000, off("A", STORE_COUPON, 38000)), store(20000)),
                        List.of(0L, 16666L)),
                Arguments.of(
                        "T9 shares cut to the cent, the last store takes the rest",
                        List.of(store(12990), store(8990), store(8030)),
                        List.of(10826L, 7493L, 6691L)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("acrossStores")
    void isSharedBetweenStores(String name, List<StoreCart> stores, List<Long> pay) {
        Calculation.Result result =
                new Calculation(stores, List.of(each(30000, 5000)), _ -> Shopper.ANYONE, NOW).run();
        assertThat(
                        IntStream.range(0, stores.size())
                                .mapToObj(i ->
                                        new Settlement(result, i).priced(NOW).payable().minor())
                                .toList())
                .as(name)
                .isEqualTo(pay);
    }
}
