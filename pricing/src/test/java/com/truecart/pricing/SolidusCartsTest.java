package com.truecart.pricing;

import static com.truecart.model.Promotion.Stage.ITEM;
import static com.truecart.model.Promotion.Stage.STORE_COUPON;
import static com.truecart.model.Promotion.Stage.STORE_ORDER;
import static com.truecart.pricing.Golden.cents;
import static com.truecart.pricing.Offers.freeDelivery;
import static com.truecart.pricing.Offers.fromSpend;
import static com.truecart.pricing.Offers.off;
import static com.truecart.pricing.Offers.offer;
import static com.truecart.pricing.Offers.percent;
import static com.truecart.pricing.Offers.percentUpTo;
import static com.truecart.pricing.profile.EngineProfiles.SOLIDUS;

import com.truecart.model.Benefit;
import com.truecart.model.Reach;
import com.truecart.model.Reward;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Solidus' golden carts: ITEM is its lane "pre", STORE_ORDER "default", STORE_COUPON "post"; see
 * {@code docs/engine-profiles.md}.
 */
class SolidusCartsTest {

    private static Golden cart(String name, long... prices) {
        return Golden.cart(SOLIDUS, name, prices);
    }

    static Stream<Golden> carts() {
        return Stream.of(
                cart("G1 odd cents drift to the first line", 1000, 1000, 1000)
                        .with(off("A", STORE_ORDER, 1000))
                        .pays(666, 667, 667)
                        .total(2000),
                cart("G2 shares by price", 9000, 1000)
                        .with(off("A", STORE_ORDER, 1000))
                        .pays(8100, 900)
                        .total(9000),
                cart("G3 one lane: the best alone", 10000)
                        .with(off("A", STORE_ORDER, 1000), percent("B", STORE_ORDER, 20))
                        .pays(8000)
                        .total(8000),
                cart("G3 amount in an earlier lane", 10000)
                        .with(off("A", ITEM, 1000), percent("B", STORE_ORDER, 20))
                        .pays(7200)
                        .total(7200),
                cart("G3 amount in a later lane", 10000)
                        .with(percent("B", STORE_ORDER, 20), off("A", STORE_COUPON, 1000))
                        .pays(7000)
                        .total(7000),
                cart("G4 free delivery looks at the cart before promotions", 7000)
                        .with(percent("A", STORE_ORDER, 50), fromSpend(6000, freeDelivery("B")))
                        .delivered(500)
                        .pays(3500)
                        .total(3500)
                        .fee(0),
                cart("G5a one lane: the share of the line another wins is lost", 2500, 5000, 7500)
                        .with(off("A", STORE_ORDER, 3000), percent("B", STORE_ORDER, 100, "1"))
                        .pays(0, 4000, 6000)
                        .total(10000),
                cart("G5b the free line in an earlier lane", 2500, 5000, 7500)
                        .with(off("A", STORE_ORDER, 3000), percent("B", ITEM, 100, "1"))
                        .pays(0, 3800, 5700)
                        .total(9500),
                cart("G5c the amount in an earlier lane", 2500, 5000, 7500)
                        .with(off("A", ITEM, 3000), percent("B", STORE_ORDER, 100, "1"))
                        .pays(0, 4000, 6000)
                        .total(10000),
                cart("G6 each line rounded")
                        .line(999, 3)
                        .line(495, 1)
                        .line(50, 1)
                        .with(percent("A", STORE_ORDER, 15))
                        .pays(2547, 421, 42)
                        .total(3010),
                cart("G7 odd prices", 999, 555, 333)
                        .with(off("A", STORE_ORDER, 1000))
                        .pays(469, 261, 157)
                        .total(887),
                cart("G8 a cap is divided like an amount", 3000, 2000, 1000)
                        .with(percentUpTo("A", STORE_ORDER, 50, 500))
                        .pays(2749, 1834, 917)
                        .total(5500),
                cart("G9 rate, then amount in the next lane")
                        .line(999, 3)
                        .line(495, 1)
                        .line(50, 1)
                        .with(percent("A", ITEM, 15), off("B", STORE_ORDER, 1000))
                        .pays(1700, 281, 29)
                        .total(2010),
                cart("G10 exactly on the threshold is not above it", 6000)
                        .with(fromSpend(6000, off("A", STORE_ORDER, 1000)))
                        .pays(6000)
                        .total(6000));
    }

    @ParameterizedTest
    @MethodSource("tiers")
    void aTierIsReachedAtItsVeryAmount(Golden golden) {
        golden.check();
    }

    /** Their tier calculators compare with "at least", though a condition on the spend does not. */
    static Stream<Golden> tiers() {
        Benefit tiers = new Benefit.Ladder(List.of(tier(10000, 1000), tier(20000, 3000)));
        Benefit each = new Benefit.StepOff(cents(10000), cents(1000), Optional.empty());
        return Stream.of(
                cart("the first tier", 10000)
                        .with(offer("A", STORE_ORDER, tiers))
                        .pays(9000)
                        .total(9000),
                cart("the second tier", 20000)
                        .with(offer("A", STORE_ORDER, tiers))
                        .pays(17000)
                        .total(17000),
                cart("the first full hundred", 10000)
                        .with(offer("A", STORE_ORDER, each))
                        .pays(9000)
                        .total(9000));
    }

    private static Benefit.Ladder.Rung tier(long from, long off) {
        return new Benefit.Ladder.Rung(new Reach.Spend(cents(from)), new Reward.Amount(cents(off)));
    }

    @ParameterizedTest
    @MethodSource("carts")
    void isAskedAsByTheEngine(Golden golden) {
        golden.check();
    }
}
