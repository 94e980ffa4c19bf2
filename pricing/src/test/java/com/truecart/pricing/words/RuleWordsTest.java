package com.truecart.pricing.words;

import static com.truecart.pricing.Given.hkd;
import static com.truecart.pricing.Given.on;
import static com.truecart.pricing.Given.storeWide;
import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.model.Benefit;
import com.truecart.model.Benefit.AddOnPrice;
import com.truecart.model.Benefit.AmountOff;
import com.truecart.model.Benefit.BundlePrice;
import com.truecart.model.Benefit.BundleSave;
import com.truecart.model.Benefit.BuyThisGetThat;
import com.truecart.model.Benefit.BuyXGetY;
import com.truecart.model.Benefit.DeliveryOff;
import com.truecart.model.Benefit.DepositBoost;
import com.truecart.model.Benefit.Gift;
import com.truecart.model.Benefit.Ladder;
import com.truecart.model.Benefit.NthUnit;
import com.truecart.model.Benefit.NthUnitPrice;
import com.truecart.model.Benefit.PercentOff;
import com.truecart.model.Benefit.QuantityPercent;
import com.truecart.model.Benefit.SetPrice;
import com.truecart.model.Benefit.StepOff;
import com.truecart.model.Benefit.StoredValue;
import com.truecart.model.Benefit.UnitPrice;
import com.truecart.model.Benefit.Unmodelled;
import com.truecart.model.Benefit.ValueBack;
import com.truecart.model.Limits;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.model.Promotion.Stage;
import com.truecart.model.Reach;
import com.truecart.model.Reward;
import com.truecart.model.Scope;
import com.truecart.model.Stacking;
import com.truecart.model.Trigger;
import com.truecart.model.Trigger.Confirmed;
import com.truecart.model.Trigger.Confirmed.Matter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every kind of rule in one sentence, in both languages. */
class RuleWordsTest {

    private static final RuleWords ENGLISH = new RuleWords(Locale.ENGLISH, id -> id);
    private static final RuleWords CHINESE = new RuleWords(Locale.SIMPLIFIED_CHINESE, id -> id);
    private static final Scope DRINKS = new Scope.Categories(Set.of("Drinks"));
    private static final Benefit TEN_OFF = new AmountOff(hkd("10"), AmountOff.Per.ORDER);

    private record Said(Object what, String english, String chinese) {}

