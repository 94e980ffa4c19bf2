package com.truecart.pricing.words;

import static com.truecart.pricing.Given.cart;
import static com.truecart.pricing.Given.hkd;
import static com.truecart.pricing.Given.line;
import static com.truecart.pricing.Given.storeWide;
import static com.truecart.pricing.words.ExampleRules.ALWAYS;
import static com.truecart.pricing.words.ExampleRules.order;
import static com.truecart.pricing.words.ExampleRules.own;
import static com.truecart.pricing.words.ExampleRules.spend;
import static com.truecart.pricing.words.WorkedExample.example;
import static com.truecart.pricing.words.WorkedExample.note;

import com.truecart.model.Benefit.AddOnPrice;
import com.truecart.model.Benefit.DeliveryOff;
import com.truecart.model.Benefit.DepositBoost;
import com.truecart.model.Benefit.Gift;
import com.truecart.model.Benefit.StoredValue;
import com.truecart.model.Benefit.Unmodelled;
import com.truecart.model.Benefit.ValueBack;
import com.truecart.model.Money;
import com.truecart.model.Promotion.Stage;
import com.truecart.model.Reward;
import com.truecart.model.Scope;
import com.truecart.pricing.CartLine;
import com.truecart.pricing.OfferTerms;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What comes with a price, is paid in another way, or stands beside it and changes nothing. */
final class BesidesExamples {

    static final List<WorkedExample> ALL =
            List.of(
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
                                    "商店声称降价 34%，但一周前售价为 100.00，实际只降 1%。划线价只影响宣传，不影响应付。")));

    private BesidesExamples() {}

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
}
