package com.truecart.pricing;

import static com.truecart.pricing.Given.NOW;
import static com.truecart.pricing.Given.always;
import static com.truecart.pricing.Given.cart;
import static com.truecart.pricing.Given.hkd;
import static com.truecart.pricing.Given.line;
import static com.truecart.pricing.Given.multiBuy;
import static com.truecart.pricing.Given.offer;
import static com.truecart.pricing.Given.on;
import static com.truecart.pricing.Given.priced;
import static com.truecart.pricing.Given.storeWide;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.truecart.model.Benefit.AmountOff;
import com.truecart.model.Benefit.BundlePrice;
import com.truecart.model.Benefit.PercentOff;
import com.truecart.model.Benefit.UnitPrice;
import com.truecart.model.Promotion;
import com.truecart.model.Promotion.Stage;
import com.truecart.model.Scope;
import com.truecart.model.Trigger;
import com.truecart.pricing.Verdict.Missed;
import com.truecart.pricing.Verdict.Question;
import com.truecart.pricing.Verdict.Reason;
import com.truecart.pricing.Verdict.RuledOut;
import com.truecart.pricing.Verdict.Shortfall;
import com.truecart.pricing.Verdict.Unknown;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Conditions, the order of stages, how a discount is split, and how to pay less. */
class ConditionsTest {

    private static final AmountOff TEN_OFF = new AmountOff(hkd("10.00"), AmountOff.Per.ORDER);

    @Test
    void onlyConfirmedConditionsAreInATotal() {
        assertUnknown(
                new Trigger.Code("SAVE"), Question.CODE, "SAVE", Shopper.ANYONE.withCode(" save"));
        assertUnknown(
                new Trigger.Member("club"),
                Question.MEMBERSHIP,
                "club",
                Shopper.ANYONE.withMembership("club"));
        assertUnknown(
                new Trigger.NewCustomer(),
                Question.NEW_CUSTOMER,
                "",
                Shopper.ANYONE.withNewCustomer(true));
        assertUnknown(
                new Trigger.PaymentMethod("octopus"),
                Question.PAYMENT_METHOD,
                "octopus",
                Shopper.ANYONE.payingBy("Octopus"));
    }

    @Test
    void aNoIsNoQuestionAnyMore() {
        Promotion welcome = storeWide("new", Stage.STORE_ORDER, new Trigger.NewCustomer(), TEN_OFF);
        assertThat(
                        priced(
                                        cart(List.of(line("a", "30.00", 1)), welcome),
                                        Shopper.ANYONE.withNewCustomer(false))
                                .notApplied())
                .containsExactly(new NotApplied(welcome, new RuledOut(Reason.NOT_A_NEW_CUSTOMER)));
    }

    @Test
    void aThresholdIsReachedFromItsVeryAmountOn() {
        Promotion from100 =
                storeWide("100", Stage.STORE_ORDER, new Trigger.MinSpend(hkd("100")), TEN_OFF);
        assertThat(priced(cart(List.of(line("a", "50.00", 2)), from100)).payable())
                .isEqualTo(hkd("90.00"));
        assertThat(priced(cart(List.of(line("a", "49.99", 2)), from100)).notApplied())
                .containsExactly(
                        new NotApplied(from100, new Missed(new Shortfall.Spend(hkd("0.02")))));
    }

    @Test
    void thresholdsLookAtWhatEarlierStagesLeft() {
        Promotion cheaper =
                always("sale", Stage.ITEM, new UnitPrice(hkd("49.00"), Optional.empty()));
        Promotion from100 =
                storeWide("100", Stage.STORE_ORDER, new Trigger.MinSpend(hkd("100")), TEN_OFF);
        assertThat(priced(cart(List.of(line("a", "50.00", 2, cheaper)), from100)).payable())
                .isEqualTo(hkd("98.00"));
    }

    @Test
    void ofAStageOnlyTheBestAppliesAndTheNextStageGoesOnFromThere() {
        Promotion five =
                storeWide(
                        "5",
                        Stage.STORE_ORDER,
                        new Trigger.Always(),
                        new AmountOff(hkd("5.00"), AmountOff.Per.ORDER));
        Promotion ten = storeWide("10", Stage.STORE_ORDER, new Trigger.Always(), TEN_OFF);
        Promotion code =
                storeWide(
                        "code",
                        Stage.STORE_COUPON,
                        new Trigger.Code("X"),
                        new PercentOff(200_000, Optional.empty()));
        PricedCart cart =
                priced(
                        cart(List.of(line("a", "100.00", 1)), five, ten, code),
                        Shopper.ANYONE.withCode("x"));
        assertThat(cart.payable()).isEqualTo(hkd("72.00"));
        assertThat(cart.steps().stream().map(PriceStep::after))
                .containsExactly(hkd("100"), hkd("90"), hkd("72"));
        assertThat(cart.notApplied())
                .containsExactly(new NotApplied(five, new RuledOut(Reason.ANOTHER_SAVES_MORE)));
    }

    @Test
    void anOrderDiscountIsSplitToTheCent() {
        Promotion ten = storeWide("10", Stage.STORE_ORDER, new Trigger.Always(), TEN_OFF);
        assertThat(
                        priced(
                                        cart(
                                                List.of(
                                                        line("a", "10.00", 1),
                                                        line("b", "10.00", 1),
                                                        line("c", "10.00", 1)),
                                                ten))
                                .lines()
                                .stream()
                                .map(PricedLine::payable))
                .containsExactly(hkd("6.66"), hkd("6.67"), hkd("6.67"));
        assertThat(
                        priced(cart(List.of(line("a", "90.00", 1), line("b", "10.00", 1)), ten))
                                .lines()
                                .stream()
                                .map(PricedLine::payable))
                .containsExactly(hkd("81.00"), hkd("9.00"));
    }

