package com.truecart.connector.jsonld;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What stands in a property of structured markup, whichever markup it is. */
sealed interface Value {

    /** A text; numbers and truth values as they are written. */
    record Text(String text) implements Value {}

    /**
     * A thing with properties, or only a reference to one where it has none.
     *
     * @param id by which others refer to it
     * @param types without the vocabulary's address ("Product")
     * @param properties likewise without it ("name"), in the order of the page
     */
    record Node(Optional<String> id, Set<String> types, Map<String, List<Value>> properties)
            implements Value {
        public Node {
            types = Set.copyOf(types);
            properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
        }

        boolean isReference() {
            return id.isPresent() && properties.isEmpty();
        }
    }

    /** "Product" of "https://schema.org/Product", "schema:Product" and "gs1:Product". */
    static String bare(String term) {
        return term.strip().replaceFirst("/+$", "").replaceFirst("^.*[/#:](?=.)", "");
    }
}
