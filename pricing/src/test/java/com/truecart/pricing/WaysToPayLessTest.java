package com.truecart.pricing;

import static com.truecart.pricing.Given.NOW;
import static com.truecart.pricing.Given.hkd;
import static com.truecart.pricing.Given.offer;
import static com.truecart.pricing.Given.storeWide;
import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.model.Benefit;
import com.truecart.model.DeliveryTerms;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.model.Promotion.Stage;
import com.truecart.model.Trigger;
import com.truecart.model.Trigger.Confirmed;
import com.truecart.pricing.Verdict.Missed;
import com.truecart.pricing.Verdict.Question;
import com.truecart.pricing.Verdict.Shortfall;
import com.truecart.pricing.Verdict.Unknown;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is proposed to pay less lowers the price itself. */
class WaysToPayLessTest {
    private static final Promotion TEN_OFF_100 =
            storeWide(
                    "10 off 100",
                    Stage.STORE_ORDER,
                    new Trigger.MinSpend(hkd("100")),
                    new Benefit.AmountOff(hkd("10"), Benefit.AmountOff.Per.ORDER));

    @Test
    void aGiftThatAnotherPromotionGoesWithIsNoWayToPayLess() {
        Promotion gift =
                storeWide(
                        "gift from 120",
                        Stage.STORE_ORDER,
                        new Trigger.MinSpend(hkd("120")),
                        new Benefit.Gift("tote bag", Optional.of(hkd("68"))));
        assertThat(ways(gift, TEN_OFF_100)).containsExactly(TEN_OFF_100);
    }

    @Test
    void aFreeDeliveryThatAnotherPromotionGoesWithIsNoWayToPayLessForTheGoods() {
        Promotion free =
                storeWide(
                        "free delivery from 120",
                        Stage.DELIVERY,
                        new Trigger.MinSpend(hkd("120")),
                        new Benefit.DeliveryOff(Money.PPM));
        assertThat(ways(free, TEN_OFF_100)).containsExactly(TEN_OFF_100);
    }

    @Test
    void everyAnswerThatIsMissingIsNamedAndTried() {
        Map<Trigger, Unknown> asked = new LinkedHashMap<>();
        asked.put(new Trigger.Code("TEN"), new Unknown(Question.CODE, "TEN"));
        asked.put(new Trigger.Member("club"), new Unknown(Question.MEMBERSHIP, "club"));
        asked.put(new Trigger.NewCustomer(), new Unknown(Question.NEW_CUSTOMER, ""));
        asked.put(
                new Trigger.PaymentMethod("octopus"),
                new Unknown(Question.PAYMENT_METHOD, "octopus"));
        for (Confirmed.Matter matter : Confirmed.Matter.values()) {
            asked.put(
                    new Confirmed(matter, "this one"),
                    new Unknown(Conditions.question(matter), "this one"));
        }
        asked.forEach((trigger, question) -> {
            List<WayToPayLess> ways = waysFor("40.00", 1, off("ten", trigger));
            assertThat(ways).as(trigger.toString()).hasSize(1);
            assertThat(ways.getFirst().needs()).containsExactly(question);
            assertThat(ways.getFirst().price().goods()).isEqualTo(hkd("30.00"));
            assertThat(ways.getFirst().price().quantity()).isEqualTo(1);
        });
    }

    @Test
    void whatNoAnswerAndNoUnitHelpsIsNoWay() {
        assertThat(waysFor("40.00", 1, off("words", new Trigger.Unmodelled("if lucky")))).isEmpty();
        assertThat(waysFor("40.00", 1, off("two offers", new Trigger.MinDistinct(2)))).isEmpty();
        assertThat(waysFor("0.00", 1, off("spend", new Trigger.MinSpend(hkd("10"))))).isEmpty();
        Shopper known = Shopper.ANYONE.withNewCustomer(false);
        assertThat(
                        new OfferPricer()
                                .waysToPayLess(
                                        offer("a", "40.00"),
                                        1,
                                        List.of(off("new", new Trigger.NewCustomer())),
                                        Optional.empty(),
                                        known,
                                        NOW))
                .isEmpty();
    }

