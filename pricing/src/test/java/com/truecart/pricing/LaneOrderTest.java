package com.truecart.pricing;

import static com.truecart.model.Promotion.Stage.ITEM;
import static com.truecart.model.Promotion.Stage.QUANTITY;
import static com.truecart.model.Promotion.Stage.STORE_COUPON;
import static com.truecart.model.Promotion.Stage.STORE_ORDER;
import static com.truecart.pricing.Given.hkd;
import static com.truecart.pricing.Given.line;
import static com.truecart.pricing.Given.priced;
import static com.truecart.pricing.Offers.off;
import static com.truecart.pricing.Offers.offEach;
import static com.truecart.pricing.Offers.offer;
import static com.truecart.pricing.Offers.percent;
import static com.truecart.pricing.Offers.priority;
import static com.truecart.pricing.profile.EngineProfiles.BROADLEAF;
import static com.truecart.pricing.profile.EngineProfiles.MAGENTO;
import static com.truecart.pricing.profile.EngineProfiles.MEDUSA;
import static com.truecart.pricing.profile.EngineProfiles.SYLIUS;
import static com.truecart.pricing.profile.EngineProfiles.WOOCOMMERCE_SEQUENTIAL;
import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.model.Benefit;
import com.truecart.model.Benefit.BuyXGetY;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.model.Scope;
import com.truecart.pricing.profile.EngineProfile;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who comes first where one promotion goes on from what another left: on two units at 50.00. */
class LaneOrderTest {

    private static final Benefit QUANTITY_RATE = new Benefit.QuantityPercent(2, 200_000);
    private static final Benefit ONE_FREE = new BuyXGetY(1, 1, 1_000_000, BuyXGetY.Pick.CHEAPEST);
    private static final Benefit GET_ONE =
            new Benefit.BuyThisGetThat(
                    1, new Scope.WholeStore(), 1, 1_000_000, Optional.empty(), false);

    @Test
    void medusaTakesTheHigherBareNumberFirst() {
        // 30.00 before 20 %, and 20 % before 10.00
        assertThat(at(MEDUSA, percent("A", STORE_ORDER, 20), off("B", STORE_ORDER, 3000)))
                .isEqualTo(hkd("56"));
        assertThat(at(MEDUSA, off("A", STORE_ORDER, 1000), percent("B", STORE_ORDER, 20)))
                .isEqualTo(hkd("70"));
        assertThat(at(MEDUSA, offer("A", QUANTITY, QUANTITY_RATE), off("B", STORE_ORDER, 3000)))
                .isEqualTo(hkd("56"));
        assertThat(at(MEDUSA, off("A", STORE_ORDER, 1000), offer("B", QUANTITY, QUANTITY_RATE)))
                .isEqualTo(hkd("70"));
    }

    @Test
    void medusaTakesABuyAndGetBeforeAllNumbers() {
        for (Benefit get : List.of(ONE_FREE, GET_ONE)) {
            Promotion free = offer("Z", QUANTITY, get);
            // 50.00 are left for the amount, which takes them all
            assertThat(at(MEDUSA, off("A", STORE_ORDER, 20000), free)).isEqualTo(hkd("0"));
            assertThat(at(MEDUSA, off("A", STORE_ORDER, 6000), free)).isEqualTo(hkd("0"));
        }
    }

    @Test
    void amongBuyAndGetsMedusaTakesTheHigherRateFirst() {
        Benefit half = new BuyXGetY(1, 1, 500_000, BuyXGetY.Pick.CHEAPEST);
        // one free leaves 25.00 each, and half of one is 12.50
        assertThat(at(MEDUSA, offer("A", QUANTITY, half), offer("B", QUANTITY, ONE_FREE)))
                .isEqualTo(hkd("37.50"));
        Benefit getHalf =
                new Benefit.BuyThisGetThat(
                        1, new Scope.WholeStore(), 1, 500_000, Optional.empty(), false);
        assertThat(at(MEDUSA, offer("A", QUANTITY, getHalf), offer("B", QUANTITY, GET_ONE)))
                .isEqualTo(hkd("37.50"));
    }

