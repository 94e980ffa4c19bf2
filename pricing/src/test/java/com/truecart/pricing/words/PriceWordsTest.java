package com.truecart.pricing.words;

import static com.truecart.pricing.Given.NOW;
import static com.truecart.pricing.Given.always;
import static com.truecart.pricing.Given.cart;
import static com.truecart.pricing.Given.delivered;
import static com.truecart.pricing.Given.hkd;
import static com.truecart.pricing.Given.line;
import static com.truecart.pricing.Given.offer;
import static com.truecart.pricing.Given.on;
import static com.truecart.pricing.Given.priced;
import static com.truecart.pricing.Given.storeWide;
import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.model.Benefit.AmountOff;
import com.truecart.model.Benefit.Gift;
import com.truecart.model.Benefit.PercentOff;
import com.truecart.model.Benefit.ValueBack;
import com.truecart.model.Contents;
import com.truecart.model.Promotion;
import com.truecart.model.Promotion.Stage;
import com.truecart.model.Reward;
import com.truecart.model.Scope;
import com.truecart.model.Trigger;
import com.truecart.pricing.Article;
import com.truecart.pricing.EffectivePrice;
import com.truecart.pricing.OfferPricer;
import com.truecart.pricing.OfferTerms;
import com.truecart.pricing.PerMeasure;
import com.truecart.pricing.PlatformCart;
import com.truecart.pricing.PlatformPricer;
import com.truecart.pricing.PriceStep;
import com.truecart.pricing.PricedCart;
import com.truecart.pricing.PricedPlatformCart;
import com.truecart.pricing.Shopper;
import com.truecart.pricing.Shoppers;
import com.truecart.pricing.Verdict;
import com.truecart.pricing.Verdict.Flaw;
import com.truecart.pricing.Verdict.Question;
import com.truecart.pricing.Verdict.Reason;
import com.truecart.pricing.Verdict.Shortfall;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A price line by line, in both languages. */
class PriceWordsTest {

    private static final ZoneId HONG_KONG = ZoneId.of("Asia/Hong_Kong");
    private static final PriceWords ENGLISH =
            new PriceWords(new RuleWords(Locale.ENGLISH, id -> id), HONG_KONG);
    private static final PriceWords CHINESE =
            new PriceWords(new RuleWords(Locale.SIMPLIFIED_CHINESE, id -> id), HONG_KONG);
    private static final Promotion FIFTY_OFF =
            storeWide(
                    "50 off",
                    Stage.STORE_ORDER,
                    new Trigger.MinSpend(hkd("300")),
                    new AmountOff(hkd("50"), AmountOff.Per.ORDER));
    private static final Promotion MEMBERS =
            storeWide(
                    "members",
                    Stage.STORE_COUPON,
                    new Trigger.Member("PLUS"),
                    new PercentOff(100_000, Optional.empty()));
    private static final Promotion CUP =
            storeWide(
                    "cup",
                    Stage.STORE_ORDER,
                    new Trigger.Always(),
                    new Gift("a cup", Optional.of(hkd("29"))));
    private static final Promotion CASH =
            storeWide(
                    "cash",
                    Stage.STORE_ORDER,
                    new Trigger.Always(),
                    new ValueBack(
                            ValueBack.Form.CASH_BACK, new Reward.Rate(50_000), Optional.empty()));

    @Test
    void aCartIsReadLineByLine() {
        PricedCart cart =
                priced(
                        delivered(
                                cart(
                                        List.of(
                                                line(
                                                        "rice",
                                                        "140.00",
                                                        2,
                                                        always(
                                                                "10",
                                                                Stage.ITEM,
                                                                new PercentOff(
                                                                        100_000,
                                                                        Optional.empty())))),
                                        FIFTY_OFF,
                                        MEMBERS,
                                        CUP,
                                        CASH),
                                "30.00",
                                Optional.empty()));
        assertThat(texts(ENGLISH.lines(cart, "Demo Mart")))
                .containsExactly(
                        "STEP List price HK$280.00",
                        "STEP 10% off −HK$28.00",
                        "STEP Delivery +HK$30.00",
                        "PAYABLE To pay HK$282.00",
                        "VALUE_BACK Later, in cash: 5% cash back HK$12.60",
                        "GIFT On top: a cup worth HK$29.00",
                        "NOT_APPLIED Not in the price: Spend HK$300.00, HK$50.00 off – add HK$48.00"
                                + " more",
                        "NOT_APPLIED Not in the price: For PLUS members, 10% off – Are you a PLUS"
                                + " member?",
                        "SOURCE As of 24 Jul 2026, 12:00, from Demo Mart");
        assertThat(texts(CHINESE.lines(cart, "示范超市")))
                .containsExactly(
                        "STEP 原价 HK$280.00",
                        "STEP 打 9 折 −HK$28.00",
                        "STEP 运费 +HK$30.00",
                        "PAYABLE 应付 HK$282.00",
                        "VALUE_BACK 之后以现金返还：返现 5% HK$12.60",
                        "GIFT 赠品：a cup 价值 HK$29.00",
                        "NOT_APPLIED 未计入：满 HK$300.00 减 HK$50.00——再买 HK$48.00",
                        "NOT_APPLIED 未计入：限 PLUS 会员，打 9 折——您是 PLUS 会员吗？",
                        "SOURCE 截至 2026年7月24日 12:00，来源：示范超市");
    }

