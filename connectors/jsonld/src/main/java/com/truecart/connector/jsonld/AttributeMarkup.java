package com.truecart.connector.jsonld;

import com.truecart.connector.jsonld.Value.Node;
import com.truecart.connector.jsonld.Value.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Structured markup in the attributes of a page's elements: microdata, and RDFa Lite, which is the
 * same with other words.
 *
 * @param scope the attribute that begins a thing
 * @param type the attribute with its types
 * @param property the attribute that names a property
 * @param id the attribute with its id
 */
record AttributeMarkup(String scope, String type, String property, String id) {
    static final AttributeMarkup MICRODATA =
            new AttributeMarkup("itemscope", "itemtype", "itemprop", "itemid");
    static final AttributeMarkup RDFA =
            new AttributeMarkup("typeof", "typeof", "property", "resource");

    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final int DEEPEST = 16;

    /** The things of a page that are no part of another. */
    List<Node> read(Document page) {
        List<Node> things = new ArrayList<>();
        for (Element element : page.select("[" + scope + "]:not([" + property + "])")) {
            things.add(node(element, page, 0));
        }
        return things;
    }

    private Node node(Element element, Document page, int depth) {
        Map<String, List<Value>> properties = new LinkedHashMap<>();
        if (depth < DEEPEST) {
            element.children().forEach(child -> collect(child, page, properties, depth));
            for (String referred : words(element.attr("itemref"))) {
                Element elsewhere = page.getElementById(referred);
                if (elsewhere != null && !elsewhere.equals(element)) {
                    collect(elsewhere, page, properties, depth);
                }
            }
        }
        Set<String> types = new HashSet<>();
        words(element.attr(type)).forEach(each -> types.add(Value.bare(each)));
        return new Node(
                Optional.of(element.attr(id)).filter(text -> !text.isBlank()), types, properties);
    }

    private void collect(
            Element element, Document page, Map<String, List<Value>> properties, int depth) {
        boolean begins = element.hasAttr(scope);
        if (element.hasAttr(property)) {
            Value value = begins ? node(element, page, depth + 1) : new Text(text(element));
            for (String name : words(element.attr(property))) {
                properties.computeIfAbsent(Value.bare(name), _ -> new ArrayList<>()).add(value);
            }
        }
        if (!begins) {
            element.children().forEach(child -> collect(child, page, properties, depth));
        }
    }

    /** The value as HTML defines it by element; a {@code content} attribute wins everywhere. */
    private static String text(Element element) {
        if (element.hasAttr("content")) {
            return element.attr("content");
        }
        return switch (element.normalName()) {
            case "a", "area", "link" -> element.absUrl("href");
            case "img", "audio", "embed", "iframe", "source", "track", "video" ->
                    element.absUrl("src");
            case "data", "meter" -> element.attr("value");
            case "time" -> element.hasAttr("datetime") ? element.attr("datetime") : element.text();
            case "meta" -> "";
            default -> element.text();
        };
    }

    private static List<String> words(String text) {
        return SPACE.splitAsStream(text.strip()).filter(word -> !word.isEmpty()).toList();
    }
}
