package com.truecart.connector.jsonld;

import com.truecart.connector.jsonld.Value.Node;
import com.truecart.connector.jsonld.Value.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A thing a page states, which finds the things it refers to anywhere on that page.
 *
 * @param node as it stands
 * @param byId all things of the page that have an id and say something
 */
record Thing(Node node, Map<String, Node> byId) {

    /** The things that stand on their own on one page, and can refer to each other. */
    static List<Thing> all(List<Node> roots) {
        Map<String, Node> byId = new HashMap<>();
        roots.forEach(root -> index(root, byId));
        return roots.stream().map(root -> new Thing(root, byId)).toList();
    }

    private static void index(Node node, Map<String, Node> byId) {
        if (!node.properties().isEmpty()) {
            // of two things with one id, the one that says more
            node.id()
                    .ifPresent(id ->
                            byId.merge(
                                    id,
                                    node,
                                    (one, other) ->
                                            one.properties().size() >= other.properties().size()
                                                    ? one
                                                    : other));
        }
        for (List<Value> values : node.properties().values()) {
            for (Value value : values) {
                if (value instanceof Node inner) {
                    index(inner, byId);
                }
            }
        }
    }

    boolean is(String... types) {
        return Set.of(types).stream().anyMatch(node.types()::contains);
    }

    boolean has(String property) {
        return node.properties().containsKey(property);
    }

    Optional<String> id() {
        return node.id();
    }

    /** The things in these properties, references followed; a text is no thing. */
    List<Thing> things(String... properties) {
        List<Thing> things = new ArrayList<>();
        for (String property : properties) {
            for (Value value : node.properties().getOrDefault(property, List.of())) {
                if (value instanceof Node inner) {
                    things.add(new Thing(resolved(inner), byId));
                }
            }
        }
        return things;
    }

    Optional<Thing> thing(String... properties) {
        return things(properties).stream().findFirst();
    }

    /** The texts in a property; of a thing its name, value or address. */
    List<String> texts(String property) {
        List<String> texts = new ArrayList<>();
        for (Value value : node.properties().getOrDefault(property, List.of())) {
            switch (value) {
                case Text(String text) -> texts.add(text);
                case Node inner -> new Thing(resolved(inner), byId).label().ifPresent(texts::add);
            }
        }
        return texts.stream().map(String::strip).filter(text -> !text.isEmpty()).toList();
    }

    /** The first text in the first of these properties that has any. */
    Optional<String> text(String... properties) {
        for (String property : properties) {
            Optional<String> text = texts(property).stream().findFirst();
            if (text.isPresent()) {
                return text;
            }
        }
        return Optional.empty();
    }

    /** This thing, with what it does not say itself taken from another. */
    Thing or(Thing other, Set<String> inherited) {
        Map<String, List<Value>> merged = new HashMap<>(node.properties());
        for (String property : inherited) {
            List<Value> values = other.node.properties().get(property);
            if (values != null) {
                merged.putIfAbsent(property, values);
            }
        }
        return new Thing(new Node(node.id(), node.types(), merged), byId);
    }

    /** This thing with a property set. */
    Thing with(String property, List<Thing> values) {
        Map<String, List<Value>> merged = new HashMap<>(node.properties());
        merged.put(property, values.stream().<Value>map(Thing::node).toList());
        return new Thing(new Node(node.id(), node.types(), merged), byId);
    }

    private Optional<String> label() {
        for (String property : List.of("name", "value", "url", "contentUrl")) {
            for (Value value : node.properties().getOrDefault(property, List.of())) {
                if (value instanceof Text(String text) && !text.isBlank()) {
                    return Optional.of(text);
                }
            }
        }
        // a word of the vocabulary written as a reference: {"@id": "schema:InStock"}
        return node.isReference()
                ? node.id().filter(id -> id.matches("(https?://)?schema(\\.org/|:).+"))
                : Optional.empty();
    }

    private Node resolved(Node inner) {
        return inner.isReference()
                ? inner.id().map(id -> byId.getOrDefault(id, inner)).orElse(inner)
                : inner;
    }
}