    private static final List<Said> BENEFITS =
            List.of(
                    said(new UnitPrice(hkd("8"), Optional.empty()), "HK$8.00 each", "每件 HK$8.00"),
                    said(
                            new UnitPrice(hkd("8"), Optional.of(2)),
                            "HK$8.00 each for up to 2 units",
                            "每件 HK$8.00，限 2 件"),
                    said(
                            new UnitPrice(hkd("8"), Optional.of(1)),
                            "HK$8.00 for one unit",
                            "每件 HK$8.00，限 1 件"),
                    said(new PercentOff(200_000, Optional.empty()), "20% off", "打 8 折"),
                    said(new PercentOff(125_000, Optional.empty()), "12.5% off", "打 8.75 折"),
                    said(new PercentOff(Money.PPM, Optional.empty()), "Free", "免费"),
                    said(
                            new PercentOff(500_000, Optional.of(hkd("50"))),
                            "Half price, at most HK$50.00 off",
                            "半价，最多减 HK$50.00"),
                    said(
                            new AmountOff(hkd("5"), AmountOff.Per.UNIT),
                            "HK$5.00 off each unit",
                            "每件减 HK$5.00"),
                    said(
                            new AmountOff(hkd("5"), AmountOff.Per.LINE),
                            "HK$5.00 off each product",
                            "每种商品减 HK$5.00"),
                    said(TEN_OFF, "HK$10.00 off", "减 HK$10.00"),
                    said(
                            new Ladder(
                                    List.of(
                                            spend("200", new Reward.Amount(hkd("20"))),
                                            spend("500", new Reward.Rate(200_000)))),
                            "Spend HK$200.00, HK$20.00 off; spend HK$500.00, 20% off (only the"
                                    + " highest step reached counts)",
                            "满 HK$200.00 减 HK$20.00；满 HK$500.00 打 8 折（只按达到的最高一档）"),
                    said(
                            new Ladder(List.of(units(2, 100_000), units(3, 200_000))),
                            "Buy 2 units, 10% off; buy 3 units, 20% off (only the highest step"
                                    + " reached counts)",
                            "满 2 件打 9 折；满 3 件打 8 折（只按达到的最高一档）"),
                    said(
                            new Ladder(List.of(units(1, 100_000))),
                            "Buy 1 unit, 10% off",
                            "满 1 件打 9 折"),
                    said(
                            new StepOff(hkd("300"), hkd("50"), Optional.empty()),
                            "HK$50.00 off every HK$300.00 spent",
                            "每满 HK$300.00 减 HK$50.00"),
                    said(
                            new StepOff(hkd("300"), hkd("50"), Optional.of(4)),
                            "HK$50.00 off every HK$300.00 spent, at most 4 times",
                            "每满 HK$300.00 减 HK$50.00，最多 4 次"),
                    said(new NthUnit(2, 500_000), "Every 2nd unit half price", "每 2 件，第 2 件半价"),
                    said(new NthUnit(3, Money.PPM), "Every 3rd unit free", "每 3 件，第 3 件免费"),
                    said(new NthUnit(11, 100_000), "Every 11th unit 10% off", "每 11 件，第 11 件打 9 折"),
                    said(
                            new NthUnitPrice(2, hkd("1")),
                            "Every 2nd unit for HK$1.00",
                            "每 2 件，第 2 件 HK$1.00"),
                    said(new BundlePrice(2, hkd("36")), "2 for HK$36.00", "2 件 HK$36.00"),
                    said(
                            new BundleSave(2, hkd("4")),
                            "HK$4.00 off every 2 units",
                            "每 2 件减 HK$4.00"),
                    said(
                            new SetPrice(Map.of("cup", 1, "spoon", 2), hkd("40")),
                            "1 × cup and 2 × spoon together for HK$40.00",
                            "套装（cup × 1、spoon × 2）共 HK$40.00"),
                    said(
                            new QuantityPercent(2, 100_000),
                            "Buy 2 or more, all 10% off",
                            "满 2 件，全部打 9 折"),
                    said(
                            new BuyXGetY(2, 1, Money.PPM, BuyXGetY.Pick.CHEAPEST),
                            "Buy 2, get 1 free",
                            "买 2 送 1"),
                    said(
                            new BuyXGetY(1, 1, 500_000, BuyXGetY.Pick.CHEAPEST, Optional.of(1)),
                            "Buy 1, get 1 more half price, once",
                            "买 1 件，另 1 件半价，最多 1 次"),
                    said(
                            new BuyThisGetThat(2, DRINKS, 1, Money.PPM, Optional.of(3), false),
                            "Buy 2 units, get 1 unit of products in Drinks free, at most 3 times",
                            "买 2 件，“Drinks”类商品 1 件免费，最多 3 次"),
                    said(
                            new BuyThisGetThat(1, DRINKS, 1, 500_000, Optional.empty(), true),
                            "Buy 1 unit, get 1 unit of products in Drinks half price (a unit just bought"
                                    + " may be the one)",
                            "买 1 件，“Drinks”类商品 1 件半价（所买的商品本身也可以是优惠的一件）"),
                    said(
                            new AddOnPrice(new Scope.Listings(Set.of("bowl")), hkd("9.90"), 1),
                            "Add one unit of the product bowl for HK$9.90",
                            "加 HK$9.90 换购指定商品（bowl），最多 1 件"),
                    said(
                            new Gift("a mug", Optional.of(hkd("49"))),
                            "Free gift: a mug (worth HK$49.00)",
                            "送a mug（价值 HK$49.00）"),
                    said(new Gift("a mug", Optional.empty()), "Free gift: a mug", "送a mug"),
                    said(new DeliveryOff(Money.PPM), "Free delivery", "免运费"),
                    said(
                            new DeliveryOff(500_000, Optional.of(hkd("10"))),
                            "Delivery half price, at most HK$10.00 off",
                            "运费半价，最多减 HK$10.00"),
                    said(
                            new DepositBoost(hkd("50"), hkd("100")),
                            "A deposit of HK$50.00 counts as HK$100.00",
                            "定金 HK$50.00 抵 HK$100.00"),
                    said(
                            new StoredValue(hkd("10"), 500_000, hkd("1")),
                            "Use your balance of HK$10.00 for up to 50% of the price, in steps of"
                                    + " HK$1.00",
                            "可用余额 HK$10.00 抵扣，最多抵 50%，以 HK$1.00 为单位"),
                    said(
                            new ValueBack(
                                    ValueBack.Form.CASH_BACK,
                                    new Reward.Rate(50_000),
                                    Optional.of(hkd("20"))),
                            "5% cash back, at most HK$20.00",
                            "返现 5%，最多 HK$20.00"),
                    said(
                            new ValueBack(
                                    ValueBack.Form.POINTS,
                                    new Reward.Amount(hkd("3")),
                                    Optional.empty()),
                            "HK$3.00 back in points",
                            "以积分返 HK$3.00"),
                    said(
                            new ValueBack(
                                    ValueBack.Form.COUPON,
                                    new Reward.Amount(hkd("3")),
                                    Optional.empty()),
                            "HK$3.00 back as a coupon",
                            "以优惠券返 HK$3.00"),
                    said(
                            new Unmodelled("ask in store"),
                            "The store says “ask in store”",
                            "商店原文：“ask in store”"));