    @Test
    void anOfferIsReadWithItsPricePerUnitAndPerMeasure() {
        Article article = Article.UNKNOWN.holding(new Contents(330, Contents.Unit.MILLILITRE));
        OfferTerms struck =
                new OfferTerms(
                        "cola",
                        Optional.empty(),
                        List.of(),
                        hkd("10.00"),
                        Optional.of(hkd("12.00")),
                        List.of(),
                        article);
        EffectivePrice price = price(struck, 6);
        assertThat(texts(ENGLISH.lines(price, article, "Demo Mart")))
                .containsExactly(
                        "STEP List price HK$72.00",
                        "STEP Reduced by the store −HK$12.00",
                        "PAYABLE To pay, delivery not included HK$60.00",
                        "PER_UNIT Per unit HK$10.00",
                        "PER_MEASURE Per litre HK$30.30",
                        "SOURCE As of 24 Jul 2026, 12:00, from Demo Mart");
        assertThat(texts(CHINESE.lines(price, article, "示范超市")).subList(1, 5))
                .containsExactly(
                        "STEP 商店降价 −HK$12.00",
                        "PAYABLE 应付，不含运费 HK$60.00",
                        "PER_UNIT 每件 HK$10.00",
                        "PER_MEASURE 每升 HK$30.30");
        assertThat(texts(ENGLISH.lines(price(struck, 1), Article.UNKNOWN, "Demo Mart")))
                .noneMatch(text -> text.startsWith("PER_"));
    }

    @Test
    void aMeasurePriceIsOfTheGoodsRoundedHalfUpAndNeverGuessed() {
        EffectivePrice three = price(offer("rice", "10.01"), 3);
        assertThat(three.perMeasure(Article.UNKNOWN)).isEmpty();
        // 30.03 for 6,000 g is 5.005 a kilogram
        assertThat(three.perMeasure(holding(2_000, Contents.Unit.GRAM)))
                .contains(new PerMeasure(hkd("5.01"), Contents.Unit.GRAM));
        assertThat(three.perMeasure(holding(24, Contents.Unit.PIECE)))
                .contains(new PerMeasure(hkd("0.42"), Contents.Unit.PIECE));
        assertThat(three.perMeasure(holding(Long.MAX_VALUE, Contents.Unit.GRAM)))
                .contains(new PerMeasure(hkd("0"), Contents.Unit.GRAM));
    }

    @Test
    void everyVerdictIsSaidInBothLanguages() {
        VerdictWords english = new VerdictWords(Locale.ENGLISH);
        VerdictWords chinese = new VerdictWords(Locale.SIMPLIFIED_CHINESE);
        List<Verdict> all = everyVerdict();
        assertThat(all.stream().map(each -> (Object) each.getClass()))
                .containsAll(Arrays.asList((Object[]) Verdict.class.getPermittedSubclasses()));
        assertThat(all.stream().map(english::of)).doesNotHaveDuplicates();
        assertThat(all.stream().map(chinese::of)).doesNotHaveDuplicates();
        assertThat(all.stream().map(english::of).toList())
                .allMatch(text -> text.matches("[\\p{IsLatin}\\p{IsCommon}]+"))
                .noneMatch(text -> text.contains("{"));
        assertThat(all.stream().map(chinese::of).toList())
                .allMatch(text -> text.matches(".*\\p{IsHan}.*"))
                .noneMatch(text -> text.contains("{"));
    }

    @Test
    void whatIsMissingIsCountedInThePluralItNeeds() {
        VerdictWords english = new VerdictWords(Locale.ENGLISH);
        assertThat(english.of(new Verdict.Missed(new Shortfall.Spend(hkd("20")))))
                .isEqualTo("add HK$20.00 more");
        assertThat(english.of(new Verdict.Missed(new Shortfall.Units(1))))
                .isEqualTo("add 1 more unit");
        assertThat(english.of(new Verdict.Missed(new Shortfall.Units(2))))
                .isEqualTo("add 2 more units");
        assertThat(english.of(new Verdict.Missed(new Shortfall.Distinct(1))))
                .isEqualTo("add 1 more different product");
    }

