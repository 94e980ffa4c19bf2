package com.truecart.pricing;

import static com.truecart.pricing.Given.NOW;
import static com.truecart.pricing.Given.cart;
import static com.truecart.pricing.Given.hkd;
import static com.truecart.pricing.Given.line;
import static com.truecart.pricing.Given.on;
import static com.truecart.pricing.Given.priced;
import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.model.Benefit;
import com.truecart.model.Benefit.AmountOff;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.model.Promotion.Stage;
import com.truecart.model.Scope;
import com.truecart.model.Trigger;
import com.truecart.model.Trigger.Confirmed;
import com.truecart.model.Trigger.Confirmed.Matter;
import com.truecart.model.Trigger.MinSpend.Side;
import com.truecart.pricing.Verdict.Met;
import com.truecart.pricing.Verdict.Missed;
import com.truecart.pricing.Verdict.Question;
import com.truecart.pricing.Verdict.Reason;
import com.truecart.pricing.Verdict.RuledOut;
import com.truecart.pricing.Verdict.Shortfall;
import com.truecart.pricing.Verdict.Unknown;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every kind of trigger and of scope, worked by hand. */
class ConditionKindsTest {

    private static final AmountOff ONE_OFF = new AmountOff(hkd("1"), AmountOff.Per.ORDER);

    /** 30.00 in all: two apples at 5.00 and one bread at 20.00. */
    private static final List<CartLine> LINES =
            List.of(line("apple", "5.00", 2), line("bread", "20.00", 1));

    private static final Scope BREAD = new Scope.Listings(Set.of("bread"));

    @Test
    void always() {
        assertThat(verdict(new Trigger.Always())).isEqualTo(new Met());
    }

    @Test
    void theLinesInScopeCostAtLeastThis() {
        assertThat(verdict(new Trigger.MinSpend(hkd("30")))).isEqualTo(new Met());
        assertThat(verdict(new Trigger.MinSpend(hkd("30.01"))))
                .isEqualTo(new Missed(new Shortfall.Spend(hkd("0.01"))));
    }

    @Test
    void aThresholdWithoutTaxLooksAtThePriceWithoutTax() {
        // 12.00 with 20 % tax inside is 10.00 without
        CartLine taxed =
                new CartLine(
                        "a", Given.offer("a", "12.00").of(Article.UNKNOWN.taxedAt(200_000)), 1);
        assertThat(verdict(net("10.00"), List.of(taxed))).isEqualTo(new Met());
        assertThat(verdict(net("10.01"), List.of(taxed)))
                .isEqualTo(new Missed(new Shortfall.Spend(hkd("0.01"))));
    }

    @Test
    void soManyUnitsOrSoManyOffers() {
        assertThat(verdict(new Trigger.MinQuantity(3))).isEqualTo(new Met());
        assertThat(verdict(new Trigger.MinQuantity(5)))
                .isEqualTo(new Missed(new Shortfall.Units(2)));
        assertThat(verdict(new Trigger.MinDistinct(2))).isEqualTo(new Met());
        assertThat(verdict(new Trigger.MinDistinct(3)))
                .isEqualTo(new Missed(new Shortfall.Distinct(1)));
    }

    @Test
    void aConditionMayLookAtOtherLines() {
        Promotion apples = onApples(new Trigger.Within(BREAD, new Trigger.MinSpend(hkd("20"))));
        assertThat(priced(cart(LINES, apples)).payable()).isEqualTo(hkd("29.00"));
        Promotion more = onApples(new Trigger.Within(BREAD, new Trigger.MinSpend(hkd("25"))));
        assertThat(priced(cart(LINES, more)).notApplied())
                .containsExactly(new NotApplied(more, new Missed(new Shortfall.Spend(hkd("5")))));
    }

    @Test
    void aConditionOnLinesNobodyCanNameIsUnknown() {
        // all but "sale items" covers every line, so it would hold if the words were passed over
        Scope words = new Scope.Except(new Scope.WholeStore(), new Scope.Unmodelled("sale items"));
        assertThat(verdict(new Trigger.Within(words, new Trigger.MinSpend(hkd("1")))))
                .isEqualTo(new Unknown(Question.WORDS, "sale items"));
    }

    @Test
    void aPromotionOnOtherLinesMayLookAtTheOfferItIsStatedOn() {
        Promotion with =
                on(
                        "with",
                        Stage.STORE_ORDER,
                        BREAD,
                        new Trigger.Within(new Scope.ThisOffer(), new Trigger.MinQuantity(2)),
                        ONE_OFF);
        assertThat(
                        priced(
                                        cart(
                                                List.of(
                                                        line("apple", "5.00", 2, with),
                                                        line("bread", "20.00", 1))))
                                .payable())
                .isEqualTo(hkd("29.00"));
    }

