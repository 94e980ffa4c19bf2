package com.truecart.realshops.vendure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fields of an object that is sent. */
final class Fields {
    private final Map<String, Object> values = new LinkedHashMap<>();

    private Fields() {}

    static Fields of(String name, Object value) {
        return new Fields().and(name, value);
    }

    /** In the one language there is. */
    static Fields named(String name) {
        return of("languageCode", "en").and("name", name);
    }

    /** A value; fields, and lists of fields, become objects. */
    Fields and(String name, Object value) {
        values.put(name, plain(value));
        return this;
    }

    Map<String, Object> map() {
        return values;
    }

    private static Object plain(Object value) {
        return switch (value) {
            case Fields fields -> fields.map();
            case List<?> list -> list.stream().map(Fields::plain).toList();
            default -> value;
        };
    }
}