    /** Each before "HK$10.00 off". */
    private static final List<Said> TRIGGERS =
            List.of(
                    said(new Trigger.Always(), "HK$10.00 off", "减 HK$10.00"),
                    said(
                            new Trigger.MinSpend(hkd("300")),
                            "Spend HK$300.00, HK$10.00 off",
                            "满 HK$300.00 减 HK$10.00"),
                    said(
                            new Trigger.MinSpend(
                                    hkd("300"), Optional.of(Trigger.MinSpend.Side.NET)),
                            "Spend HK$300.00 before tax, HK$10.00 off",
                            "不含税满 HK$300.00 减 HK$10.00"),
                    said(
                            new Trigger.MinSpend(
                                    hkd("300"), Optional.of(Trigger.MinSpend.Side.GROSS)),
                            "Spend HK$300.00 with tax, HK$10.00 off",
                            "含税满 HK$300.00 减 HK$10.00"),
                    said(
                            new Trigger.MinQuantity(1),
                            "Buy 1 unit, HK$10.00 off",
                            "满 1 件，减 HK$10.00"),
                    said(
                            new Trigger.MinQuantity(1_200),
                            "Buy 1,200 units, HK$10.00 off",
                            "满 1,200 件，减 HK$10.00"),
                    said(
                            new Trigger.MinDistinct(3),
                            "Buy 3 different products, HK$10.00 off",
                            "满 3 种不同商品，减 HK$10.00"),
                    said(
                            new Trigger.Within(DRINKS, new Trigger.MinSpend(hkd("50"))),
                            "Spend HK$50.00 on products in Drinks, HK$10.00 off",
                            "“Drinks”类商品满 HK$50.00，减 HK$10.00"),
                    said(
                            new Trigger.Within(DRINKS, new Trigger.Always()),
                            "HK$10.00 off",
                            "减 HK$10.00"),
                    said(
                            new Trigger.Code("SAVE"),
                            "Enter the code SAVE, HK$10.00 off",
                            "输入优惠码 SAVE，减 HK$10.00"),
                    said(
                            new Trigger.Member("PLUS"),
                            "For PLUS members, HK$10.00 off",
                            "限 PLUS 会员，减 HK$10.00"),
                    said(
                            new Trigger.NewCustomer(),
                            "On your first purchase at this store, HK$10.00 off",
                            "限首次在本店购买，减 HK$10.00"),
                    said(
                            new Trigger.PaymentMethod("Octopus"),
                            "Pay with Octopus, HK$10.00 off",
                            "用 Octopus 付款，减 HK$10.00"),
                    said(
                            new Confirmed(Matter.COUPON_CLAIMED, "10 off"),
                            "Claim the coupon “10 off”, HK$10.00 off",
                            "领取优惠券“10 off”，减 HK$10.00"),
                    said(
                            new Confirmed(Matter.GROUP, "2"),
                            "Buy together in a group of 2, HK$10.00 off",
                            "2 人拼团，减 HK$10.00"),
                    said(
                            new Confirmed(Matter.REGION, "Kowloon"),
                            "For parcels to Kowloon, HK$10.00 off",
                            "限寄往 Kowloon，减 HK$10.00"),
                    said(
                            new Confirmed(Matter.CHANNEL, "the app"),
                            "Buy in the app, HK$10.00 off",
                            "限在 the app 购买，减 HK$10.00"),
                    said(
                            new Confirmed(Matter.TRADE_IN, "an old phone"),
                            "Hand in an old phone, HK$10.00 off",
                            "交回an old phone以旧换新，减 HK$10.00"),
                    said(
                            new Confirmed(Matter.SCHEME, "the subsidy"),
                            "If the subsidy accepts you, HK$10.00 off",
                            "符合“the subsidy”资格，减 HK$10.00"),
                    said(
                            new Trigger.AllOf(
                                    List.of(
                                            new Trigger.Code("SAVE"),
                                            new Trigger.Always(),
                                            new Trigger.MinQuantity(2),
                                            new Trigger.AnyOf(
                                                    List.of(
                                                            new Trigger.Member("PLUS"),
                                                            new Trigger.NewCustomer())))),
                            "Enter the code SAVE, buy 2 units and (for PLUS members or on your"
                                    + " first purchase at this store), HK$10.00 off",
                            "输入优惠码 SAVE，满 2 件，并且（限 PLUS 会员，或者限首次在本店购买），减 HK$10.00"),
                    said(
                            new Trigger.AnyOf(
                                    List.of(
                                            new Trigger.Code("SAVE"),
                                            new Trigger.AllOf(List.of(new Trigger.Member("A"))))),
                            "Enter the code SAVE or for A members, HK$10.00 off",
                            "输入优惠码 SAVE，或者限 A 会员，减 HK$10.00"),
                    said(
                            new Trigger.AnyOf(
                                    List.of(new Trigger.Always(), new Trigger.Code("SAVE"))),
                            "HK$10.00 off",
                            "减 HK$10.00"),
                    said(new Trigger.AllOf(List.of()), "HK$10.00 off", "减 HK$10.00"),
                    said(
                            new Trigger.Unmodelled("if lucky"),
                            "If “if lucky” (the store’s words), HK$10.00 off",
                            "符合商店所说的“if lucky”，减 HK$10.00"));

