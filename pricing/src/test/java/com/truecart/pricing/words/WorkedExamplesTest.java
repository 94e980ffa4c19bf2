package com.truecart.pricing.words;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.model.Benefit;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.model.Promotion.Stage;
import com.truecart.pricing.PricedCart;
import com.truecart.pricing.PricedLine;
import com.truecart.pricing.profile.EngineProfiles;
import com.truecart.pricing.words.WorkedExample.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The worked examples come to what was worked out by hand, and the page that shows them is what
 * they say today.
 */
class WorkedExamplesTest {

    private static final String HEAD =
            """
            # Promotions by example · 促销实例

            How a price comes about, rule by rule. Every section is a test: the rule in words, the basket, each step and the
            total are written by `bin/examples` from what the pricing really does. Where no store is named, the rules are ours.

            价格怎么来，一条规则一个例子。每一节都是一个测试：规则的文字、购物篮、每一步和总额，都由 `bin/examples`
            按实际计算写成。没有注明商店时，按我们自己的规则计算。

            """;

    private static final ZoneId ZONE = ZoneId.of("Asia/Hong_Kong");

    private static final RuleWords ENGLISH = rules(Locale.ENGLISH, Said::english);
    private static final RuleWords CHINESE = rules(Locale.SIMPLIFIED_CHINESE, Said::chinese);

