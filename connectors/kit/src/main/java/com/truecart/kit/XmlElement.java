package com.truecart.kit;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One element of an XML document with all that is in it; names are without prefix ("price" for
 * "g:price").
 *
 * @param line where it ends
 * @param text its own text, stripped, without that of its children
 */
public record XmlElement(
        String name,
        Map<String, String> attributes,
        String text,
        List<XmlElement> children,
        long line) {

    public XmlElement {
        attributes = Map.copyOf(attributes);
        children = List.copyOf(children);
    }

    /** The text of the first child of this name that has any. */
    public Optional<String> text(String child) {
        return texts(child).stream().findFirst();
    }

    /** The texts of all children of this name that have any. */
    public List<String> texts(String child) {
        return children(child).stream()
                .map(XmlElement::text)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    public List<XmlElement> children(String child) {
        return children.stream().filter(element -> element.name.equals(child)).toList();
    }

    public Optional<String> attribute(String attribute) {
        return Optional.ofNullable(attributes.get(attribute));
    }
}
