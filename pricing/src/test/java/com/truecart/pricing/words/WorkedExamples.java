package com.truecart.pricing.words;

import static com.truecart.pricing.Given.always;
import static com.truecart.pricing.Given.cart;
import static com.truecart.pricing.Given.hkd;
import static com.truecart.pricing.Given.line;
import static com.truecart.pricing.Given.on;
import static com.truecart.pricing.Given.storeWide;
import static com.truecart.pricing.words.WorkedExample.example;
import static com.truecart.pricing.words.WorkedExample.note;

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
import com.truecart.model.Promotion.Funding;
import com.truecart.model.Promotion.Stage;
import com.truecart.model.Reach;
import com.truecart.model.Reward;
import com.truecart.model.Scope;
import com.truecart.model.Trigger;
import com.truecart.model.Trigger.Confirmed;
import com.truecart.model.Trigger.Confirmed.Matter;
import com.truecart.pricing.CartLine;
import com.truecart.pricing.OfferTerms;
import com.truecart.pricing.Shopper;
import com.truecart.pricing.StoreCart;
import com.truecart.pricing.profile.EngineProfiles;
import com.truecart.pricing.words.WorkedExample.Said;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The worked examples, each with its total worked by hand. */
final class WorkedExamples {

    /** What the things in the baskets are called. */
    static final Map<String, Said> NAMES =
            Map.ofEntries(
                    name("rice", "大米"),
                    name("tea", "茶叶"),
                    name("pan", "平底锅"),
                    name("socks", "袜子"),
                    name("yoghurt", "酸奶"),
                    name("juice", "果汁"),
                    name("cola", "可乐"),
                    name("pizza", "披萨"),
                    name("cup", "杯子"),
                    name("spoon", "勺子"),
                    name("bowl", "碗"),
                    name("coat", "外套"),
                    name("fridge", "冰箱"),
                    name("soap", "肥皂"));

    private static final Trigger ALWAYS = new Trigger.Always();
    private static final Confirmed TEN_OFF_COUPON =
            new Confirmed(Matter.COUPON_CLAIMED, "10 off 100");
    private static final Confirmed GROUP_OF_2 = new Confirmed(Matter.GROUP, "2");
    private static final Confirmed SUBSIDY = new Confirmed(Matter.SCHEME, "国补 GUOBU");

    private WorkedExamples() {}

