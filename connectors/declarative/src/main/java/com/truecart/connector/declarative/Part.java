package com.truecart.connector.declarative;

import java.util.List;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import tools.jackson.databind.JsonNode;

/** An answer of an upstream or a part of one, in which selectors find more. */
sealed interface Part {

    /** The parts a selector finds, in their order. */
    List<Part> parts(String selector);

    /** The texts a selector finds, in their order; blank ones count as not found. */
    List<String> texts(String selector);

    /** A part of a JSON answer; selectors are {@link JsonPath}s. */
    record Json(JsonNode node) implements Part {
        @Override
        public List<Part> parts(String selector) {
            return JsonPath.parse(selector).find(node).stream().<Part>map(Json::new).toList();
        }

        @Override
        public List<String> texts(String selector) {
            return JsonPath.parse(selector).find(node).stream()
                    .flatMap(found -> found.isArray() ? found.valueStream() : Stream.of(found))
                    .filter(JsonNode::isValueNode)
                    .filter(found -> !found.isNull())
                    .map(found ->
                            found.isNumber()
                                    ? found.decimalValue().toPlainString()
                                    : found.asString())
                    .filter(text -> !text.isBlank())
                    .toList();
        }
    }

    /** A part of a page; selectors are CSS, with {@code @attribute} behind for an attribute. */
    record Html(Element element) implements Part {
        @Override
        public List<Part> parts(String selector) {
            return element.select(selector).stream().<Part>map(Html::new).toList();
        }

        @Override
        public List<String> texts(String selector) {
            int at = selector.lastIndexOf('@');
            String css = (at < 0 ? selector : selector.substring(0, at)).strip();
            List<Element> found =
                    css.isEmpty() ? List.of(element) : List.copyOf(element.select(css));
            return found.stream()
                    .map(each -> at < 0 ? each.text() : each.attr(selector.substring(at + 1)))
                    .filter(text -> !text.isBlank())
                    .toList();
        }
    }
}