    @Test
    void asManyUnitsAsReachTheSpendAndNoMore() {
        assertThat(units(waysFor("50.00", 1, off("a", new Trigger.MinSpend(hkd("100"))))))
                .containsExactly(2);
        assertThat(units(waysFor("49.99", 1, off("a", new Trigger.MinSpend(hkd("100"))))))
                .containsExactly(3);
        assertThat(
                        waysFor("50.00", 1, off("a", new Trigger.MinSpend(hkd("100"))))
                                .getFirst()
                                .needs())
                .containsExactly(new Missed(new Shortfall.Spend(hkd("50.00"))));
    }

    @Test
    void moreUnitsThanALineMayHaveAreNotSuggested() {
        int most = CartLine.MOST_UNITS;
        assertThat(units(waysFor("1.00", 1, off("a", new Trigger.MinQuantity(most)))))
                .containsExactly(most);
        assertThat(waysFor("1.00", 1, off("a", new Trigger.MinQuantity(most + 1)))).isEmpty();
        assertThat(units(waysFor("0.10", 1, off("a", new Trigger.MinSpend(hkd("99.90"))))))
                .containsExactly(most);
        assertThat(waysFor("0.10", 1, off("a", new Trigger.MinSpend(hkd("99.91"))))).isEmpty();
        Promotion pair =
                storeWide(
                        "pair",
                        Stage.QUANTITY,
                        new Trigger.Always(),
                        new Benefit.BundleSave(2, hkd("0.10")));
        assertThat(units(waysFor("1.00", most - 2, pair))).containsExactly(most - 1);
        assertThat(waysFor("1.00", most, pair)).isEmpty();
    }

    @Test
    void aFullGroupIsNoReasonForAnother() {
        Promotion pair =
                storeWide(
                        "pair",
                        Stage.QUANTITY,
                        new Trigger.Always(),
                        new Benefit.BundleSave(2, hkd("5")));
        assertThat(waysFor("40.00", 2, pair)).isEmpty();
        assertThat(units(waysFor("40.00", 3, pair))).containsExactly(4);
        assertThat(waysFor("40.00", 2, off("always", new Trigger.Always()))).isEmpty();
    }

    @Test
    void whatIsNotCheaperByTheUnitIsNoWay() {
        // ten off two is five each, as ten off one would be better
        Promotion once = off("once", new Trigger.Always());
        Promotion second =
                storeWide(
                        "second",
                        Stage.STORE_COUPON,
                        new Trigger.MinQuantity(2),
                        new Benefit.AmountOff(hkd("10"), Benefit.AmountOff.Per.ORDER));
        assertThat(waysFor("40.00", 1, once, second)).isEmpty();
    }

    @Test
    void theCheapestUnitComesFirstAndOfEqualsTheFirstByRef() {
        Promotion b = off("b", new Trigger.Code("B"));
        Promotion a = off("a", new Trigger.Code("A"));
        Promotion more =
                storeWide(
                        "z",
                        Stage.STORE_ORDER,
                        new Trigger.Code("Z"),
                        new Benefit.AmountOff(hkd("11"), Benefit.AmountOff.Per.ORDER));
        assertThat(waysFor("40.00", 1, b, a, more))
                .extracting(WayToPayLess::promotion)
                .containsExactly(more, a, b);
    }

    private static Promotion off(String ref, Trigger trigger) {
        return storeWide(
                ref,
                Stage.STORE_ORDER,
                trigger,
                new Benefit.AmountOff(hkd("10"), Benefit.AmountOff.Per.ORDER));
    }

    private static List<Integer> units(List<WayToPayLess> ways) {
        return ways.stream().map(way -> way.price().quantity()).toList();
    }

    private static List<WayToPayLess> waysFor(String price, int quantity, Promotion... some) {
        return new OfferPricer()
                .waysToPayLess(
                        offer("a", price),
                        quantity,
                        List.of(some),
                        Optional.empty(),
                        Shopper.ANYONE,
                        NOW);
    }

    private static List<Promotion> ways(Promotion... promotions) {
        return new OfferPricer()
                        .waysToPayLess(
                                offer("a", "40.00"),
                                1,
                                List.of(promotions),
                                Optional.of(new DeliveryTerms(hkd("30"), Optional.empty())),
                                Shopper.ANYONE,
                                NOW)
                        .stream()
                        .map(WayToPayLess::promotion)
                        .toList();
    }
}