    /** Each before "20 % off". */
    private static final List<Said> SCOPES =
            List.of(
                    said(new Scope.ThisOffer(), "20% off", "打 8 折"),
                    said(new Scope.WholeStore(), "Everything in the store: 20% off", "全店商品：打 8 折"),
                    said(
                            new Scope.Listings(Set.of("cup", "bowl", "spoon")),
                            "The products bowl, cup or spoon: 20% off",
                            "指定商品（bowl、cup或spoon）：打 8 折"),
                    said(new Scope.Listings(Set.of()), "No product: 20% off", "没有商品：打 8 折"),
                    said(DRINKS, "Products in Drinks: 20% off", "“Drinks”类商品：打 8 折"),
                    said(
                            new Scope.Brands(Set.of("A", "B")),
                            "Products by A or B: 20% off",
                            "“A或B”品牌商品：打 8 折"),
                    said(
                            new Scope.Except(new Scope.WholeStore(), DRINKS),
                            "Everything in the store except products in Drinks: 20% off",
                            "全店商品（“Drinks”类商品除外）：打 8 折"),
                    said(
                            new Scope.Except(new Scope.WholeStore(), new Scope.ThisOffer()),
                            "Everything in the store except this product: 20% off",
                            "全店商品（此商品除外）：打 8 折"),
                    said(
                            new Scope.NotReduced(),
                            "Products not reduced already: 20% off",
                            "未降价的商品：打 8 折"),
                    said(
                            new Scope.BestBeforeWithin(0),
                            "Products best before today: 20% off",
                            "今天到期的商品：打 8 折"),
                    said(
                            new Scope.BestBeforeWithin(5),
                            "Products best before within 5 days: 20% off",
                            "5 天内到期的商品：打 8 折"),
                    said(
                            new Scope.AllOf(List.of(DRINKS, new Scope.NotReduced())),
                            "Products not reduced already among products in Drinks: 20% off",
                            "“Drinks”类商品中的未降价的商品：打 8 折"),
                    said(
                            new Scope.Unmodelled("selected teas"),
                            "What the store calls “selected teas”: 20% off",
                            "商店所说的“selected teas”：打 8 折"));

