package com.truecart.pricing.words;

import static com.truecart.pricing.Given.always;
import static com.truecart.pricing.Given.cart;
import static com.truecart.pricing.Given.hkd;
import static com.truecart.pricing.Given.line;
import static com.truecart.pricing.Given.on;
import static com.truecart.pricing.Given.storeWide;
import static com.truecart.pricing.words.ExampleRules.coupon;
import static com.truecart.pricing.words.ExampleRules.off;
import static com.truecart.pricing.words.ExampleRules.percent;
import static com.truecart.pricing.words.ExampleRules.sale;
import static com.truecart.pricing.words.ExampleRules.spend;
import static com.truecart.pricing.words.WorkedExample.example;
import static com.truecart.pricing.words.WorkedExample.note;

import com.truecart.model.Limits;
import com.truecart.model.Promotion.Funding;
import com.truecart.model.Promotion.Stage;
import com.truecart.model.Scope;
import com.truecart.model.Trigger;
import com.truecart.model.Trigger.Confirmed;
import com.truecart.model.Trigger.Confirmed.Matter;
import com.truecart.pricing.Shopper;
import java.util.List;

/** Who may have a price, and whether any of it is left. */
final class ConditionExamples {

    private static final Confirmed TEN_OFF_COUPON =
            new Confirmed(Matter.COUPON_CLAIMED, "10 off 100");
    private static final Confirmed GROUP_OF_2 = new Confirmed(Matter.GROUP, "2");
    private static final Confirmed SUBSIDY = new Confirmed(Matter.SCHEME, "国补 GUOBU");

    static final List<WorkedExample> ALL =
            List.of(
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
                            note("A flash price without any left is no price.", "秒杀名额没了，就不是价格。")));

    private ConditionExamples() {}
}
