package com.truecart.pricing.words;

import static com.truecart.pricing.Given.cart;
import static com.truecart.pricing.Given.hkd;
import static com.truecart.pricing.Given.line;
import static com.truecart.pricing.words.ExampleRules.ALWAYS;
import static com.truecart.pricing.words.ExampleRules.off;
import static com.truecart.pricing.words.ExampleRules.order;
import static com.truecart.pricing.words.ExampleRules.own;
import static com.truecart.pricing.words.ExampleRules.percent;
import static com.truecart.pricing.words.ExampleRules.sale;
import static com.truecart.pricing.words.ExampleRules.spend;
import static com.truecart.pricing.words.ExampleRules.unitOff;
import static com.truecart.pricing.words.WorkedExample.example;
import static com.truecart.pricing.words.WorkedExample.note;

import com.truecart.model.Benefit.Ladder;
import com.truecart.model.Benefit.StepOff;
import com.truecart.model.Promotion.Stage;
import com.truecart.model.Reach;
import com.truecart.model.Reward;
import java.util.List;
import java.util.Optional;

/** Sale prices, and amounts and rates off what is spent. */
final class AmountExamples {

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
                                    "1,050.00 含五个 200.00，只计四个。")));

    private AmountExamples() {}

    private static Ladder.Rung rung(String spend, String off) {
        return new Ladder.Rung(new Reach.Spend(hkd(spend)), new Reward.Amount(hkd(off)));
    }

    private static Ladder.Rung rung(int units, long ratePpm) {
        return new Ladder.Rung(new Reach.Units(units), new Reward.Rate(ratePpm));
    }
}
