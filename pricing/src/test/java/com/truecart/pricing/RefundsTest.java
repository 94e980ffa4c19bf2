package com.truecart.pricing;

import static com.truecart.pricing.Given.NOW;
import static com.truecart.pricing.Given.cart;
import static com.truecart.pricing.Given.delivered;
import static com.truecart.pricing.Given.hkd;
import static com.truecart.pricing.Given.line;
import static com.truecart.pricing.Given.multiBuy;
import static com.truecart.pricing.Given.storeWide;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.truecart.model.Benefit;
import com.truecart.model.Benefit.AmountOff;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.model.Promotion.Stage;
import com.truecart.model.Trigger;
import com.truecart.pricing.RefundPolicy.Delivery;
import com.truecart.pricing.RefundPolicy.Goods;
import com.truecart.pricing.profile.EngineProfile;
import com.truecart.pricing.profile.EngineProfiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What comes back where a part of a paid cart is returned. */
class RefundsTest {

    private static final RefundPolicy SHARE =
            new RefundPolicy(Goods.SHARE_OF_PAID, Delivery.ON_FULL_RETURN);
    private static final RefundPolicy REPRICED =
            new RefundPolicy(Goods.REPRICED, Delivery.ON_FULL_RETURN);
    private static final Promotion FROM_100_LESS_20 =
            storeWide(
                    "100-20",
                    Stage.STORE_ORDER,
                    new Trigger.MinSpend(hkd("100")),
                    new AmountOff(hkd("20"), AmountOff.Per.ORDER));

    private final Refunds refunds = new Refunds();

    @Test
    void theShareOfALineComesBackAndItsLastUnitTakesTheRest() {
        // 10.00 over three lines of 10.00 bought as one line of three: 20.00, 6.66, 6.67, 6.67
        Promotion ten =
                storeWide(
                        "10",
                        Stage.STORE_ORDER,
                        new Trigger.Always(),
                        new AmountOff(hkd("10"), AmountOff.Per.ORDER));
        PaidCart paid = paid(cart(List.of(line("a", "10.00", 3)), ten));
        List<Refund> given = new ArrayList<>();
        for (String amount : List.of("6.66", "6.67", "6.67")) {
            given.add(refunds.refund(paid, given, Map.of("a", 1), SHARE));
            assertThat(given.getLast().amount()).isEqualTo(hkd(amount));
            assertThat(given.getLast().clawedBack()).isEmpty();
        }
    }

    @Test
    void otherLinesKeepTheirDiscountThoughTheThresholdIsBroken() {
        PaidCart paid =
                paid(cart(List.of(line("a", "60.00", 1), line("b", "40.00", 1)), FROM_100_LESS_20));
        assertThat(refunds.refund(paid, List.of(), Map.of("b", 1), SHARE).amount())
                .isEqualTo(hkd("32.00"));
    }

    @Test
    void aBrokenThresholdIsClawedBackWhereTheKeptUnitsArePricedAnew() {
        // paid 80.00; a alone costs 60.00, so 20.00 come back: 32.00 less the 12.00 a had
        PaidCart paid =
                paid(cart(List.of(line("a", "60.00", 1), line("b", "40.00", 1)), FROM_100_LESS_20));
        Refund refund = refunds.refund(paid, List.of(), Map.of("b", 1), REPRICED);
        assertThat(refund.amount()).isEqualTo(hkd("20.00"));
        assertThat(refund.lines()).containsExactly(new Refund.Line("b", 1, hkd("32.00")));
        assertThat(refund.clawedBack())
                .containsExactly(new Refund.ClawBack(FROM_100_LESS_20, hkd("12.00")));
        Refund rest = refunds.refund(paid, List.of(refund), Map.of("a", 1), REPRICED);
        assertThat(rest.amount()).isEqualTo(hkd("60.00"));
    }

    @Test
    void whatIsKeptMayCostMoreThanWasPaidAndNothingIsAskedFor() {
        // the third is free: two paid; one returned leaves two at full price, nothing comes back
        Promotion free =
                multiBuy(new Benefit.BuyXGetY(2, 1, Money.PPM, Benefit.BuyXGetY.Pick.CHEAPEST));
        PaidCart paid = paid(cart(List.of(line("a", "10.00", 3, free))));
        Refund first = refunds.refund(paid, List.of(), Map.of("a", 1), REPRICED);
        assertThat(first.amount()).isEqualTo(hkd("0.00"));
        Refund second = refunds.refund(paid, List.of(first), Map.of("a", 2), REPRICED);
        assertThat(second.amount()).isEqualTo(hkd("20.00"));
    }

