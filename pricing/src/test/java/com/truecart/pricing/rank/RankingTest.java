package com.truecart.pricing.rank;

import static com.truecart.pricing.Given.NOW;
import static com.truecart.pricing.Given.always;
import static com.truecart.pricing.Given.hkd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.truecart.model.Benefit;
import com.truecart.model.DeliveryTerms;
import com.truecart.model.Localized;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.model.Promotion.Evidence;
import com.truecart.model.Promotion.Stage;
import com.truecart.model.Scope;
import com.truecart.model.Trigger;
import com.truecart.model.Validity;
import com.truecart.pricing.OfferPricer;
import com.truecart.pricing.OfferTerms;
import com.truecart.pricing.Shopper;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** In which order offers stand, and what is said about it. */
class RankingTest {
    private static final Ranking RANKING = new Ranking(Currency.getInstance("HKD"));
    private static final Promotion TWO_FOR_15 =
            always("2 for 15", Stage.QUANTITY, new Benefit.BundlePrice(2, hkd("15")));

    @Test
    void whatIsPaidWithDeliveryDecidesAndTheDifferenceIsTold() {
        List<Ranked> ranked =
                RANKING.rank(
                        List.of(
                                offered(1, 1, "90", "30"),
                                offered(2, 1, "110", "0"),
                                offered(3, 1, "100", "25")));
        assertThat(ids(ranked)).containsExactly(2L, 1L, 3L);
        assertThat(reasons(ranked))
                .containsExactly(
                        new Reason.First(),
                        new Reason.CostsMore(hkd("10")),
                        new Reason.CostsMore(hkd("5")));
        assertThat(ranked).extracting(Ranked::place).containsExactly(1, 2, 3);
    }

    @Test
    void theCheapestOnTheShelfNeedNotBeTheCheapestForThisQuantity() {
        assertThat(ids(RANKING.rank(List.of(offered(1, 1, "9"), offered(2, 1, "8.50")))))
                .containsExactly(2L, 1L);
        List<Ranked> two =
                RANKING.rank(List.of(offered(1, 2, "9", TWO_FOR_15), offered(2, 2, "8.50")));
        assertThat(ids(two)).containsExactly(1L, 2L);
        assertThat(two.getLast().reason()).isEqualTo(new Reason.CostsMore(hkd("2")));
        assertThat(
                        ids(
                                RANKING.rank(
                                        List.of(
                                                offered(1, 1, "9", TWO_FOR_15),
                                                offered(2, 1, "8.50")))))
                .containsExactly(2L, 1L);
    }

    @Test
    void anUnknownFeeIsNotAFreeOneHoweverCheapTheGoods() {
        List<Ranked> ranked = RANKING.rank(List.of(offered(1, 1, "1"), offered(2, 1, "90", "30")));
        assertThat(ids(ranked)).containsExactly(2L, 1L);
        assertThat(ranked.getLast().reason()).isEqualTo(new Reason.DeliveryUnknown());
    }

    @Test
    void anotherCurrencyComesAfterHomeAndWhatNobodySellsComesLast() {
        Contender abroad = contender(1, 1, Money.of(100, "USD"), Optional.empty(), NOW);
        Contender gone = new Contender(2, offered(2, 1, "1", "0").price(), false, NOW);
        List<Ranked> ranked = RANKING.rank(List.of(gone, abroad, offered(3, 1, "500")));
        assertThat(ids(ranked)).containsExactly(3L, 1L, 2L);
        assertThat(reasons(ranked))
                .containsExactly(
                        new Reason.First(),
                        new Reason.OtherCurrency(Currency.getInstance("USD")),
                        new Reason.NotAvailable());
    }

    @Test
    void betweenEqualAmountsTheWeakestPromotionUsedDecides() {
        Contender parsed =
                offered(1, 1, "11", off("1", Evidence.STATED), off("1", Evidence.PARSED));
        Contender stated = offered(2, 1, "10", off("1", Evidence.STATED));
        Contender plain = offered(3, 1, "9");
        List<Ranked> ranked = RANKING.rank(List.of(parsed, stated, plain));
        assertThat(plain.weakestEvidence()).isEqualTo(Evidence.VERIFIED);
        assertThat(ids(ranked)).containsExactly(3L, 2L, 1L);
        assertThat(reasons(ranked))
                .containsExactly(
                        new Reason.First(),
                        new Reason.WeakerEvidence(Evidence.STATED, Evidence.VERIFIED),
                        new Reason.WeakerEvidence(Evidence.PARSED, Evidence.STATED));
    }

    @Test
    void aPromotionNotUsedWeakensNothing() {
        Contender one = offered(1, 1, "9", memberOff("8", Evidence.ASSUMED));
        assertThat(one.weakestEvidence()).isEqualTo(Evidence.VERIFIED);
    }