    @Test
    void taxAndAnUnprovenCombinationAreSaid() {
        PriceStep list =
                new PriceStep(PriceStep.Kind.LIST, Optional.empty(), hkd("100"), hkd("100"));
        PriceStep tax = new PriceStep(PriceStep.Kind.TAX, Optional.empty(), hkd("5"), hkd("105"));
        PricedCart empty =
                new PricedCart(
                        List.of(),
                        hkd("0"),
                        List.of(
                                new PriceStep(
                                        PriceStep.Kind.LIST, Optional.empty(), hkd("0"), hkd("0"))),
                        hkd("0"),
                        Optional.empty(),
                        hkd("0"),
                        List.of(),
                        List.of(),
                        List.of(),
                        false,
                        NOW);
        EffectivePrice taxed =
                new EffectivePrice(
                        1,
                        hkd("100"),
                        List.of(list, tax),
                        hkd("105"),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        List.of(),
                        true,
                        NOW);
        assertThat(texts(ENGLISH.lines(taxed, Article.UNKNOWN, "Demo Mart")))
                .contains("STEP Tax +HK$5.00");
        assertThat(texts(CHINESE.lines(empty, "示范超市")))
                .contains("NOT_PROVEN_BEST 可能有更省的组合，并非每一种都试过");
    }

    @Test
    void inACartOfSeveralARuleOfOneOfferNamesIt() {
        Promotion own =
                always("own", Stage.STORE_ORDER, new AmountOff(hkd("50"), AmountOff.Per.ORDER));
        Promotion from300 =
                on(
                        "from 300",
                        Stage.STORE_ORDER,
                        new Scope.ThisOffer(),
                        new Trigger.MinSpend(hkd("300")),
                        new AmountOff(hkd("50"), AmountOff.Per.ORDER));
        PricedCart missed =
                priced(cart(List.of(line("tea", "120", 1, from300), line("rice", "280", 1))));
        assertThat(texts(ENGLISH.lines(missed, "Demo Mart")))
                .contains(
                        "NOT_APPLIED Not in the price: The product tea: spend HK$300.00,"
                                + " HK$50.00 off – add HK$180.00 more");
        PricedCart applied =
                priced(cart(List.of(line("tea", "120", 1, own), line("rice", "280", 1))));
        assertThat(texts(ENGLISH.lines(applied, "Demo Mart")))
                .contains("STEP The product tea: HK$50.00 off −HK$50.00");
        PricedCart alone = priced(cart(List.of(line("tea", "120", 1, own))));
        assertThat(texts(ENGLISH.lines(alone, "Demo Mart")))
                .contains("STEP HK$50.00 off −HK$50.00");
    }

    @Test
    void anOrderAtSeveralStoresIsReadAsTheSumOfItsStores() {
        Promotion own =
                always("own", Stage.STORE_ORDER, new AmountOff(hkd("20"), AmountOff.Per.ORDER));
        Promotion cross =
                storeWide(
                        "cross",
                        Stage.PLATFORM,
                        new Trigger.MinSpend(hkd("300")),
                        new AmountOff(hkd("50"), AmountOff.Per.ORDER));
        PlatformCart cart =
                new PlatformCart(
                        Map.of(
                                "kitchen",
                                delivered(
                                        cart(List.of(line("pan", "200", 1))),
                                        "10",
                                        Optional.empty()),
                                "teahouse",
                                delivered(
                                        cart(List.of(line("tea", "120", 1, own)), MEMBERS),
                                        "5",
                                        Optional.empty())),
                        List.of(cross));
        PricedPlatformCart priced = new PlatformPricer().price(cart, Shoppers.ANYONE, NOW);
        assertThat(texts(ENGLISH.lines(priced, "Demo Mart")))
                .startsWith(
                        "STEP List price HK$320.00",
                        "STEP The product tea: HK$20.00 off −HK$20.00",
                        "STEP Spend HK$300.00, HK$50.00 off −HK$50.00",
                        "STEP Delivery +HK$15.00",
                        "PAYABLE To pay HK$265.00")
                .contains(
                        "NOT_APPLIED Not in the price: For PLUS members, 10% off – Are you a PLUS"
                                + " member?");
    }

    private static List<Verdict> everyVerdict() {
        List<Verdict> all = new ArrayList<>();
        all.add(new Verdict.Met());
        all.add(new Verdict.Missed(new Shortfall.Spend(hkd("20"))));
        all.add(new Verdict.Missed(new Shortfall.Units(2)));
        all.add(new Verdict.Missed(new Shortfall.Distinct(2)));
        for (Question question : Question.values()) {
            all.add(new Verdict.Unknown(question, "X"));
        }
        for (Reason reason : Reason.values()) {
            all.add(new Verdict.RuledOut(reason));
        }
        for (Flaw flaw : Flaw.values()) {
            all.add(new Verdict.Refused(flaw, "X"));
        }
        return all;
    }

    private static Article holding(long amount, Contents.Unit unit) {
        return Article.UNKNOWN.holding(new Contents(amount, unit));
    }

    private static EffectivePrice price(OfferTerms offer, int quantity) {
        return new OfferPricer()
                .price(offer, quantity, List.of(), Optional.empty(), Shopper.ANYONE, NOW);
    }

    private static List<String> texts(List<PriceLine> lines) {
        return lines.stream()
                .map(line ->
                        line.kind()
                                + " "
                                + line.words()
                                + line.amount().map(amount -> " " + amount).orElse(""))
                .toList();
    }
}