    @Test
    void theFeeComesBackWithTheLastUnitOrNever() {
        PaidCart paid =
                paid(delivered(cart(List.of(line("a", "10.00", 2))), "30", Optional.empty()));
        Refund one = refunds.refund(paid, List.of(), Map.of("a", 1), SHARE);
        assertThat(one.deliveryRefunded()).isEqualTo(hkd("0"));
        Refund two = refunds.refund(paid, List.of(one), Map.of("a", 1), SHARE);
        assertThat(two.deliveryRefunded()).isEqualTo(hkd("30"));
        assertThat(two.amount()).isEqualTo(hkd("40"));
        RefundPolicy never = new RefundPolicy(Goods.SHARE_OF_PAID, Delivery.NEVER);
        assertThat(refunds.refund(paid, List.of(), Map.of("a", 2), never).amount())
                .isEqualTo(hkd("20"));
    }

    @Test
    void onTaobaoASubOrderComesBackAsPaid() {
        PricedPlatformCart priced =
                new PlatformPricer()
                        .price(
                                new PlatformCart(
                                        Map.of(
                                                "1", taobao("129.90"),
                                                "2", taobao("89.90"),
                                                "3", taobao("80.30")),
                                        List.of(
                                                storeWide(
                                                        "cross",
                                                        Stage.PLATFORM,
                                                        new Trigger.MinSpend(hkd("300")),
                                                        new AmountOff(
                                                                hkd("50"), AmountOff.Per.ORDER)))),
                                Shoppers.ANYONE,
                                NOW);
        PricedCart second = requireNonNull(priced.stores().get("2"));
        PaidCart paid = new PaidCart(taobao("89.90"), Shopper.ANYONE, second);
        assertThat(refunds.refund(paid, List.of(), Map.of("a", 1), SHARE).amount())
                .isEqualTo(hkd("74.93"));
    }

    @Test
    void oneStoreOfAPlatformIsNotPricedAnewWithoutTheOthers() {
        Promotion cross =
                storeWide(
                        "cross",
                        Stage.PLATFORM,
                        new Trigger.MinSpend(hkd("300")),
                        new AmountOff(hkd("50"), AmountOff.Per.ORDER));
        StoreCart kitchen =
                new StoreCart(
                        List.of(line("pan", "200.00", 2)),
                        List.of(),
                        Optional.empty(),
                        EngineProfiles.TAOBAO);
        PricedPlatformCart priced =
                new PlatformPricer()
                        .price(
                                new PlatformCart(
                                        Map.of("kitchen", kitchen, "teahouse", taobao("150.00")),
                                        List.of(cross)),
                                Shoppers.ANYONE,
                                NOW);
        PaidCart paid =
                new PaidCart(
                        kitchen, Shopper.ANYONE, requireNonNull(priced.stores().get("kitchen")));
        // the kept 350.00 at both stores still reach 300.00, which this cart alone does not know
        assertThatIllegalArgumentException()
                .isThrownBy(() -> refunds.refund(paid, List.of(), Map.of("pan", 1), REPRICED))
                .withMessageContaining("promotion cross");
        PaidPlatformCart whole =
                new PaidPlatformCart(
                        new PlatformCart(
                                Map.of("kitchen", kitchen, "teahouse", taobao("150.00")),
                                List.of(cross)),
                        Shoppers.ANYONE,
                        priced);
        Refund pan = refunds.refund(whole, List.of(), Map.of("kitchen/pan", 1), REPRICED);
        assertThat(pan.amount()).isEqualTo(hkd("200"));
        Refund tea = refunds.refund(whole, List.of(pan), Map.of("teahouse/a", 1), REPRICED);
        // the second pan alone no longer reaches 300.00
        assertThat(tea.amount()).isEqualTo(hkd("100"));
        assertThat(tea.clawedBack().getFirst().promotion()).isEqualTo(cross);
        Refund rest = refunds.refund(whole, List.of(pan, tea), Map.of("kitchen/pan", 1), REPRICED);
        assertThat(pan.amount().plus(tea.amount()).plus(rest.amount())).isEqualTo(priced.payable());
        assertThat(refunds.refund(whole, List.of(), Map.of("teahouse/a", 1), SHARE).amount())
                .isEqualTo(hkd("136.36"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> refunds.refund(whole, List.of(), Map.of("pan", 1), SHARE))
                .withMessageContaining("line pan");
    }

    @Test
    void whatWasNotBoughtOrIsNoLongerKeptIsRefusedByName() {
        PaidCart paid = paid(cart(List.of(line("a", "10.00", 2))));
        Refund one = refunds.refund(paid, List.of(), Map.of("a", 1), SHARE);
        for (Map<String, Integer> returned :
                List.of(Map.of("b", 1), Map.of("a", 2), Map.of("a", 0), Map.of("a", -1))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> refunds.refund(paid, List.of(one), returned, SHARE))
                    .withMessageContaining("line " + returned.keySet().iterator().next());
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> refunds.refund(paid, List.of(), Map.of(), SHARE));
    }

