package com.truecart.pricing;

import static com.truecart.model.Promotion.Stage.ITEM;
import static com.truecart.model.Promotion.Stage.QUANTITY;
import static com.truecart.model.Promotion.Stage.STORE_ORDER;
import static com.truecart.pricing.Given.hkd;
import static com.truecart.pricing.Given.line;
import static com.truecart.pricing.Given.priced;
import static com.truecart.pricing.Offers.fromSpend;
import static com.truecart.pricing.Offers.last;
import static com.truecart.pricing.Offers.off;
import static com.truecart.pricing.Offers.offEach;
import static com.truecart.pricing.Offers.offer;
import static com.truecart.pricing.Offers.percent;
import static com.truecart.pricing.Offers.priority;
import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.model.Benefit;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.model.Promotion.Stage;
import com.truecart.model.Reach;
import com.truecart.model.Reward;
import com.truecart.model.Stacking;
import com.truecart.pricing.Verdict.Missed;
import com.truecart.pricing.Verdict.Reason;
import com.truecart.pricing.Verdict.RuledOut;
import com.truecart.pricing.Verdict.Shortfall;
import com.truecart.pricing.profile.EngineProfile;
import com.truecart.pricing.profile.EngineProfiles;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which promotions of one stage apply, and what is said of the others. */
class LanesTest {

    private static final List<CartLine> TEN = List.of(line("a", "10", 1));
    private static final List<CartLine> TWO = List.of(line("a", "30", 1), line("b", "10", 1));

    @Test
    void ofTwoSalePricesTheLowerCountsAndTheOtherSavesLess() {
        Promotion eight = offer("8", ITEM, price("8"));
        Promotion nine = offer("9", ITEM, price("9"));
        PricedCart priced = ours(TEN, nine, eight);
        assertThat(priced.payable()).isEqualTo(hkd("8"));
        assertThat(priced.notApplied()).containsExactly(out(nine, Reason.ANOTHER_SAVES_MORE));
    }

    @Test
    void whatWouldNotLowerThePriceIsSaidToGainNothingAtEveryStage() {
        for (Stage stage : List.of(ITEM, QUANTITY, STORE_ORDER)) {
            Promotion nothing = offer("nothing", stage, price("10"));
            Promotion better = offer("better", stage, price("9"));
            PricedCart priced = ours(TEN, better, nothing);
            assertThat(priced.payable()).as(stage.name()).isEqualTo(hkd("9"));
            assertThat(priced.notApplied()).containsExactly(out(nothing, Reason.NO_GAIN));
        }
        for (EngineProfile lineByBestLine : List.of(EngineProfiles.SPREE, EngineProfiles.SALEOR)) {
            Promotion nothing = offer("nothing", ITEM, price("10"));
            Promotion better = offer("better", ITEM, price("9"));
            PricedCart priced = at(lineByBestLine, TEN, better, nothing);
            assertThat(priced.notApplied()).containsExactly(out(nothing, Reason.NO_GAIN));
            Promotion less = offer("less", ITEM, price("9.50"));
            assertThat(at(lineByBestLine, TEN, better, less).notApplied())
                    .containsExactly(out(less, Reason.ANOTHER_SAVES_MORE));
        }
    }

    @Test
    void ofEqualsTheFirstByRefApplies() {
        for (Stage stage : List.of(ITEM, QUANTITY, STORE_ORDER)) {
            Promotion first = offer("1", stage, price("9"));
            Promotion second = offEach("2", stage, 100);
            PricedCart priced = ours(TEN, second, first);
            assertThat(priced.notApplied())
                    .as(stage.name())
                    .containsExactly(out(second, Reason.ANOTHER_SAVES_MORE));
        }
        Promotion first = offer("1", ITEM, price("9"));
        Promotion second = offEach("2", ITEM, 100);
        assertThat(at(EngineProfiles.SPREE, TEN, second, first).notApplied())
                .containsExactly(out(second, Reason.ANOTHER_SAVES_MORE));
    }

    @Test
    void aPromotionOfAnotherGroupLooksAtWhatTheFirstGroupLeft() {
        Promotion thirty = off("thirty", STORE_ORDER, 3000);
        Promotion ladder =
                offer(
                                "ladder",
                                STORE_ORDER,
                                new Benefit.Ladder(List.of(rung("50", "5"), rung("100", "20"))))
                        .with(Stacking.oneOf("ladders"));
        PricedCart priced = ours(List.of(line("a", "100", 1)), thirty, ladder);
        // 100 less 30 reaches only the first step
        assertThat(priced.payable()).isEqualTo(hkd("65"));
    }

    @Test
    void beforeAnExclusiveOneTheOthersGiveWayAndAreTold() {
        Promotion alone = off("alone", STORE_ORDER, 100).with(Stacking.alone(1));
        Promotion other = priority(2, off("other", STORE_ORDER, 200));
        Promotion item = priority(3, offEach("item", ITEM, 300));
        PricedCart priced = at(EngineProfiles.SYLIUS, TEN, alone, other, item);
        assertThat(priced.payable()).isEqualTo(hkd("9"));
        assertThat(priced.notApplied())
                .containsExactly(
                        out(item, Reason.DOES_NOT_COMBINE), out(other, Reason.DOES_NOT_COMBINE));
    }