    @Test
    void aboutTheShopper() {
        assertAnswered(new Trigger.Code("SAVE"), Question.CODE, Shopper.ANYONE.withCode(" save "));
        assertAnswered(
                new Trigger.Member("club"),
                Question.MEMBERSHIP,
                Shopper.ANYONE.withMembership("club"));
        assertAnswered(
                new Trigger.NewCustomer(),
                Question.NEW_CUSTOMER,
                Shopper.ANYONE.withNewCustomer(true));
        assertAnswered(
                new Trigger.PaymentMethod("octopus"),
                Question.PAYMENT_METHOD,
                Shopper.ANYONE.payingBy("Octopus"));
        assertThat(verdict(new Trigger.NewCustomer(), Shopper.ANYONE.withNewCustomer(false)))
                .isEqualTo(new RuledOut(Reason.NOT_A_NEW_CUSTOMER));
        assertThat(verdict(new Trigger.PaymentMethod("octopus"), Shopper.ANYONE.payingBy("cash")))
                .isEqualTo(new RuledOut(Reason.OTHER_PAYMENT_METHOD));
    }

    @Test
    void whatOnlyTheShopperCanSay() {
        Map<Matter, Question> asked =
                Map.of(
                        Matter.COUPON_CLAIMED, Question.COUPON_CLAIMED,
                        Matter.GROUP, Question.GROUP,
                        Matter.REGION, Question.REGION,
                        Matter.CHANNEL, Question.CHANNEL,
                        Matter.TRADE_IN, Question.TRADE_IN,
                        Matter.SCHEME, Question.SCHEME);
        assertThat(asked.keySet()).containsExactlyInAnyOrder(Matter.values());
        asked.forEach((matter, question) -> {
            Confirmed trigger = new Confirmed(matter, "which");
            assertAnswered(trigger, question, Shopper.ANYONE.answering(trigger, true));
            assertThat(verdict(trigger, Shopper.ANYONE.answering(trigger, false)))
                    .isEqualTo(new RuledOut(Reason.DECLINED));
        });
    }

    @Test
    void ofSeveralConditionsTheFarthestAwaySpeaksAndOfAlternativesTheNearest() {
        Trigger missed = new Trigger.MinSpend(hkd("40"));
        Trigger unknown = new Trigger.Code("X");
        Trigger met = new Trigger.Always();
        Missed ten = new Missed(new Shortfall.Spend(hkd("10")));
        assertThat(verdict(new Trigger.AllOf(List.of(met, unknown, missed)))).isEqualTo(ten);
        assertThat(verdict(new Trigger.AllOf(List.of()))).isEqualTo(new Met());
        assertThat(verdict(new Trigger.AnyOf(List.of(missed, unknown))))
                .isEqualTo(new Unknown(Question.CODE, "X"));
        assertThat(verdict(new Trigger.AnyOf(List.of(missed, met, unknown)))).isEqualTo(new Met());
        assertThat(verdict(new Trigger.AnyOf(List.of(missed, new Trigger.Unmodelled("luck")))))
                .isEqualTo(ten);
    }

    @Test
    void wordsAreShownNeverJudged() {
        assertThat(verdict(new Trigger.Unmodelled("while stocks last")))
                .isEqualTo(new Unknown(Question.WORDS, "while stocks last"));
    }

    @Test
    void scopesChooseLines() {
        assertLowered(new Scope.WholeStore(), "apple", "bread");
        assertLowered(BREAD, "bread");
        assertLowered(new Scope.Categories(Set.of(" food ")), "apple", "bread");
        assertLowered(new Scope.Categories(Set.of("Kind of bread", "no such")), "bread");
        assertLowered(new Scope.Brands(Set.of("BRAND OF APPLE")), "apple");
        assertLowered(new Scope.Except(new Scope.WholeStore(), BREAD), "apple");
        assertLowered(new Scope.AllOf(List.of(new Scope.WholeStore(), BREAD)), "bread");
        assertLowered(new Scope.AllOf(List.of(new Scope.Brands(Set.of("brand of apple")), BREAD)));
        assertLowered(new Scope.ThisOffer());
    }

    @Test
    void thisOfferIsTheOneThePromotionIsStatedOn() {
        Promotion own = on("own", Stage.ITEM, new Scope.ThisOffer(), new Trigger.Always(), ONE_OFF);
        PricedCart priced =
                priced(cart(List.of(line("apple", "5.00", 1, own), line("bread", "5.00", 1))));
        assertThat(priced.lines().stream().map(PricedLine::payable))
                .containsExactly(hkd("4.00"), hkd("5.00"));
    }

