package com.truecart.pricing;

import static com.truecart.pricing.Given.NOW;
import static com.truecart.pricing.Given.cart;
import static com.truecart.pricing.Given.hkd;
import static com.truecart.pricing.Given.line;
import static com.truecart.pricing.Given.priced;
import static com.truecart.pricing.Offers.off;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.model.Promotion.Stage;
import com.truecart.pricing.PriceStep.Kind;
import com.truecart.pricing.PricedLine.Saving;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** A price carries its proof, and one that proves nothing cannot be made. */
class ProofTest {

    private static final Promotion TWO_OFF = off("two", Stage.STORE_ORDER, 200);
    private static final CartLine LINE = line("a", "10", 1);
    private static final PriceStep LIST =
            new PriceStep(Kind.LIST, Optional.empty(), hkd("10"), hkd("10"));
    private static final PriceStep OFF =
            new PriceStep(Kind.PROMOTION, Optional.of(TWO_OFF), hkd("-2"), hkd("8"));

    @Test
    void aStepNamesAPromotionExactlyWhereItIsOne() {
        assertRefused(
                () -> new PriceStep(Kind.PROMOTION, Optional.empty(), hkd("-1"), hkd("9")),
                "promotion");
        assertRefused(
                () -> new PriceStep(Kind.LIST, Optional.of(TWO_OFF), hkd("1"), hkd("1")),
                "promotion");
        assertRefused(
                () -> new PriceStep(Kind.PROMOTION, Optional.of(TWO_OFF), hkd("0.01"), hkd("9")),
                "never raises");
        PriceStep nothing =
                new PriceStep(Kind.PROMOTION, Optional.of(TWO_OFF), hkd("0"), hkd("10"));
        assertThat(nothing.change()).isEqualTo(hkd("0"));
    }

    @Test
    void stepsLeadFromTheListPriceToWhatIsPaid() {
        PriceStep.requireAddUp(hkd("10"), List.of(LIST, OFF), hkd("8"));
        assertRefused(() -> PriceStep.requireAddUp(hkd("10"), List.of(), hkd("10")), "list price");
        assertRefused(
                () -> PriceStep.requireAddUp(hkd("10"), List.of(OFF, LIST), hkd("8")),
                "list price");
        assertRefused(
                () -> PriceStep.requireAddUp(hkd("11"), List.of(LIST), hkd("10")), "list price");
        assertRefused(
                () -> PriceStep.requireAddUp(hkd("10"), List.of(LIST, OFF), hkd("7")), "payable");
        PriceStep wrong = new PriceStep(Kind.PROMOTION, Optional.of(TWO_OFF), hkd("-2"), hkd("7"));
        assertRefused(
                () -> PriceStep.requireAddUp(hkd("10"), List.of(LIST, wrong), hkd("7")),
                "do not add up");
        PriceStep below =
                new PriceStep(Kind.PROMOTION, Optional.of(TWO_OFF), hkd("-11"), hkd("-1"));
        assertRefused(
                () -> PriceStep.requireAddUp(hkd("10"), List.of(LIST, below), hkd("-1")),
                "negative");
        PriceStep free = new PriceStep(Kind.PROMOTION, Optional.of(TWO_OFF), hkd("-10"), hkd("0"));
        PriceStep.requireAddUp(hkd("10"), List.of(LIST, free), hkd("0"));
    }

    @Test
    void aLineIsItsPriceLessItsSavings() {
        List<Saving> two = List.of(new Saving(TWO_OFF, hkd("2")));
        assertThat(new PricedLine(LINE, hkd("10"), two, hkd("1"), hkd("9")).payable())
                .isEqualTo(hkd("9"));
        assertRefused(() -> new PricedLine(LINE, hkd("10"), two, hkd("1"), hkd("8")), "a: savings");
        List<Saving> eleven = List.of(new Saving(TWO_OFF, hkd("11")));
        assertRefused(
                () -> new PricedLine(LINE, hkd("10"), eleven, hkd("0"), hkd("-1")), "a: savings");
        List<Saving> ten = List.of(new Saving(TWO_OFF, hkd("10")));
        assertThat(new PricedLine(LINE, hkd("10"), ten, hkd("0"), hkd("0")).payable())
                .isEqualTo(hkd("0"));
    }

    @Test
    void aCartIsItsLinesAndItsDelivery() {
        PricedCart whole = priced(cart(List.of(LINE), TWO_OFF));
        assertThat(whole.goods()).isEqualTo(hkd("8"));
        assertRefused(() -> like(whole, hkd("7"), Optional.of(hkd("1"))), "lines come to");
        assertRefused(() -> like(whole, hkd("8"), Optional.of(hkd("1"))), "delivery");
    }