    @Test
    void whoHasSaidNoToACodeOrAMembershipIsNotAskedAgain() {
        Promotion code = storeWide("a", Stage.STORE_ORDER, new Trigger.Code("SAVE"), TEN_OFF);
        Promotion member = storeWide("b", Stage.STORE_COUPON, new Trigger.Member("PLUS"), TEN_OFF);
        StoreCart cart = cart(List.of(line("a", "50.00", 1)), code, member);
        Shopper no = Shopper.ANYONE.withoutCode("save").withoutMembership("PLUS");
        assertThat(priced(cart, no).notApplied())
                .extracting(NotApplied::verdict)
                .containsExactly(
                        new Verdict.RuledOut(Verdict.Reason.DECLINED),
                        new Verdict.RuledOut(Verdict.Reason.DECLINED));
        Shopper after = no.withCode("Save").withMembership("PLUS");
        assertThat(priced(cart, after).payable()).isEqualTo(hkd("30.00"));
    }

    @Test
    void aPriceWhoseStepsDoNotAddUpIsRefused() {
        PriceStep list = new PriceStep(PriceStep.Kind.LIST, Optional.empty(), hkd("10"), hkd("10"));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new EffectivePrice(
                                1,
                                hkd("10"),
                                List.of(list),
                                hkd("9.99"),
                                Optional.empty(),
                                List.of(),
                                List.of(),
                                List.of(),
                                true,
                                NOW))
                .withMessageContaining("payable is HKD 9.99");
    }

    @Test
    void theDiscountIsMeasuredFromTheListPrice() {
        OfferTerms struck =
                new OfferTerms(
                        "a",
                        Optional.empty(),
                        List.of(),
                        hkd("80.00"),
                        Optional.of(hkd("120.00")),
                        List.of());
        EffectivePrice price = price(struck, 1);
        assertThat(price.steps().stream().map(PriceStep::kind))
                .containsExactly(PriceStep.Kind.LIST, PriceStep.Kind.STORE_PRICE);
        assertThat(price.discountPpm()).isEqualTo(333_333);
    }

    @Test
    void waysToPayLessNameWhatIsMissingTheCheapestUnitFirst() {
        Promotion two = multiBuy(new BundlePrice(2, hkd("36.00")));
        Promotion members =
                on(
                        "members",
                        Stage.ITEM,
                        new Scope.ThisOffer(),
                        new Trigger.Member("club"),
                        new UnitPrice(hkd("17.00"), Optional.empty()));
        Promotion code =
                storeWide(
                        "code",
                        Stage.STORE_COUPON,
                        new Trigger.AllOf(
                                List.of(
                                        new Trigger.Code("TEN"),
                                        new Trigger.MinSpend(hkd("59.70")))),
                        TEN_OFF);
        List<WayToPayLess> ways =
                new OfferPricer()
                        .waysToPayLess(
                                offer("a", "19.90", two, members),
                                1,
                                List.of(code),
                                Optional.empty(),
                                Shopper.ANYONE,
                                NOW);
        assertThat(ways.stream().map(WayToPayLess::promotion)).containsExactly(code, members, two);
        // four units: two bundles are 72.00, which reaches 59.70 where three units (55.90) do not
        assertThat(ways.stream().map(way -> way.price().perUnit()))
                .containsExactly(hkd("15.50"), hkd("17.00"), hkd("18.00"));
        assertThat(ways.getLast().needs()).containsExactly(new Missed(new Shortfall.Units(1)));
        assertThat(ways.get(1).needs()).containsExactly(new Unknown(Question.MEMBERSHIP, "club"));
    }

    @Test
    void aThirdUnitSuggestsTheFourthThatFillsTheSecondBundle() {
        Promotion two = multiBuy(new BundlePrice(2, hkd("36.00")));
        List<WayToPayLess> ways =
                new OfferPricer()
                        .waysToPayLess(
                                offer("a", "19.90", two),
                                3,
                                List.of(),
                                Optional.empty(),
                                Shopper.ANYONE,
                                NOW);
        assertThat(ways.stream().map(WayToPayLess::needs))
                .containsExactly(List.of(new Missed(new Shortfall.Units(1))));
        assertThat(ways.getFirst().price().payable()).isEqualTo(hkd("72.00"));
    }

    private static void assertUnknown(
            Trigger trigger, Question question, String subject, Shopper confirmed) {
        Promotion promotion = storeWide("p", Stage.STORE_ORDER, trigger, TEN_OFF);
        StoreCart cart = cart(List.of(line("a", "30.00", 1)), promotion);
        assertThat(priced(cart).payable()).isEqualTo(hkd("30.00"));
        assertThat(priced(cart).notApplied())
                .containsExactly(new NotApplied(promotion, new Unknown(question, subject)));
        assertThat(priced(cart, confirmed).payable()).isEqualTo(hkd("20.00"));
    }

    private static EffectivePrice price(OfferTerms offer, int quantity) {
        return new OfferPricer()
                .price(offer, quantity, List.of(), Optional.empty(), Shopper.ANYONE, NOW);
    }
}
