package com.truecart.pricing;

import static com.truecart.model.Promotion.Stage.DELIVERY;
import static com.truecart.model.Promotion.Stage.ITEM;
import static com.truecart.model.Promotion.Stage.STORE_ORDER;
import static com.truecart.pricing.Offers.beside;
import static com.truecart.pricing.Offers.freeDelivery;
import static com.truecart.pricing.Offers.fromSpend;
import static com.truecart.pricing.Offers.off;
import static com.truecart.pricing.Offers.offEach;
import static com.truecart.pricing.Offers.percent;
import static com.truecart.pricing.profile.EngineProfiles.SHOPIFY;

import com.truecart.model.Promotion;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Shopify's golden carts: ITEM is the product class, STORE_ORDER the order class; see {@code
 * docs/engine-profiles.md}.
 */
class ShopifyCartsTest {

    private static Golden cart(String name, long... prices) {
        return Golden.cart(SHOPIFY, name, prices);
    }

    private static Promotion combining(Promotion promotion) {
        return beside(Set.of(ITEM, STORE_ORDER, DELIVERY), promotion);
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
                cart("G3a product, then order", 10000)
                        .with(
                                combining(percent("A", ITEM, 20)),
                                combining(off("B", STORE_ORDER, 1000)))
                        .pays(7000)
                        .total(7000),
                cart("G3b that do not combine: the better alone", 10000)
                        .with(
                                beside(Set.of(), percent("A", ITEM, 20)),
                                beside(Set.of(), off("B", STORE_ORDER, 1000)))
                        .pays(8000)
                        .total(8000),
                cart("G3b one agrees, the other does not", 10000)
                        .with(
                                beside(Set.of(STORE_ORDER), percent("A", ITEM, 20)),
                                beside(Set.of(), off("B", STORE_ORDER, 3000)))
                        .pays(7000)
                        .total(7000),
                cart("G3c two of the order class, both of the same subtotal", 10000)
                        .with(
                                combining(percent("A", STORE_ORDER, 20)),
                                combining(off("B", STORE_ORDER, 1000)))
                        .pays(7000)
                        .total(7000),
                cart("G3c that say nothing of each other do not combine", 10000)
                        .with(percent("A", STORE_ORDER, 20), off("B", STORE_ORDER, 1000))
                        .pays(8000)
                        .total(8000),
                cart("G3a that say nothing of each other do not combine", 10000)
                        .with(percent("A", ITEM, 20), off("B", STORE_ORDER, 1000))
                        .pays(8000)
                        .total(8000),
                cart("G3a one says nothing", 10000)
                        .with(combining(percent("A", ITEM, 20)), off("B", STORE_ORDER, 1000))
                        .pays(8000)
                        .total(8000),
                cart("G3d two of the product class on one line: the best", 10000)
                        .with(percent("A", ITEM, 20), offEach("B", ITEM, 1000))
                        .pays(8000)
                        .total(8000),
                cart("G4a free delivery looks at the subtotal after products", 7000)
                        .with(
                                combining(percent("A", ITEM, 50)),
                                combining(fromSpend(6000, freeDelivery("B"))))
                        .delivered(500)
                        .pays(3500)
                        .total(3500)
                        .fee(500),
                cart("G4b and before the order class", 7000)
                        .with(
                                combining(percent("A", STORE_ORDER, 50)),
                                combining(fromSpend(6000, freeDelivery("B"))))
                        .delivered(500)
                        .pays(3500)
                        .total(3500)
                        .fee(0),
                cart("G5 the product class first", 2500, 5000, 7500)
                        .with(
                                combining(off("A", STORE_ORDER, 3000)),
                                combining(percent("B", ITEM, 100, "1")))
                        .pays(0, 3800, 5700)
                        .total(9500),
                cart("S6 the first line, not the largest remainder", 3333, 3333, 3334)
                        .with(off("A", STORE_ORDER, 1000))
                        .pays(2999, 3000, 3001)
                        .total(9000),
                cart("S7 rounded once over all lines", 33, 33, 33)
                        .with(percent("A", STORE_ORDER, 10))
                        .pays(29, 30, 30)
                        .total(89),
                cart("S7 also in the product class", 33, 33, 33)
                        .with(percent("A", ITEM, 10))
                        .pays(29, 30, 30)
                        .total(89),
                cart("S9 as documented", 10000, 5000, 20000)
                        .with(
                                combining(off("A", ITEM, 2000, "1")),
                                combining(percent("B", STORE_ORDER, 10)))
                        .delivered(2000)
                        .pays(7200, 4500, 18000)
                        .total(29700)
                        .fee(2000),
                cart("S10 two order rates add up", 35000)
                        .with(
                                combining(percent("A", STORE_ORDER, 10)),
                                combining(percent("B", STORE_ORDER, 15)))
                        .pays(26250)
                        .total(26250),
                cart("S11 as in the discussion of the money gem")
                        .line(4600, 2)
                        .line(5000, 3)
                        .with(percent("A", ITEM, 10))
                        .pays(8280, 13500)
                        .total(21780));
    }

    @ParameterizedTest
    @MethodSource("carts")
    void isAskedAsByTheEngine(Golden golden) {
        golden.check();
    }
}