    @Test
    void inWhateverOrderItComesBackNeverMoreThanPaidAndAllOfItInTheEnd() {
        for (EngineProfile profile : EngineProfiles.ALL_PROFILES) {
            for (RefundPolicy policy : List.of(SHARE, REPRICED)) {
                Drawn drawn = new Drawn(41);
                for (int round = 0; round < rounds(profile); round++) {
                    StoreCart drawnCart = drawn.cart();
                    StoreCart cart =
                            new StoreCart(
                                    drawnCart.lines(),
                                    drawnCart.storePromotions(),
                                    drawnCart.delivery(),
                                    profile);
                    Shopper shopper = drawn.shopper();
                    PaidCart paid = new PaidCart(cart, shopper, Given.priced(cart, shopper));
                    List<Money> totals =
                            returnAll(
                                    drawn.random(),
                                    paid,
                                    (given, units) -> refunds.refund(paid, given, units, policy));
                    assertThat(isWithin(paid.priced().payable(), totals))
                            .as(profile.name() + " " + policy.goods())
                            .isTrue();
                }
            }
        }
    }

    @Test
    void theCheckNoticesARefundRoundedUpForEachReturn() {
        // planted: every return by itself, rounded up
        PaidCart paid = paid(cart(List.of(line("a", "3.34", 3, thirdOff()))));
        List<Money> totals =
                returnAll(
                        new Random(1),
                        paid,
                        (_, units) -> {
                            int count = units.getOrDefault("a", 0);
                            Money amount =
                                    paid.priced()
                                            .payable()
                                            .times(count)
                                            .dividedBy(3, java.math.RoundingMode.UP);
                            return new Refund(
                                    amount,
                                    List.of(new Refund.Line("a", count, amount)),
                                    List.of(),
                                    hkd("0"));
                        });
        assertThat(isWithin(paid.priced().payable(), totals)).isFalse();
    }

    private static Promotion thirdOff() {
        return multiBuy(new Benefit.NthUnitPrice(3, hkd("0.99")));
    }

    private static int rounds(EngineProfile profile) {
        return profile.search() == EngineProfile.Search.BEST_SUBSET ? 5 : Rounds.of(60);
    }

    private static boolean isWithin(Money paid, List<Money> totals) {
        return totals.stream().noneMatch(total -> total.compareTo(paid) > 0)
                && totals.getLast().equals(paid);
    }

    private interface Giving {
        Refund back(List<Refund> given, Map<String, Integer> units);
    }

    /** Everything in random parts; what has come back after each. */
    private static List<Money> returnAll(Random random, PaidCart paid, Giving giving) {
        Map<String, Integer> kept = new TreeMap<>();
        paid.cart().lines().forEach(line -> kept.put(line.lineId(), line.quantity()));
        List<Refund> given = new ArrayList<>();
        List<Money> totals = new ArrayList<>();
        Money total = Money.zero(paid.cart().currency());
        while (!kept.isEmpty()) {
            List<String> ids = List.copyOf(kept.keySet());
            String id = ids.get(random.nextInt(ids.size()));
            int units = 1 + random.nextInt(requireNonNull(kept.get(id)));
            given.add(giving.back(given, Map.of(id, units)));
            kept.computeIfPresent(id, (_, left) -> left == units ? null : left - units);
            total = total.plus(given.getLast().amount());
            totals.add(total);
        }
        return totals;
    }

    private static PaidCart paid(StoreCart cart) {
        return new PaidCart(cart, Shopper.ANYONE, Given.priced(cart));
    }

    private static StoreCart taobao(String price) {
        return new StoreCart(
                List.of(line("a", price, 1)), List.of(), Optional.empty(), EngineProfiles.TAOBAO);
    }
}
