package com.truecart.pricing.words;

import com.truecart.pricing.words.WorkedExample.Said;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The worked examples, each with its total worked by hand. */
final class WorkedExamples {

    /** What the things in the baskets and the stores are called. */
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
                    name("soap", "肥皂"),
                    name("kitchen", "厨具店"),
                    name("teahouse", "茶庄"));

    /** In the order of the page. */
    static final List<WorkedExample> ALL =
            Stream.of(
                            AmountExamples.ALL,
                            MultiBuyExamples.ALL,
                            BesidesExamples.ALL,
                            ConditionExamples.ALL,
                            CentExamples.ALL,
                            EngineExamples.ALL)
                    .flatMap(List::stream)
                    .toList();

    private WorkedExamples() {}

    private static Map.Entry<String, Said> name(String english, String chinese) {
        return Map.entry(english, new Said(english, chinese));
    }
}
