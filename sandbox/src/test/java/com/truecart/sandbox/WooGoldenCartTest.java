package com.truecart.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.sandbox.store.Offer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Carts worked out by hand, in cents: items - discount + delivery = total. */
class WooGoldenCartTest {
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void aFixedCouponIsSharedEquallyByUnitsAndDeliveryIsPaidBelowTheThreshold() {
        int a = priced("harbour-grocer", 0, 5_390);
        int b = priced("harbour-grocer", 1, 1_050);
        WooBuyer buyer = buyer("harbour-grocer").add(a, 3).add(b, 4).livesInHongKong();

        assertThat(buyer.coupon("fresh20").status()).isEqualTo(200);

        // 3 x 53.90 + 4 x 10.50 = 203.70; 20.00 over 7 units: 2.85 each, 5 cents left, 3 + 2
        assertThat(buyer.totals()).isEqualTo("20370 - 2000 + 3000 = 21370");
        assertThat(lineTotals(buyer)).containsExactly("15312", "3058");
    }

    @Test
    void deliveryIsFreeFromTheThresholdWhichCountsAfterDiscounts() {
        int a = priced("harbour-grocer", 0, 5_390);
        int b = priced("harbour-grocer", 1, 1_050);
        WooBuyer buyer = buyer("harbour-grocer").add(a, 5).add(b, 4).livesInHongKong();

        // 269.50 + 42.00 = 311.50 is free, 291.50 is not
        assertThat(buyer.totals()).isEqualTo("31150 - 0 + 0 = 31150");
        buyer.coupon("FRESH20");
        assertThat(buyer.totals()).isEqualTo("31150 - 2000 + 3000 = 32150");
    }

    @Test
    void aPercentageIsFlooredPerLineAndMadeUpToTheRoundedWhole() {
        int one = priced("lantern-books", o -> o.product().isIn("Books"), 0, 12_805);
        int two = priced("lantern-books", o -> o.product().isIn("Books"), 1, 9_995);
        int soap = priced("lantern-books", o -> o.product().isIn("Household"), 0, 3_000);
        WooBuyer buyer = buyer("lantern-books").add(one, 1).add(two, 1).add(soap, 1);
        buyer.livesInHongKong().coupon("READ10");

        // 12.80 + 9.99 floored is 22.79, 10 % of 228.00 is 22.80: a cent more off the first book
        assertThat(buyer.totals()).isEqualTo("25800 - 2280 + 2000 = 25520");
        assertThat(lineTotals(buyer)).containsExactly("11524", "8996", "3000");
    }

    @Test
    void everySecondUnitOfAFlaggedProductCostsHalfAndACouponTakesMoreOff() {
        int milk = flagged("sampan-general", 1068, 3_190);
        int paste = flagged("sampan-general", 2033, 2_990);
        int other = priced("sampan-general", o -> o.product().isIn("Rice"), 0, 1_000);
        WooBuyer buyer = buyer("sampan-general").add(milk, 3).add(paste, 2).add(other, 1);
        buyer.livesInHongKong();

        // 95.70 + 59.80 + 10.00 = 165.50; off: one pair of milk 15.95, one of paste 14.95
        assertThat(buyer.totals()).isEqualTo("16550 - 3090 + 2500 = 15960");
        buyer.coupon("SAMPAN15");
        // 15.00 over 6 units is 2.50 each
        assertThat(buyer.totals()).isEqualTo("16550 - 4590 + 2500 = 14460");
        assertThat(lineTotals(buyer)).containsExactly("7225", "3985", "750");
    }

    @Test
    void aCouponBelowItsMinimumIsRefusedAndOneThatNoLongerHoldsFallsOff() {
        int a = priced("harbour-grocer", 0, 5_390);
        WooBuyer buyer = buyer("harbour-grocer").add(a, 3).livesInHongKong();

        assertThat(buyer.coupon("FRESH20").json().path("code").asString())
                .isEqualTo("woocommerce_rest_cart_coupon_error");
        buyer.add(a, 1).coupon("FRESH20");
        assertThat(buyer.totals()).isEqualTo("21560 - 2000 + 3000 = 22560");

        sandbox.setPrice("harbour-grocer", "HG-" + a, 4_000);
        JsonNode cart = buyer.cart();
        assertThat(cart.path("coupons")).isEmpty();
        assertThat(cart.path("errors").path(0).path("message").asString())
                .contains("minimum spend");
        assertThat(buyer.totals()).isEqualTo("16000 - 0 + 3000 = 19000");
    }

    @Test
    void deliveryIsUnknownUntilTheShopKnowsWhereTo() {
        int a = priced("harbour-grocer", 0, 5_390);
        JsonNode cart = buyer("harbour-grocer").add(a, 1).cart();

        assertThat(cart.path("totals").path("total_shipping").isNull()).isTrue();
        assertThat(cart.path("has_calculated_shipping").asBoolean()).isFalse();
        assertThat(cart.path("shipping_rates")).isEmpty();
    }

    private WooBuyer buyer(String shop) {
        return new WooBuyer(sandbox.shop(shop));
    }

    private int priced(String shop, int place, long price) {
        return priced(shop, _ -> true, place, price);
    }

    private int flagged(String shop, int number, long price) {
        return priced(shop, o -> o.product().number() == number, 0, price);
    }

    private int priced(String shop, Predicate<Offer> which, int place, long price) {
        Offer offer =
                sandbox.offers(shop).stream().filter(which).skip(place).findFirst().orElseThrow();
        sandbox.setPrice(shop, offer.sku(), price);
        sandbox.setStock(shop, offer.sku(), 100);
        return offer.product().number();
    }

    private static List<String> lineTotals(WooBuyer buyer) {
        List<String> totals = new ArrayList<>();
        for (JsonNode item : buyer.cart().path("items")) {
            totals.add(item.path("totals").path("line_total").asString());
        }
        return totals;
    }
}