    static Stream<WorkedExample> examples() {
        return WorkedExamples.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExampleComesToWhatWasWorkedOutByHand(WorkedExample example) {
        assertThat(example.payable()).isEqualTo(example.total());
    }

    @Test
    void thereAreFortyOneAndTheyShowEveryKindOfBenefit() {
        assertThat(WorkedExamples.ALL).hasSize(41);
        Set<Class<?>> shown =
                examples()
                        .flatMap(example -> example.rules().stream())
                        .map(rule -> rule.benefit().getClass())
                        .collect(Collectors.toSet());
        assertThat(shown).containsAll(Arrays.asList(Benefit.class.getPermittedSubclasses()));
    }

    @Test
    void thePageSaysWhatThePricingDoes() throws IOException {
        Path page = Path.of(System.getProperty("truecart.root", ".."), "docs", "promotions.md");
        String written = HEAD + contents() + sections();
        if (Boolean.getBoolean("truecart.writeExamples")) {
            Files.writeString(page, written);
        }
        assertThat(Files.exists(page) ? Files.readString(page) : "")
                .as("docs/promotions.md is out of date: run bin/examples and commit what it writes")
                .isEqualTo(written);
    }

    private static String contents() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < WorkedExamples.ALL.size(); i++) {
            Said title = WorkedExamples.ALL.get(i).title();
            text.append(
                    "%d. [%s · %s](#e%d)%n"
                            .formatted(i + 1, title.english(), title.chinese(), i + 1));
        }
        return text.toString();
    }

    private static String sections() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < WorkedExamples.ALL.size(); i++) {
            text.append(section(i + 1, WorkedExamples.ALL.get(i)));
        }
        return text.toString();
    }

    private static String section(int number, WorkedExample example) {
        List<String> parts = new ArrayList<>();
        parts.add("");
        parts.add("<a id=\"e" + number + "\"></a>");
        parts.add("");
        parts.add(
                "## %d. %s · %s"
                        .formatted(number, example.title().english(), example.title().chinese()));
        parts.add("");
        for (Promotion rule : example.rules()) {
            parts.add("> " + ENGLISH.sentence(rule) + "<br>");
            parts.add("> " + CHINESE.sentence(rule));
            parts.add("");
        }
        example.priced()
                .forEach((store, priced) -> {
                    if (example.isAcrossStores()) {
                        parts.add(
                                "%s · %s"
                                        .formatted(
                                                named(store, Said::english),
                                                named(store, Said::chinese)));
                        parts.add("");
                    }
                    table(example, priced, parts);
                });
        if (example.isAcrossStores()) {
            parts.add("**In all · 合计: %s**".formatted(money(example.payable())));
            parts.add("");
        }
        parts.add(example.note().english() + "<br>");
        parts.add(example.note().chinese());
        if (!example.engine().equals(EngineProfiles.OURS)) {
            parts.add("");
            parts.add(
                    "Worked out as · 计算方式: `%s` %s"
                            .formatted(example.engine().name(), example.engine().version()));
        }
        return String.join("\n", parts) + "\n";
    }

    /** The basket, each step, what is paid, and what stands beside it. */
    private static void table(WorkedExample example, PricedCart priced, List<String> parts) {
        parts.add(
                "| "
                        + basket(priced, Said::english)
                        + " | "
                        + basket(priced, Said::chinese)
                        + " | |");
        parts.add("| --- | --- | ---: |");
        List<String> beside = new ArrayList<>();
        List<PriceLine> english = lines(ENGLISH, priced);
        List<PriceLine> chinese = lines(CHINESE, priced);
        for (int i = 0; i < english.size(); i++) {
            write(english.get(i), chinese.get(i), parts, beside);
        }
        parts.add("");
        if (priced.lines().size() > 1 && isOnTheOrder(example)) {
            parts.add("By line · 分摊到每种商品: " + shares(priced));
            parts.add("");
        }
        if (!beside.isEmpty()) {
            parts.addAll(beside);
            parts.add("");
        }
    }

    /** What is taken off a whole order is divided over its lines, which is worth a look. */
    private static boolean isOnTheOrder(WorkedExample example) {
        return example.rules().stream().anyMatch(rule -> rule.stage() == Stage.STORE_ORDER);
    }

    private static void write(
            PriceLine english, PriceLine chinese, List<String> table, List<String> beside) {
        String amount = english.amount().orElse("");
        switch (english.kind()) {
            case STEP ->
                    table.add(
                            "| %s | %s | %s |".formatted(english.words(), chinese.words(), amount));
            case PAYABLE ->
                    table.add(
                            "| **%s** | **%s** | **%s** |"
                                    .formatted(english.words(), chinese.words(), amount));
            case VALUE_BACK, GIFT, NOT_APPLIED, NOT_PROVEN_BEST ->
                    beside.add("- %s<br>%n  %s".formatted(whole(english), whole(chinese)));
            // all examples are of one moment and of nobody
            case SOURCE, PER_UNIT, PER_MEASURE -> {}
        }
    }

    private static String whole(PriceLine line) {
        return line.words() + line.amount().map(amount -> " – " + amount).orElse("");
    }

    private static List<PriceLine> lines(RuleWords rules, PricedCart priced) {
        return new PriceWords(rules, ZONE).lines(priced, "");
    }

    private static String basket(PricedCart priced, Function<Said, String> language) {
        return priced.lines().stream()
                .map(line ->
                        "%d × %s %s"
                                .formatted(
                                        line.line().quantity(),
                                        name(line, language),
                                        money(line.line().offer().unitPrice())))
                .collect(Collectors.joining(", "));
    }

    private static String shares(PricedCart priced) {
        return priced.lines().stream()
                .map(line ->
                        "%s %s %s"
                                .formatted(
                                        name(line, Said::english),
                                        name(line, Said::chinese),
                                        money(line.payable())))
                .collect(Collectors.joining(", "));
    }

    private static String name(PricedLine line, Function<Said, String> language) {
        return named(line.line().offer().upstreamId(), language);
    }

    private static String named(String id, Function<Said, String> language) {
        Said name = WorkedExamples.NAMES.get(id);
        if (name == null) {
            throw new IllegalArgumentException("nobody has named " + id);
        }
        return language.apply(name);
    }

    private static String money(Money amount) {
        return new Lexicon(Locale.ENGLISH).money(amount);
    }

    private static RuleWords rules(Locale locale, Function<Said, String> language) {
        return new RuleWords(locale, id -> named(id, language));
    }
}