    @Test
    void whatIsReducedAlreadyIsLeftOut() {
        OfferTerms reduced =
                new OfferTerms(
                        "r",
                        Optional.empty(),
                        List.of(),
                        hkd("5.00"),
                        Optional.of(hkd("6.00")),
                        List.of());
        assertThat(
                        lowered(
                                new Scope.NotReduced(),
                                List.of(new CartLine("r", reduced, 1), line("a", "5.00", 1))))
                .containsExactly("a");
    }

    @Test
    void whatIsBestBeforeSoonIsCountedInCalendarDays() {
        // it is noon in Hong Kong, and a day ends there at 16:00 of universal time
        Instant tonight = Instant.parse("2026-07-24T16:00:00Z");
        List<CartLine> yoghurts =
                List.of(
                        yoghurt("gone", NOW),
                        yoghurt("today", tonight),
                        yoghurt("tomorrow", tonight.plus(Duration.ofDays(1))),
                        yoghurt("in five days", tonight.plus(Duration.ofDays(5))),
                        yoghurt("in six days", tonight.plus(Duration.ofDays(6))),
                        line("undated", "5.00", 1));
        assertThat(lowered(new Scope.BestBeforeWithin(0), yoghurts)).containsExactly("today");
        assertThat(lowered(new Scope.BestBeforeWithin(1), yoghurts))
                .containsExactly("today", "tomorrow");
        assertThat(lowered(new Scope.BestBeforeWithin(5), yoghurts))
                .containsExactly("today", "tomorrow", "in five days");
    }

    @Test
    void aDayBeginsWhenTheOneBeforeItEnds() {
        List<CartLine> from =
                List.of(
                        yoghurt("today", NOW.plus(Duration.ofDays(1))),
                        yoghurt("tomorrow", NOW.plus(Duration.ofDays(1)).plusSeconds(1)));
        assertThat(lowered(new Scope.BestBeforeWithin(0), from)).containsExactly("today");
    }

    private static CartLine yoghurt(String id, Instant end) {
        return new CartLine(id, Given.offer(id, "5.00").of(Article.UNKNOWN.bestBefore(end)), 1);
    }

    private static Trigger net(String amount) {
        return new Trigger.MinSpend(hkd(amount), Optional.of(Side.NET));
    }

    private static Promotion onApples(Trigger trigger) {
        return on(
                "apples", Stage.STORE_ORDER, new Scope.Listings(Set.of("apple")), trigger, ONE_OFF);
    }

    private static void assertAnswered(Trigger trigger, Question question, Shopper yes) {
        assertThat(verdict(trigger))
                .isInstanceOfSatisfying(
                        Unknown.class,
                        unknown -> assertThat(unknown.question()).isEqualTo(question));
        assertThat(verdict(trigger, yes)).isEqualTo(new Met());
    }

    private static Verdict verdict(Trigger trigger) {
        return verdict(trigger, Shopper.ANYONE);
    }

    private static Verdict verdict(Trigger trigger, Shopper shopper) {
        return verdict(trigger, LINES, shopper);
    }

    private static Verdict verdict(Trigger trigger, List<CartLine> lines) {
        return verdict(trigger, lines, Shopper.ANYONE);
    }

    /** Met where the order is lowered, else what is reported. */
    private static Verdict verdict(Trigger trigger, List<CartLine> lines, Shopper shopper) {
        Promotion promotion =
                on("rule", Stage.STORE_ORDER, new Scope.WholeStore(), trigger, ONE_OFF);
        PricedCart priced = priced(cart(lines, promotion), shopper);
        Money asked = priced.list();
        if (priced.notApplied().isEmpty()) {
            assertThat(priced.payable()).isEqualTo(asked.minus(hkd("1")));
            return new Met();
        }
        assertThat(priced.payable()).isEqualTo(asked);
        return priced.notApplied().getFirst().verdict();
    }

    private static void assertLowered(Scope scope, String... lines) {
        assertThat(lowered(scope, LINES)).containsExactly(lines);
    }

    private static List<String> lowered(Scope scope, List<CartLine> lines) {
        Benefit each = new AmountOff(hkd("1"), AmountOff.Per.UNIT);
        return priced(cart(lines, on("rule", Stage.ITEM, scope, new Trigger.Always(), each)))
                .lines()
                .stream()
                .filter(line -> !line.savings().isEmpty())
                .map(line -> line.line().lineId())
                .toList();
    }
}