    @Test
    void everyBenefitIsSaidInBothLanguages() {
        assertCovers(Benefit.class, BENEFITS);
        for (Said said : BENEFITS) {
            Benefit benefit = (Benefit) said.what();
            assertSaid(
                    on("p", Stage.QUANTITY, new Scope.ThisOffer(), new Trigger.Always(), benefit),
                    said);
        }
    }

    @Test
    void everyConditionIsSaidInBothLanguages() {
        assertCovers(Trigger.class, TRIGGERS);
        assertThat(
                        TRIGGERS.stream()
                                .map(Said::what)
                                .filter(Confirmed.class::isInstance)
                                .map(what -> ((Confirmed) what).matter()))
                .containsExactlyInAnyOrder(Matter.values());
        for (Said said : TRIGGERS) {
            assertSaid(storeWide("p", Stage.STORE_ORDER, (Trigger) said.what(), TEN_OFF), said);
        }
    }

    @Test
    void everyScopeIsSaidInBothLanguages() {
        assertCovers(Scope.class, SCOPES);
        for (Said said : SCOPES) {
            assertSaid(
                    on(
                            "p",
                            Stage.ITEM,
                            (Scope) said.what(),
                            new Trigger.Always(),
                            new PercentOff(200_000, Optional.empty())),
                    said);
        }
    }

    @Test
    void limitsAndStackingFollowInBrackets() {
        Promotion ten = storeWide("p", Stage.STORE_ORDER, new Trigger.Always(), TEN_OFF);
        assertSaid(
                ten.with(Limits.perCustomer(1)),
                said(ten, "HK$10.00 off (once per customer)", "减 HK$10.00（每位顾客限 1 次）"));
        assertSaid(
                ten.with(Limits.quota(100, 97)).with(Stacking.oneOf("A")),
                said(
                        ten,
                        "HK$10.00 off (3 of 100 left; one of the group “A” only)",
                        "减 HK$10.00（共 100 份，剩 3 份；“A”一组优惠只能用一项）"));
        assertSaid(
                ten.with(new Limits(Optional.of(2), Optional.of(50L), Optional.empty())),
                said(
                        ten,
                        "HK$10.00 off (2 times per customer; 50 uses in all)",
                        "减 HK$10.00（每位顾客限 2 次；共 50 份）"));
        assertSaid(
                ten.with(Limits.quota(5, 9)),
                said(ten, "HK$10.00 off (none of 5 left)", "减 HK$10.00（共 5 份，剩 0 份）"));
        assertSaid(
                ten.with(new Stacking(0, Optional.empty(), true, true, Optional.of(Set.of()))),
                said(
                        ten,
                        "HK$10.00 off (not with any other promotion; nothing after it applies; with"
                                + " no other promotion)",
                        "减 HK$10.00（不与其他优惠同享；用后不再计算其他优惠；不可与任何优惠同享）"));
        assertSaid(
                ten.with(
                        new Stacking(
                                7,
                                Optional.empty(),
                                false,
                                false,
                                Optional.of(Set.of(Stage.values())))),
                said(
                        ten,
                        "HK$10.00 off (only with product promotions, multi-buys, order promotions,"
                                + " store coupons, platform promotions, delivery promotions,"
                                + " balances and payment promotions)",
                        "减 HK$10.00（只可与单品优惠、多件优惠、订单优惠、店铺优惠券、平台优惠、运费优惠、" + "余额抵扣、支付优惠同享）"));
        assertSaid(ten.with(Stacking.priority(3)), said(ten, "HK$10.00 off", "减 HK$10.00"));
    }

