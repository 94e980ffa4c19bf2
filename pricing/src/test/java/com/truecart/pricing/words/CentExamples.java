package com.truecart.pricing.words;

import static com.truecart.pricing.Given.always;
import static com.truecart.pricing.Given.cart;
import static com.truecart.pricing.Given.hkd;
import static com.truecart.pricing.Given.line;
import static com.truecart.pricing.words.ExampleRules.ALWAYS;
import static com.truecart.pricing.words.ExampleRules.off;
import static com.truecart.pricing.words.ExampleRules.order;
import static com.truecart.pricing.words.ExampleRules.own;
import static com.truecart.pricing.words.ExampleRules.percent;
import static com.truecart.pricing.words.ExampleRules.spend;
import static com.truecart.pricing.words.WorkedExample.example;
import static com.truecart.pricing.words.WorkedExample.note;

import com.truecart.model.Benefit.AmountOff;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.model.Promotion.Stage;
import com.truecart.pricing.CartLine;
import com.truecart.pricing.OfferTerms;
import java.util.List;
import java.util.Optional;

/** Where the odd cents go, and amounts in another currency. */
final class CentExamples {

    static final List<WorkedExample> ALL =
            List.of(
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
                            "A currency without cents",
                            "没有分的货币",
                            cart(
                                    List.of(
                                            yen(
                                                    "tea",
                                                    1_485,
                                                    always("10", Stage.ITEM, percent(100_000))))),
                            Money.of(1_336, "JPY"),
                            note("148.5 yen are rounded half up to 149.", "148.5 日元四舍五入为 149。")),
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
                                    "指明拒绝：从不按换算后的金额判断规则。")));

    private CentExamples() {}

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
}