    static final List<WorkedExample> ALL =
            List.of(
                    example(
                            "Sale price for the first two",
                            "特价限购两件",
                            own("rice", "40", 3, Stage.ITEM, sale("25", 2)),
                            hkd("90"),
                            note(
                                    "Two cost the sale price, the third its own: 25 + 25 + 40.",
                                    "两件按特价，第三件按原价：25 + 25 + 40。")),
                    example(
                            "Twenty percent off with a cap",
                            "八折封顶",
                            cart(
                                    List.of(line("pan", "150", 2)),
                                    order(ALWAYS, percent(200_000, "50"))),
                            hkd("250"),
                            note(
                                    "20% would be 60.00; the cap stops at 50.00.",
                                    "八折本应减 60.00，封顶 50.00。")),
                    example(
                            "An amount off each",
                            "每件立减",
                            own("socks", "12", 3, Stage.ITEM, unitOff("5")),
                            hkd("21"),
                            note("Three times 12 less 5.", "三件，每件 12 减 5。")),
                    example(
                            "Spend so much, get so much off",
                            "满减",
                            cart(List.of(line("pan", "150", 2)), order(spend("300"), off("50"))),
                            hkd("250"),
                            note("300.00 is reached at exactly 300.00.", "正好 300.00 就算达到。")),
                    example(
                            "Steps by amount",
                            "阶梯满减",
                            cart(
                                    List.of(line("pan", "130", 4)),
                                    order(
                                            ALWAYS,
                                            new Ladder(
                                                    List.of(
                                                            rung("200", "20"),
                                                            rung("500", "80"))))),
                            hkd("440"),
                            note(
                                    "520.00 reaches both steps; only the higher one counts.",
                                    "520.00 两档都达到，只按高的一档。")),
                    example(
                            "Steps by number",
                            "多件多折",
                            cart(
                                    List.of(line("socks", "50", 3)),
                                    order(
                                            ALWAYS,
                                            new Ladder(
                                                    List.of(rung(2, 100_000), rung(3, 200_000))))),
                            hkd("120"),
                            note("Three units: 20% off all of 150.00.", "三件：150.00 全部八折。")),
                    example(
                            "Every full amount, with a limit",
                            "每满减，有上限",
                            cart(
                                    List.of(line("coat", "350", 3)),
                                    order(
                                            ALWAYS,
                                            new StepOff(hkd("200"), hkd("30"), Optional.of(4)))),
                            hkd("930"),
                            note(
                                    "1,050.00 holds five times 200.00; four of them count.",
                                    "1,050.00 含五个 200.00，只计四个。")),
                    example(
                            "Second one half price, five units",
                            "第二件半价，买五件",
                            own("yoghurt", "10", 5, Stage.QUANTITY, new NthUnit(2, 500_000)),
                            hkd("40"),
                            note(
                                    "Five hold two pairs; the fifth has no partner.",
                                    "五件有两对，第五件没有配对。")),
                    example(
                            "Second one for a dollar",
                            "加一元多一件",
                            own("juice", "15", 2, Stage.QUANTITY, new NthUnitPrice(2, hkd("1"))),
                            hkd("16"),
                            note("15 + 1.", "15 + 1。")),
                    example(
                            "Two for one price, three units",
                            "两件特惠价，买三件",
                            own("tea", "20", 3, Stage.QUANTITY, new BundlePrice(2, hkd("36"))),
                            hkd("56"),
                            note(
                                    "One pair for 36.00, and the third for 20.00.",
                                    "一对 36.00，第三件 20.00。")),
                    example(
                            "Any three for one price",
                            "任选三件",
                            cart(
                                    List.of(
                                            line("tea", "20", 1),
                                            line("rice", "25", 1),
                                            line("cola", "30", 1)),
                                    whole(new BundlePrice(3, hkd("50")))),
                            hkd("50"),
                            note("75.00 apart, 50.00 together.", "分开买 75.00，一起买 50.00。")),
                    example(
                            "So much off every pair",
                            "每两件减",
                            own("soap", "10", 5, Stage.QUANTITY, new BundleSave(2, hkd("4"))),
                            hkd("42"),
                            note("Two pairs, 4.00 each.", "两对，每对减 4.00。")),
                    example(
                            "A set",
                            "套装",
                            cart(
                                    List.of(line("cup", "30", 1), line("spoon", "8", 2)),
                                    whole(new SetPrice(Map.of("cup", 1, "spoon", 2), hkd("40")))),
                            hkd("40"),
                            note("46.00 apart, 40.00 together.", "分开买 46.00，成套 40.00。")),
                    example(
                            "Ten percent off from two",
                            "两件九折",
                            own("soap", "10", 3, Stage.QUANTITY, new QuantityPercent(2, 100_000)),
                            hkd("27"),
                            note("All three are 10% off.", "三件都打九折。")),
                    example(
                            "Buy two, get the cheapest free",
                            "买二送一，送价低者",
                            cart(
                                    List.of(
                                            line("tea", "30", 1),
                                            line("rice", "20", 1),
                                            line("soap", "10", 1)),
                                    whole(free(BuyXGetY.Pick.CHEAPEST))),
                            hkd("50"),
                            note("The 10.00 one is free.", "免 10.00 的那件。")),
                    example(
                            "Buy two, get the dearest free",
                            "买二送一，送价高者",
                            cart(
                                    List.of(
                                            line("tea", "30", 1),
                                            line("rice", "20", 1),
                                            line("soap", "10", 1)),
                                    whole(free(BuyXGetY.Pick.DEAREST))),
                            hkd("30"),
                            note("The 30.00 one is free.", "免 30.00 的那件。")),
                    example(
                            "Two pizzas, a drink free",
                            "买两个披萨送饮料",
                            cart(
                                    List.of(line("pizza", "60", 2), line("juice", "12", 1)),
                                    on(
                                            "drink",
                                            Stage.QUANTITY,
                                            new Scope.Listings(Set.of("pizza")),
                                            ALWAYS,
                                            new BuyThisGetThat(
                                                    2,
                                                    new Scope.Listings(Set.of("juice")),
                                                    1,
                                                    Money.PPM,
                                                    Optional.empty(),
                                                    false))),
                            hkd("120"),
                            note("The juice costs nothing.", "果汁免费。")),
                    example(
                            "Add a bowl for less",
                            "加价购",
                            cart(
                                    List.of(line("tea", "100", 1), line("bowl", "29", 1)),
                                    storeWide(
                                            "bowl",
                                            Stage.QUANTITY,
                                            spend("99"),
                                            new AddOnPrice(
                                                    new Scope.Listings(Set.of("bowl")),
                                                    hkd("9.90"),
                                                    1))),
                            hkd("109.90"),
                            note("The bowl costs 9.90 instead of 29.00.", "碗由 29.00 变为 9.90。")),
                    example(
                            "A gift",
                            "赠品",
                            own(
                                    "tea",
                                    "60",
                                    2,
                                    Stage.QUANTITY,
                                    new Gift("mug 马克杯", Optional.of(hkd("49")))),
                            hkd("120"),
                            note(
                                    "What a gift is worth is never taken off the price.",
                                    "赠品的价值从不从价格中扣除。")),
                    example(
                                    "Free delivery missed by a cent",
                                    "差一分钱免运费",
                                    cart(
                                            List.of(line("rice", "33.33", 3)),
                                            storeWide(
                                                    "delivery",
                                                    Stage.DELIVERY,
                                                    spend("100"),
                                                    new DeliveryOff(Money.PPM))),
                                    hkd("129.99"),
                                    note(
                                            "99.99 is not 100.00, and the page says what is missing.",
                                            "99.99 不到 100.00，页面会说明还差多少。"))
                            .delivered("30"),
                    example(
                            "A deposit that counts double",
                            "定金膨胀",
                            own(
                                    "coat",
                                    "399",
                                    1,
                                    Stage.PAYMENT,
                                    new DepositBoost(hkd("50"), hkd("100"))),
                            hkd("349"),
                            note(
                                    "50.00 now and 299.00 later: 349.00 in all.",
                                    "先付 50.00，再付 299.00，共 349.00。")),
                    example(
                            "Points for at most half",
                            "积分最多抵一半",
                            own(
                                    "juice",
                                    "15",
                                    1,
                                    Stage.STORED_VALUE,
                                    new StoredValue(hkd("10"), 500_000, hkd("1"))),
                            hkd("8"),
                            note(
                                    "Half is 7.50; whole steps make it 7.00.",
                                    "一半是 7.50，按整数单位抵 7.00。")),
                    example(
                            "Cash back stands beside the price",
                            "返现另计",
                            cart(
                                    List.of(line("pan", "150", 2)),
                                    order(
                                            ALWAYS,
                                            new ValueBack(
                                                    ValueBack.Form.CASH_BACK,
                                                    new Reward.Rate(50_000),
                                                    Optional.of(hkd("20"))))),
                            hkd("300"),
                            note(
                                    "What comes back later does not make today cheaper.",
                                    "以后返还的，不会让今天更便宜。")),
                    example(
                            "Words nobody can compute",
                            "无法计算的说明",
                            own(
                                    "tea",
                                    "45",
                                    1,
                                    Stage.QUANTITY,
                                    new Unmodelled("Ask in store 店内查询")),
                            hkd("45"),
                            note("Shown, never priced, never dropped.", "照样显示，不计价，也不丢弃。")),
                    example(
                            "A struck price raised before the cut",
                            "先提价再打折",
                            cart(List.of(struck("coat", "99", "150"))),
                            hkd("99"),
                            note(
                                    "The store claims 34% off. It asked 100.00 the week before, so"
                                            + " the cut is 1%. The struck price changes the claim,"
                                            + " never what is paid.",
                                    "商店声称降价 34%，但一周前售价为 100.00，实际只降 1%。划线价只影响宣传，不影响应付。")),
                    example(
                            "A coupon nobody has ticked",
                            "未领取的优惠券",
                            cart(
                                    List.of(line("pan", "100", 1)),
                                    coupon(
                                            new Trigger.AllOf(
                                                    List.of(TEN_OFF_COUPON, spend("100"))),
                                            off("10"))),
                            hkd("100"),
                            note(
                                    "A coupon that must be ticked first is asked for, not counted.",
                                    "须先领取的券只会询问，不会先计入。")),
                    example(
                                    "The same coupon, ticked",
                                    "同一张券，已领取",
                                    cart(
                                            List.of(line("pan", "100", 1)),
                                            coupon(
                                                    new Trigger.AllOf(
                                                            List.of(TEN_OFF_COUPON, spend("100"))),
                                                    off("10"))),
                                    hkd("90"),
                                    note("The shopper has said yes.", "顾客已确认领取。"))
                            .by(Shopper.ANYONE.answering(TEN_OFF_COUPON, true)),
                    example(
                            "A member's price",
                            "会员价",
                            cart(
                                    List.of(
                                            line(
                                                    "tea",
                                                    "19.90",
                                                    2,
                                                    on(
                                                            "plus",
                                                            Stage.ITEM,
                                                            new Scope.ThisOffer(),
                                                            new Trigger.Member("PLUS"),
                                                            sale("17"))))),
                            hkd("39.80"),
                            note(
                                    "Anyone pays 19.90; a member who says so pays 17.00 each.",
                                    "任何人付 19.90；确认是会员者每件 17.00。")),
                    example(
                            "Ten dollars over three equal lines",
                            "十元分摊到三件",
                            cart(
                                    List.of(
                                            line("tea", "10", 1),
                                            line("rice", "10", 1),
                                            line("soap", "10", 1)),
                                    order(ALWAYS, off("10"))),
                            hkd("20"),
                            note(
                                    "3.34 + 3.33 + 3.33 is 10.00: no cent is lost.",
                                    "3.34 + 3.33 + 3.33 正好 10.00，一分不差。")),
                    example(
                            "Fifteen percent of 9.99",
                            "9.99 打八五折",
                            own("juice", "9.99", 1, Stage.ITEM, percent(150_000)),
                            hkd("8.49"),
                            note("1.4985 is rounded half up to 1.50.", "1.4985 四舍五入为 1.50。")),
                    example(
                                    "Free delivery looked at before the coupon (Spree)",
                                    "用券前判断免运费（Spree）",
                                    halvedWithFreeDelivery(),
                                    hkd("35"),
                                    note(
                                            "Spree looks at 70.00, which is above 60.00.",
                                            "Spree 看用券前的 70.00，超过 60.00。"))
                            .delivered("20")
                            .at(EngineProfiles.SPREE),
                    example(
                                    "Free delivery looked at after the coupon (Sylius)",
                                    "用券后判断免运费（Sylius）",
                                    halvedWithFreeDelivery(),
                                    hkd("55"),
                                    note(
                                            "Sylius looks at 35.00, which is below 60.00.",
                                            "Sylius 看用券后的 35.00，不到 60.00。"))
                            .delivered("20")
                            .at(EngineProfiles.SYLIUS),
                    example(
                                    "A second coupon looks at the full price (WooCommerce)",
                                    "第二张券看原价（WooCommerce）",
                                    twoCoupons(),
                                    hkd("25"),
                                    note(
                                            "70.00 reaches 60.00, so both are taken: 70 - 35 - 10.",
                                            "70.00 达到 60.00，两张都用：70 - 35 - 10。"))
                            .at(EngineProfiles.WOOCOMMERCE),
                    example(
                                    "A second coupon looks at what is left (Vendure)",
                                    "第二张券看余额（Vendure）",
                                    twoCoupons(),
                                    hkd("35"),
                                    note(
                                            "35.00 are left, which does not reach 60.00.",
                                            "只剩 35.00，不到 60.00。"))
                            .at(EngineProfiles.VENDURE),
                    example(
                                    "More off than is left (Taobao)",
                                    "优惠多于余额（淘宝）",
                                    cart(
                                            List.of(line("coat", "400", 1)),
                                            coupon(spend("400"), off("380")),
                                            storeWide(
                                                    "platform",
                                                    Stage.PLATFORM,
                                                    spend("400"),
                                                    off("50"))),
                                    hkd("0"),
                                    note(
                                            "The platform's 50.00 is reached by the price before"
                                                    + " the coupon, and takes the 20.00 that are"
                                                    + " left.",
                                            "平台满减按用券前的价格判断，最多减去剩下的 20.00。"))
                            .at(EngineProfiles.TAOBAO),
                    example(
                                    "A subsidy with a cap",
                                    "国家补贴，封顶",
                                    cart(
                                            List.of(line("fridge", "4000", 1)),
                                            storeWide(
                                                            "subsidy",
                                                            Stage.PAYMENT,
                                                            SUBSIDY,
                                                            percent(150_000, "500"))
                                                    .with(Funding.PUBLIC)),
                                    hkd("3500"),
                                    note(
                                            "15% would be 600.00; the scheme pays at most 500.00.",
                                            "15% 是 600.00，补贴最多 500.00。"))
                            .by(Shopper.ANYONE.answering(SUBSIDY, true)),
                    example(
                                    "A price for a group",
                                    "拼团价",
                                    cart(
                                            List.of(
                                                    line(
                                                            "socks",
                                                            "29.90",
                                                            1,
                                                            on(
                                                                    "group",
                                                                    Stage.ITEM,
                                                                    new Scope.ThisOffer(),
                                                                    GROUP_OF_2,
                                                                    sale("19.90"))))),
                                    hkd("19.90"),
                                    note(
                                            "Only for a shopper who has said that two buy.",
                                            "仅限确认两人成团的顾客。"))
                            .by(Shopper.ANYONE.answering(GROUP_OF_2, true)),
                    example(
                            "All of them are taken",
                            "名额已用完",
                            cart(
                                    List.of(
                                            line(
                                                    "pan",
                                                    "199",
                                                    1,
                                                    always("flash", Stage.ITEM, sale("99"))
                                                            .with(Limits.quota(100, 100))))),
                            hkd("199"),
                            note("A flash price without any left is no price.", "秒杀名额没了，就不是价格。")),
                    example(
                            "Two currencies in one rule",
                            "一条规则两种货币",
                            cart(
                                    List.of(line("pan", "300", 1)),
                                    order(
                                            spend("300"),
                                            new AmountOff(
                                                    Money.of(50_00, "CNY"), AmountOff.Per.ORDER))),
                            hkd("300"),
                            note(
                                    "Refused by name: no rule is judged on a converted amount.",
                                    "指明拒绝：从不按换算后的金额判断规则。")),
                    example(
                            "A currency without cents",
                            "没有分的货币",
                            cart(
                                    List.of(
                                            yen(
                                                    "tea",
                                                    1_485,
                                                    always("10", Stage.ITEM, percent(100_000))))),
                            Money.of(1_336, "JPY"),
                            note("148.5 yen are rounded half up to 149.", "148.5 日元四舍五入为 149。")));

