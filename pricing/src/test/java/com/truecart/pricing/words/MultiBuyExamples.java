package com.truecart.pricing.words;

import static com.truecart.pricing.Given.cart;
import static com.truecart.pricing.Given.hkd;
import static com.truecart.pricing.Given.line;
import static com.truecart.pricing.Given.on;
import static com.truecart.pricing.words.ExampleRules.ALWAYS;
import static com.truecart.pricing.words.ExampleRules.own;
import static com.truecart.pricing.words.ExampleRules.whole;
import static com.truecart.pricing.words.WorkedExample.example;
import static com.truecart.pricing.words.WorkedExample.note;

import com.truecart.model.Benefit.BundlePrice;
import com.truecart.model.Benefit.BundleSave;
import com.truecart.model.Benefit.BuyThisGetThat;
import com.truecart.model.Benefit.BuyXGetY;
import com.truecart.model.Benefit.NthUnit;
import com.truecart.model.Benefit.NthUnitPrice;
import com.truecart.model.Benefit.QuantityPercent;
import com.truecart.model.Benefit.SetPrice;
import com.truecart.model.Money;
import com.truecart.model.Promotion.Stage;
import com.truecart.model.Scope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Several units together. */
final class MultiBuyExamples {

    static final List<WorkedExample> ALL =
            List.of(
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
                                    List.of(
                                            line("pizza", "60", 2),
                                            line("juice", "12", 1),
                                            line("cola", "9", 1)),
                                    on(
                                            "drink",
                                            Stage.QUANTITY,
                                            new Scope.Listings(Set.of("pizza")),
                                            ALWAYS,
                                            new BuyThisGetThat(
                                                    2,
                                                    new Scope.Listings(Set.of("juice", "cola")),
                                                    1,
                                                    Money.PPM,
                                                    Optional.empty(),
                                                    false))),
                            hkd("132"),
                            note("The cheaper drink is free: 120 + 12.", "免价低的那杯饮料：120 + 12。")));

    private MultiBuyExamples() {}

    private static BuyXGetY free(BuyXGetY.Pick pick) {
        return new BuyXGetY(2, 1, Money.PPM, pick);
    }
}
