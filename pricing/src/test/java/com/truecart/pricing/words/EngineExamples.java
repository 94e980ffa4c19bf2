package com.truecart.pricing.words;

import static com.truecart.pricing.Given.cart;
import static com.truecart.pricing.Given.hkd;
import static com.truecart.pricing.Given.line;
import static com.truecart.pricing.Given.storeWide;
import static com.truecart.pricing.words.ExampleRules.ALWAYS;
import static com.truecart.pricing.words.ExampleRules.coupon;
import static com.truecart.pricing.words.ExampleRules.off;
import static com.truecart.pricing.words.ExampleRules.percent;
import static com.truecart.pricing.words.ExampleRules.spend;
import static com.truecart.pricing.words.WorkedExample.acrossStores;
import static com.truecart.pricing.words.WorkedExample.example;
import static com.truecart.pricing.words.WorkedExample.note;

import com.truecart.model.Benefit.DeliveryOff;
import com.truecart.model.Money;
import com.truecart.model.Promotion.Stage;
import com.truecart.pricing.StoreCart;
import com.truecart.pricing.profile.EngineProfiles;
import java.util.List;
import java.util.Map;

/** The same rules at stores whose engines work them out in their own ways. */
final class EngineExamples {

    static final List<WorkedExample> ALL =
            List.of(
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
                    acrossStores(
                                    "One threshold over two stores (Taobao)",
                                    "跨店满减（淘宝）",
                                    Map.of(
                                            "kitchen",
                                            cart(List.of(line("pan", "200", 1))),
                                            "teahouse",
                                            cart(List.of(line("tea", "150", 1)))),
                                    List.of(
                                            storeWide(
                                                    "cross",
                                                    Stage.PLATFORM,
                                                    spend("300"),
                                                    off("50"))),
                                    hkd("300"),
                                    note(
                                            "Neither store reaches 300.00 alone; together they"
                                                    + " come to 350.00. Each gets its share of the"
                                                    + " 50.00: 28.57 and the rest, 21.43.",
                                            "两店单独都不到 300.00，合起来 350.00。50.00 按比例分摊："
                                                    + "28.57，其余 21.43。"))
                            .at(EngineProfiles.TAOBAO));

    private EngineExamples() {}

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
}