    @Test
    void whichUnitsAreLoweredIsSaidWherePricesMayDiffer() {
        assertSaid(
                storeWide(
                        "p",
                        Stage.QUANTITY,
                        new Trigger.Always(),
                        new BuyXGetY(2, 1, Money.PPM, BuyXGetY.Pick.DEAREST)),
                said(
                        "dearest",
                        "Everything in the store: buy 2, get 1 free (the dearest)",
                        "全店商品：买 2 送 1（价高者）"));
        assertSaid(
                storeWide(
                        "p",
                        Stage.QUANTITY,
                        new Trigger.Always(),
                        new BuyXGetY(2, 1, Money.PPM, BuyXGetY.Pick.CHEAPEST)),
                said(
                        "cheapest",
                        "Everything in the store: buy 2, get 1 free (the cheapest)",
                        "全店商品：买 2 送 1（价低者）"));
        assertSaid(
                storeWide("p", Stage.QUANTITY, new Trigger.Always(), new BundlePrice(2, hkd("36"))),
                said("any", "Everything in the store: any 2 for HK$36.00", "全店商品：任选 2 件 HK$36.00"));
        assertSaid(
                storeWide("p", Stage.QUANTITY, new Trigger.Always(), new BundleSave(2, hkd("4"))),
                said(
                        "any",
                        "Everything in the store: HK$4.00 off any 2 units",
                        "全店商品：任选，每 2 件减 HK$4.00"));
    }

    @Test
    void amountsHaveTheDecimalsOfTheirCurrency() {
        Promotion yen = off(Money.of(1_500, "JPY"));
        Promotion yuan = off(Money.of(1_500, "CNY"));
        Promotion francs = off(Money.of(1_500, "CHF"));
        assertThat(ENGLISH.sentence(yen)).isEqualTo("JP¥1,500 off");
        assertThat(CHINESE.sentence(yen)).isEqualTo("减 JP¥1,500");
        assertThat(ENGLISH.sentence(yuan)).isEqualTo("CN¥15.00 off");
        assertThat(CHINESE.sentence(yuan)).isEqualTo("减 ¥15.00");
        assertThat(ENGLISH.sentence(francs)).isEqualTo("CHF 15.00 off");
    }

    @Test
    void aReaderOfChineseInAnyScriptReadsChineseAndEverybodyElseEnglish() {
        assertThat(
                        new RuleWords(Locale.forLanguageTag("zh-Hant-HK"), id -> id)
                                .sentence(off(hkd("5"))))
                .isEqualTo("减 HK$5.00");
        assertThat(new RuleWords(Locale.FRENCH, id -> id).sentence(off(hkd("5"))))
                .isEqualTo("HK$5.00 off");
    }

    @Test
    void aListingIsCalledByItsName() {
        assertThat(
                        new RuleWords(Locale.ENGLISH, id -> "red cup " + id)
                                .sentence(
                                        on(
                                                "p",
                                                Stage.ITEM,
                                                new Scope.Listings(Set.of("p1")),
                                                new Trigger.Always(),
                                                TEN_OFF)))
                .isEqualTo("The product red cup p1: HK$10.00 off");
    }

    private static Promotion off(Money amount) {
        return storeWide(
                "p",
                Stage.STORE_ORDER,
                new Trigger.Always(),
                new AmountOff(amount, AmountOff.Per.ORDER));
    }

    private static Said said(Object what, String english, String chinese) {
        return new Said(what, english, chinese);
    }

    private static Ladder.Rung spend(String amount, Reward reward) {
        return new Ladder.Rung(new Reach.Spend(hkd(amount)), reward);
    }

    private static Ladder.Rung units(int count, long ratePpm) {
        return new Ladder.Rung(new Reach.Units(count), new Reward.Rate(ratePpm));
    }

    private static void assertSaid(Promotion promotion, Said said) {
        assertThat(ENGLISH.sentence(promotion)).isEqualTo(said.english());
        assertThat(CHINESE.sentence(promotion)).isEqualTo(said.chinese());
    }

    private static void assertCovers(Class<?> sealed, List<Said> said) {
        assertThat(said.stream().map(each -> (Object) each.what().getClass()))
                .containsAll(Arrays.asList((Object[]) sealed.getPermittedSubclasses()));
    }
}