    @Test
    void ofTwoExclusiveOnesTheFirstByPriorityApplies() {
        Promotion first = off("z", STORE_ORDER, 100).with(Stacking.alone(2));
        Promotion second = off("a", STORE_ORDER, 200).with(Stacking.alone(1));
        PricedCart priced = at(EngineProfiles.SYLIUS, TEN, first, second);
        assertThat(priced.payable()).isEqualTo(hkd("9"));
        assertThat(priced.notApplied()).containsExactly(out(second, Reason.DOES_NOT_COMBINE));
    }

    @Test
    void whatIsMissingIsMissingAtAPromotionsTurn() {
        Promotion first = priority(1, off("1", STORE_ORDER, 1000));
        Promotion second = fromSpend(10000, priority(2, off("2", STORE_ORDER, 500)));
        PricedCart priced = at(EngineProfiles.VENDURE, List.of(line("a", "95", 1)), first, second);
        // at 100.00 it would see 90.00
        assertThat(priced.notApplied())
                .containsExactly(
                        new NotApplied(second, new Missed(new Shortfall.Spend(hkd("15")))));
    }

    @Test
    void anAmountForAllLinesIsDividedWhereEachLineTakesItsBest() {
        // Saleor: 8.00 over 30.00 and 10.00
        Promotion eight = off("eight", ITEM, 800);
        assertThat(payable(at(EngineProfiles.SALEOR, TWO, eight)))
                .containsExactly(hkd("24"), hkd("8"));
        // on the second line 30 % are more than its share
        Promotion rate = percent("rate", ITEM, 30, "b");
        assertThat(payable(at(EngineProfiles.SALEOR, TWO, eight, rate)))
                .containsExactly(hkd("24"), hkd("7"));
    }

    @Test
    void aRateOnEveryLineIsComparedLineByLine() {
        Promotion rate = percent("rate", ITEM, 20);
        Promotion three = offEach("three", ITEM, 300);
        for (EngineProfile engine :
                List.of(EngineProfiles.SPREE, EngineProfiles.SOLIDUS, EngineProfiles.OURS)) {
            assertThat(payable(at(engine, TWO, rate, three)))
                    .as(engine.name())
                    .containsExactly(hkd("24"), hkd("7"));
        }
    }

    @Test
    void aSalePriceForSoManyUnitsIsHadSoOftenInAll() {
        Promotion once = offer("once", ITEM, new Benefit.UnitPrice(hkd("5"), Optional.of(1)));
        // the dearest unit first, and then no other
        for (EngineProfile engine :
                List.of(EngineProfiles.OURS, EngineProfiles.SPREE, EngineProfiles.SALEOR)) {
            assertThat(at(engine, TWO, once).payable()).as(engine.name()).isEqualTo(hkd("15"));
        }
    }

    @Test
    void aMultiBuyDoesNotCountALineThatALastOneClosed() {
        Promotion closes = last(1, offEach("closes", ITEM, 100, "a"));
        Promotion pair = offer("pair", QUANTITY, new Benefit.BundleSave(2, hkd("4")));
        PricedCart priced = ours(TWO, closes, pair);
        assertThat(priced.payable()).isEqualTo(hkd("39"));
        PricedCart two = ours(List.of(line("a", "30", 1), line("b", "10", 2)), closes, pair);
        assertThat(payable(two)).containsExactly(hkd("29"), hkd("16"));
    }

    @Test
    void aMultiBuyThatWouldCostMoreThanItsUnitsGainsNothing() {
        Promotion dear = offer("dear", QUANTITY, new Benefit.BundlePrice(2, hkd("40")));
        Promotion pair = offer("pair", QUANTITY, new Benefit.BundleSave(2, hkd("4")));
        PricedCart priced = ours(TWO, dear, pair);
        assertThat(priced.payable()).isEqualTo(hkd("36"));
        assertThat(priced.notApplied()).containsExactly(out(dear, Reason.NO_GAIN));
    }

    private static Benefit price(String major) {
        return new Benefit.UnitPrice(hkd(major), Optional.empty());
    }

    private static Benefit.Ladder.Rung rung(String spend, String off) {
        return new Benefit.Ladder.Rung(new Reach.Spend(hkd(spend)), new Reward.Amount(hkd(off)));
    }

    private static NotApplied out(Promotion promotion, Reason reason) {
        return new NotApplied(promotion, new RuledOut(reason));
    }

    private static List<Money> payable(PricedCart priced) {
        return priced.lines().stream().map(PricedLine::payable).toList();
    }

    private static PricedCart ours(List<CartLine> lines, Promotion... promotions) {
        return at(EngineProfiles.OURS, lines, promotions);
    }

    private static PricedCart at(
            EngineProfile engine, List<CartLine> lines, Promotion... promotions) {
        return priced(new StoreCart(lines, List.of(promotions), Optional.empty(), engine));
    }
}