    private static Map.Entry<String, Said> name(String english, String chinese) {
        return Map.entry(english, new Said(english, chinese));
    }

    private static StoreCart own(
            String id, String price, int quantity, Stage stage, Benefit benefit) {
        return cart(List.of(line(id, price, quantity, always("own", stage, benefit))));
    }

    private static StoreCart halvedWithFreeDelivery() {
        return cart(
                List.of(line("coat", "70", 1)),
                coupon(ALWAYS, percent(500_000)),
                storeWide("delivery", Stage.DELIVERY, spend("60"), new DeliveryOff(Money.PPM)));
    }

    private static StoreCart twoCoupons() {
        return cart(
                List.of(line("coat", "70", 1)),
                storeWide("1 half", Stage.STORE_COUPON, ALWAYS, percent(500_000)),
                storeWide("2 ten", Stage.STORE_COUPON, spend("60"), off("10")));
    }

    private static Promotion order(Trigger trigger, Benefit benefit) {
        return storeWide("order", Stage.STORE_ORDER, trigger, benefit);
    }

    private static Promotion coupon(Trigger trigger, Benefit benefit) {
        return storeWide("coupon", Stage.STORE_COUPON, trigger, benefit);
    }

    private static Promotion whole(Benefit benefit) {
        return storeWide("store", Stage.QUANTITY, ALWAYS, benefit);
    }

