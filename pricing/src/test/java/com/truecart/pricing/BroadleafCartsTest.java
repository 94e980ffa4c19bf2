package com.truecart.pricing;

import static com.truecart.model.Promotion.Stage.ITEM;
import static com.truecart.model.Promotion.Stage.STORE_ORDER;
import static com.truecart.pricing.Offers.freeDelivery;
import static com.truecart.pricing.Offers.fromSpend;
import static com.truecart.pricing.Offers.off;
import static com.truecart.pricing.Offers.offEach;
import static com.truecart.pricing.Offers.percent;
import static com.truecart.pricing.Offers.priority;
import static com.truecart.pricing.profile.EngineProfiles.BROADLEAF;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Broadleaf's golden carts, see {@code docs/engine-profiles.md}. */
class BroadleafCartsTest {

    private static Golden cart(String name, long... prices) {
        return Golden.cart(BROADLEAF, name, prices);
    }

    static Stream<Golden> carts() {
        return Stream.of(
                cart("G1 the first line takes what is missing", 1000, 1000, 1000)
                        .with(off("A", STORE_ORDER, 1000))
                        .pays(666, 667, 667)
                        .total(2000),
                cart("G2 shares by price", 9000, 1000)
                        .with(off("A", STORE_ORDER, 1000))
                        .pays(8100, 900)
                        .total(9000),
                cart("G3 what saves more goes first", 10000)
                        .with(offEach("A", ITEM, 1000), percent("B", ITEM, 20))
                        .pays(7000)
                        .total(7000),
                cart("G4 free delivery after an item offer", 7000)
                        .with(percent("A", ITEM, 50), fromSpend(6000, freeDelivery("B")))
                        .delivered(500)
                        .pays(3500)
                        .total(3500)
                        .fee(500),
                cart("G4 free delivery before an order offer", 7000)
                        .with(percent("A", STORE_ORDER, 50), fromSpend(6000, freeDelivery("B")))
                        .delivered(500)
                        .pays(3500)
                        .total(3500)
                        .fee(0),
                cart("G5 item offers first", 2500, 5000, 7500)
                        .with(off("A", STORE_ORDER, 3000), percent("B", ITEM, 100, "1"))
                        .pays(0, 3800, 5700)
                        .total(9500),
                cart("B6 the trap: an item offer costs the better order offer")
                        .line(5000, 2)
                        .with(percent("A", ITEM, 5), fromSpend(10000, off("B", STORE_ORDER, 3000)))
                        .pays(9500)
                        .total(9500),
                // the engine's own shares come to 17 and 104 cents; its total takes 15 and 100, and
                // so do our
                // lines
                cart("B7 total of the engine, lines ours", 1000, 1000)
                        .with(off("A", STORE_ORDER, 15))
                        .pays(992, 993)
                        .total(1985),
                cart("B7b total of the engine, lines ours", 100, 100, 100, 100, 100, 100)
                        .with(off("A", STORE_ORDER, 100))
                        .pays(83, 83, 83, 83, 84, 84)
                        .total(500),
                cart("6 a free first line does not lose the missing cent", 1000, 1000, 1000, 1000)
                        .with(percent("A", ITEM, 100, "1"), off("B", STORE_ORDER, 1000))
                        .pays(0, 666, 667, 667)
                        .total(2000),
                cart("B7c all missing cents to the first line", 100, 100, 100, 100, 100, 100, 100)
                        .with(off("A", STORE_ORDER, 100))
                        .pays(84, 86, 86, 86, 86, 86, 86)
                        .total(600),
                cart("B8 priority before saving", 10000)
                        .with(
                                priority(1, offEach("A", ITEM, 3000)),
                                priority(2, percent("B", ITEM, 20)))
                        .pays(5600)
                        .total(5600),
                cart("B9 order offers, each of what is left", 12995)
                        .with(percent("A", STORE_ORDER, 10), percent("B", STORE_ORDER, 10))
                        .pays(10525)
                        .total(10525),
                cart("B10 2.5 cents are rounded to 2", 25)
                        .with(percent("A", ITEM, 10))
                        .pays(23)
                        .total(23),
                cart("B10 3.5 cents are rounded to 4", 35)
                        .with(percent("A", ITEM, 10))
                        .pays(31)
                        .total(31),
                cart("B11 each unit rounded")
                        .line(997, 2)
                        .with(percent("A", ITEM, 50))
                        .pays(998)
                        .total(998),
                cart("B12 an amount counts for each unit")
                        .line(2500, 5)
                        .with(offEach("A", ITEM, 1000))
                        .pays(7500)
                        .total(7500),
                cart("33 % of 5.95", 595).with(percent("A", ITEM, 33)).pays(399).total(399));
    }

    @ParameterizedTest
    @MethodSource("carts")
    void isAskedAsByTheEngine(Golden golden) {
        golden.check();
    }
}
