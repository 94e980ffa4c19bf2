package com.truecart.connector.declarative;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The paths of a definition: {@code $.data.items[*].name}, {@code $['odd name'][0]}. A subset of
 * RFC 9535 without searching and without filters.
 */
record JsonPath(List<Step> steps) {
    private static final Pattern STEP =
            Pattern.compile(
                    "\\.(?<name>[\\p{L}\\p{N}_-]+)|\\['(?<quoted>[^']+)']|\\[(?<index>\\d{1,6})]"
                            + "|(?<all>\\[\\*]|\\.\\*)");

    JsonPath {
        steps = List.copyOf(steps);
    }

    /** One step down. */
    sealed interface Step {
        /** The value of a field. */
        record Field(String name) implements Step {}

        /** The entry at a place, the first being 0. */
        record Entry(int place) implements Step {}

        /** All entries of a list, or all values of an object. */
        record All() implements Step {}
    }

    /**
     * Reads a path.
     *
     * @throws IllegalArgumentException saying from where on it cannot be read
     */
    static JsonPath parse(String text) {
        if (!text.startsWith("$")) {
            throw new IllegalArgumentException("a JSON path begins with $, found \"" + text + "\"");
        }
        List<Step> steps = new ArrayList<>();
        Matcher matcher = STEP.matcher(text);
        int at = 1;
        while (at < text.length()) {
            if (!matcher.find(at) || matcher.start() != at) {
                throw new IllegalArgumentException(
                        "the path cannot be read from \""
                                + text.substring(at)
                                + "\" on; steps are .name, ['name'], [0] and [*]");
            }
            steps.add(step(matcher));
            at = matcher.end();
        }
        return new JsonPath(steps);
    }

    /** What stands there; nothing where there is no such place. */
    List<JsonNode> find(JsonNode root) {
        List<JsonNode> found = List.of(root);
        for (Step step : steps) {
            List<JsonNode> next = new ArrayList<>();
            for (JsonNode node : found) {
                switch (step) {
                    case Step.Field(String name) -> add(node.get(name), next);
                    case Step.Entry(int place) -> add(node.get(place), next);
                    case Step.All() -> node.valueStream().forEach(next::add);
                }
            }
            found = next;
        }
        return found;
    }

    private static void add(@Nullable JsonNode node, List<JsonNode> to) {
        if (node != null && !node.isNull()) {
            to.add(node);
        }
    }

    private static Step step(Matcher matcher) {
        String name =
                matcher.group("name") != null ? matcher.group("name") : matcher.group("quoted");
        if (name != null) {
            return new Step.Field(name);
        }
        String index = matcher.group("index");
        return index != null ? new Step.Entry(Integer.parseInt(index)) : new Step.All();
    }
}