    private static CartLine struck(String id, String price, String list) {
        OfferTerms offer =
                new OfferTerms(
                        id,
                        Optional.empty(),
                        List.of(),
                        hkd(price),
                        Optional.of(hkd(list)),
                        List.of());
        return new CartLine(id, offer, 1);
    }

    private static CartLine yen(String id, long price, Promotion promotion) {
        OfferTerms offer =
                new OfferTerms(
                        id,
                        Optional.empty(),
                        List.of(),
                        Money.of(price, "JPY"),
                        Optional.empty(),
                        List.of(promotion));
        return new CartLine(id, offer, 1);
    }

    private static Trigger spend(String amount) {
        return new Trigger.MinSpend(hkd(amount));
    }

    private static UnitPrice sale(String price) {
        return new UnitPrice(hkd(price), Optional.empty());
    }

    private static UnitPrice sale(String price, int upTo) {
        return new UnitPrice(hkd(price), Optional.of(upTo));
    }

    private static PercentOff percent(long ratePpm) {
        return new PercentOff(ratePpm, Optional.empty());
    }

    private static PercentOff percent(long ratePpm, String cap) {
        return new PercentOff(ratePpm, Optional.of(hkd(cap)));
    }

    private static AmountOff off(String amount) {
        return new AmountOff(hkd(amount), AmountOff.Per.ORDER);
    }

    private static AmountOff unitOff(String amount) {
        return new AmountOff(hkd(amount), AmountOff.Per.UNIT);
    }

    private static BuyXGetY free(BuyXGetY.Pick pick) {
        return new BuyXGetY(2, 1, Money.PPM, pick);
    }

    private static Ladder.Rung rung(String spend, String off) {
        return new Ladder.Rung(new Reach.Spend(hkd(spend)), new Reward.Amount(hkd(off)));
    }

    private static Ladder.Rung rung(int units, long ratePpm) {
        return new Ladder.Rung(new Reach.Units(units), new Reward.Rate(ratePpm));
    }
}