    @Test
    void wooCommerceTakesUnitAmountsThenRatesThenCartAmounts() {
        Promotion rate = percent("B", STORE_COUPON, 20);
        Promotion sale =
                offer("C", STORE_COUPON, new Benefit.UnitPrice(hkd("40"), Optional.empty()));
        Promotion each = offEach("C", STORE_COUPON, 1000);
        Promotion cart = off("A", STORE_COUPON, 1000);
        assertThat(at(WOOCOMMERCE_SEQUENTIAL, rate, sale)).isEqualTo(hkd("64"));
        assertThat(at(WOOCOMMERCE_SEQUENTIAL, rate, each)).isEqualTo(hkd("64"));
        assertThat(at(WOOCOMMERCE_SEQUENTIAL, cart, rate)).isEqualTo(hkd("70"));
        assertThat(at(WOOCOMMERCE_SEQUENTIAL, cart, offer("B", STORE_COUPON, QUANTITY_RATE)))
                .isEqualTo(hkd("70"));
        assertThat(at(WOOCOMMERCE_SEQUENTIAL, cart, rate, each)).isEqualTo(hkd("54"));
    }

    @Test
    void ofOneKindWooCommerceTakesTheLowerNumberFirst() {
        // 10 % of 27 cents are 3, and half of 24 are 12; the other way round 13 cents would be left
        List<CartLine> odd = List.of(line("a", "0.27", 1));
        Promotion half = percent("A", STORE_COUPON, 50);
        Promotion tenth = percent("B", STORE_COUPON, 10);
        Money tenthFirst = priced(cart(WOOCOMMERCE_SEQUENTIAL, odd, half, tenth)).payable();
        assertThat(tenthFirst).isEqualTo(hkd("0.12"));
    }

    @Test
    void magentoAndSyliusGoByPriorityEachInItsDirection() {
        Promotion rate = priority(1, percent("B", STORE_ORDER, 20));
        Promotion amount = priority(2, off("A", STORE_ORDER, 1000));
        assertThat(at(MAGENTO, rate, amount)).isEqualTo(hkd("70"));
        assertThat(at(SYLIUS, rate, amount)).isEqualTo(hkd("72"));
    }

    @Test
    void ofOnePriorityBroadleafTakesWhatSavesMoreFirst() {
        Promotion twenty = percent("A", STORE_ORDER, 20);
        assertThat(at(BROADLEAF, twenty, off("B", STORE_ORDER, 3000))).isEqualTo(hkd("56"));
        assertThat(at(BROADLEAF, twenty, off("B", STORE_ORDER, 1000))).isEqualTo(hkd("70"));
        assertThat(at(BROADLEAF, priority(1, twenty), priority(2, off("B", STORE_ORDER, 3000))))
                .isEqualTo(hkd("50"));
    }

    @Test
    void whereOneGoesAfterTheOtherAMultiBuyLowersWhatIsLeft() {
        Promotion second = priority(2, offer("B", QUANTITY, new Benefit.NthUnit(2, 500_000)));
        Promotion sale =
                priority(1, offer("A", ITEM, new Benefit.UnitPrice(hkd("40"), Optional.empty())));
        assertThat(at(MAGENTO, second, sale)).isEqualTo(hkd("60"));
        Promotion dollar = offer("C", QUANTITY, new Benefit.NthUnitPrice(2, hkd("1")));
        assertThat(at(MAGENTO, priority(2, dollar), sale)).isEqualTo(hkd("41"));
    }

    @Test
    void theSecondUnitIsOneOfTheSameOffer() {
        List<CartLine> apart = List.of(line("a", "50", 1), line("b", "50", 1));
        Promotion dollar = offer("C", QUANTITY, new Benefit.NthUnitPrice(2, hkd("1")));
        Promotion half = offer("C", QUANTITY, new Benefit.NthUnit(2, 500_000));
        for (EngineProfile engine : List.of(MAGENTO, SYLIUS)) {
            assertThat(priced(cart(engine, apart, dollar)).payable()).isEqualTo(hkd("100"));
            assertThat(priced(cart(engine, apart, half)).payable()).isEqualTo(hkd("100"));
        }
        assertThat(priced(Given.cart(apart, dollar)).payable()).isEqualTo(hkd("100"));
        assertThat(priced(Given.cart(apart, half)).payable()).isEqualTo(hkd("100"));
    }

    private static Money at(EngineProfile engine, Promotion... promotions) {
        return priced(cart(engine, List.of(line("a", "50", 2)), promotions)).payable();
    }

    private static StoreCart cart(
            EngineProfile engine, List<CartLine> lines, Promotion... promotions) {
        return new StoreCart(lines, List.of(promotions), Optional.empty(), engine);
    }
}