    @Test
    void thenTheFresherPriceThenTheNumber() {
        Instant earlier = NOW.minus(Duration.ofHours(2));
        List<Ranked> ranked =
                RANKING.rank(
                        List.of(
                                contender(4, 1, hkd("9"), Optional.empty(), earlier),
                                contender(3, 1, hkd("9"), Optional.empty(), NOW),
                                contender(2, 1, hkd("9"), Optional.empty(), earlier)));
        assertThat(ids(ranked)).containsExactly(3L, 2L, 4L);
        assertThat(reasons(ranked))
                .containsExactly(
                        new Reason.First(),
                        new Reason.OlderPrice(earlier, NOW),
                        new Reason.NothingElse());
    }

    @Test
    void aPriceThatNeedsSomethingNeverDecidesThePlace() {
        List<Ranked> ranked =
                RANKING.rank(
                        List.of(
                                offered(1, 1, "10", memberOff("9", Evidence.VERIFIED)),
                                offered(2, 1, "10", codeOff("9")),
                                offered(3, 1, "10", TWO_FOR_15),
                                offered(4, 1, "9.90")));
        assertThat(ranked.getFirst().contender().id()).isEqualTo(4);
        assertThat(ranked)
                .extracting(one -> one.contender().price().payable())
                .containsExactly(hkd("9.90"), hkd("10"), hkd("10"), hkd("10"));
    }

    @Test
    void theOrderOfTheQuestionChangesNothing() {
        List<Contender> contenders = new ArrayList<>();
        Random random = new Random(20_261_125);
        for (int id = 1; id <= 30; id++) {
            contenders.add(
                    new Contender(
                            id,
                            random.nextBoolean()
                                    ? offered(id, 3, 8 + random.nextInt(3) + "").price()
                                    : offered(id, 3, 8 + random.nextInt(3) + "", "2").price(),
                            random.nextInt(4) > 0,
                            NOW.minusSeconds(random.nextInt(2))));
        }
        List<Ranked> once = RANKING.rank(contenders);
        for (int round = 0; round < 50; round++) {
            Collections.shuffle(contenders, random);
            assertThat(RANKING.rank(contenders)).isEqualTo(once);
        }
    }

    @Test
    void pricesForDifferentQuantitiesHaveNoOrder() {
        List<Contender> mixed = List.of(offered(1, 1, "9"), offered(2, 2, "9"));
        assertThatThrownBy(() -> RANKING.rank(mixed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 and for 1 units");
        List<Contender> twice = List.of(offered(1, 1, "9"), offered(1, 1, "8"));
        assertThatThrownBy(() -> RANKING.rank(twice)).hasMessageContaining("id 1");
        assertThat(RANKING.rank(List.of())).isEmpty();
    }

    /** Paid places would need a field to be known by; there is none to be misused. */
    @Test
    void nothingThatIsPaidForAPlaceCanBeStated() {
        assertThat(Arrays.stream(Contender.class.getRecordComponents()))
                .extracting(component -> component.getName())
                .containsExactly("id", "price", "canBeBought", "seenAt");
    }

    private static Promotion off(String amount, Evidence evidence) {
        return promotion(new Trigger.Always(), amount, evidence);
    }

    private static Promotion memberOff(String amount, Evidence evidence) {
        return promotion(new Trigger.Member("Club"), amount, evidence);
    }

    private static Promotion codeOff(String amount) {
        return promotion(new Trigger.Code("SAVE"), amount, Evidence.VERIFIED);
    }

    /** The surer one off the unit, the less sure one off the order, so that both apply. */
    private static Promotion promotion(Trigger trigger, String amount, Evidence evidence) {
        boolean order = evidence == Evidence.PARSED;
        return new Promotion(
                "off " + evidence,
                Localized.of("en", "off"),
                order ? Stage.STORE_ORDER : Stage.ITEM,
                order ? new Scope.WholeStore() : new Scope.ThisOffer(),
                trigger,
                new Benefit.AmountOff(
                        hkd(amount),
                        order ? Benefit.AmountOff.Per.ORDER : Benefit.AmountOff.Per.UNIT),
                Validity.OPEN,
                evidence);
    }

    private static Contender offered(long id, int quantity, String price, Promotion... some) {
        return contender(id, quantity, hkd(price), Optional.empty(), NOW, some);
    }

    private static Contender offered(long id, int quantity, String price, String fee) {
        return contender(
                id,
                quantity,
                hkd(price),
                Optional.of(new DeliveryTerms(hkd(fee), Optional.empty())),
                NOW);
    }

    private static Contender contender(
            long id,
            int quantity,
            Money price,
            Optional<DeliveryTerms> delivery,
            Instant seenAt,
            Promotion... some) {
        OfferTerms terms =
                new OfferTerms(
                        "sku", Optional.empty(), List.of(), price, Optional.empty(), List.of(some));
        return new Contender(
                id,
                new OfferPricer().price(terms, quantity, List.of(), delivery, Shopper.ANYONE, NOW),
                true,
                seenAt);
    }

    private static List<Long> ids(List<Ranked> ranked) {
        return ranked.stream().map(one -> one.contender().id()).toList();
    }

    private static List<Reason> reasons(List<Ranked> ranked) {
        return ranked.stream().map(Ranked::reason).toList();
    }
}