    @Test
    void aRefundIsItsLinesLessWhatIsClawedBack() {
        List<Refund.Line> five = List.of(new Refund.Line("a", 1, hkd("5")));
        List<Refund.ClawBack> two = List.of(new Refund.ClawBack(TWO_OFF, hkd("2")));
        assertThat(new Refund(hkd("4"), five, two, hkd("1")).goods()).isEqualTo(hkd("3"));
        assertRefused(() -> new Refund(hkd("5"), five, two, hkd("1")), "parts come to");
        assertRefused(
                () ->
                        new Refund(
                                hkd("0"),
                                List.of(new Refund.Line("a", 0, hkd("0"))),
                                List.of(),
                                hkd("0")),
                "is no return");
        assertRefused(
                () ->
                        new Refund(
                                hkd("-1"),
                                List.of(new Refund.Line("a", 1, hkd("-1"))),
                                List.of(),
                                hkd("0")),
                "is no return");
        assertRefused(
                () ->
                        new Refund(
                                hkd("5"),
                                five,
                                List.of(new Refund.ClawBack(TWO_OFF, hkd("0"))),
                                hkd("0")),
                "two takes back");
        assertRefused(
                () ->
                        new Refund(
                                hkd("-1"),
                                five,
                                List.of(new Refund.ClawBack(TWO_OFF, hkd("6"))),
                                hkd("0")),
                "parts come to");
        assertRefused(() -> new Refund(hkd("4"), five, List.of(), hkd("-1")), "parts come to");
        Refund nothing = new Refund(hkd("0"), List.of(), List.of(), hkd("0"));
        assertThat(nothing.goods()).isEqualTo(hkd("0"));
    }

    @Test
    void whatWasPaidIsPaidForTheLinesOfThatCart() {
        StoreCart one = cart(List.of(LINE));
        StoreCart other = cart(List.of(line("b", "10", 1)));
        assertRefused(() -> new PaidCart(one, Shopper.ANYONE, priced(other)), "priced");
        PlatformCart ofOne = new PlatformCart(Map.of("1", one), List.of());
        for (PlatformCart another :
                List.of(
                        new PlatformCart(Map.of("1", other), List.of()),
                        new PlatformCart(Map.of("2", one), List.of()))) {
            PricedPlatformCart priced = new PlatformPricer().price(another, Shoppers.ANYONE, NOW);
            assertRefused(() -> new PaidPlatformCart(ofOne, Shoppers.ANYONE, priced), "priced");
        }
    }

    @Test
    void termsThatContradictThemselvesAreRefusedByTheirField() {
        assertThat(struck("10", "10").list()).isEqualTo(hkd("10"));
        assertThat(struck("10", "12").list()).isEqualTo(hkd("12"));
        assertRefused(() -> struck("10", "9.99"), "listPrice");
        assertRefused(() -> Article.UNKNOWN.weighing(-1), "grams");
        assertThat(Article.UNKNOWN.weighing(0).grams()).isEqualTo(OptionalInt.of(0));
        assertRefused(() -> Article.UNKNOWN.taxedAt(1_000_001), "taxPpm");
        assertThat(Article.UNKNOWN.taxedAt(1_000_000).taxPpm()).isEqualTo(1_000_000);
        assertRefused(() -> new CartLine(" ", LINE.offer(), 1), "lineId");
    }

    @Test
    void whatIsReturnedIsNamedWhereItCannotBe() {
        StoreCart cart = cart(List.of(line("a", "10", 2)));
        PaidCart paid = new PaidCart(cart, Shopper.ANYONE, priced(cart));
        RefundPolicy policy =
                new RefundPolicy(RefundPolicy.Goods.SHARE_OF_PAID, RefundPolicy.Delivery.NEVER);
        Refunds refunds = new Refunds();
        assertRefused(() -> refunds.refund(paid, List.of(), Map.of("a", 0), policy), "line a");
        assertRefused(() -> refunds.refund(paid, List.of(), Map.of("a", 3), policy), "kept are 2");
        assertRefused(() -> refunds.refund(paid, List.of(), Map.of(), policy), "returned");
    }

    private static PricedCart like(PricedCart cart, Money goods, Optional<Money> delivery) {
        return new PricedCart(
                cart.lines(),
                cart.list(),
                cart.steps(),
                goods,
                delivery,
                cart.payable(),
                List.of(),
                List.of(),
                List.of(),
                true,
                NOW);
    }

    private static OfferTerms struck(String price, String list) {
        return new OfferTerms(
                "a", Optional.empty(), List.of(), hkd(price), Optional.of(hkd(list)), List.of());
    }

    private static void assertRefused(ThrowingCallable bad, String why) {
        assertThatIllegalArgumentException().isThrownBy(bad).withMessageContaining(why);
    }
}
