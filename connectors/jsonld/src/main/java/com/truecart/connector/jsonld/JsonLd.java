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
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads one {@code application/ld+json} script as leniently as its meaning stays certain: comments,
 * trailing commas, single quotes, raw line breaks in texts, CDATA marks, entities, several values.
 */
final class JsonLd {
    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .enable(
                            JsonReadFeature.ALLOW_JAVA_COMMENTS,
                            JsonReadFeature.ALLOW_TRAILING_COMMA,
                            JsonReadFeature.ALLOW_SINGLE_QUOTES,
                            JsonReadFeature.ALLOW_UNQUOTED_PROPERTY_NAMES,
                            JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
                            JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER,
                            JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS,
                            JsonReadFeature.ALLOW_TRAILING_DECIMAL_POINT_FOR_NUMBERS,
                            JsonReadFeature.ALLOW_LEADING_DECIMAL_POINT_FOR_NUMBERS)
                    .build();

    /**
     * Marks of HTML and XHTML around the JSON, with the slashes that hid them from old browsers.
     */
    private static final List<String> OPENING =
            List.of("\ufeff", "<!--", "//<![CDATA[", "// <![CDATA[", "/*<![CDATA[*/", "<![CDATA[");

    private static final List<String> CLOSING =
            List.of("//-->", "-->", "//]]>", "// ]]>", "/*]]>*/", "]]>", ";");

    private static final Pattern COMMENT = Pattern.compile("(?s)<!--.*?-->");

    private JsonLd() {}

    /**
     * The things a script states; a graph's parts each on its own.
     *
     * @throws IllegalArgumentException where it is no JSON even so
     */
    static List<Node> read(String script) {
        String json = unwrapped(script);
        if (json.startsWith("{&quot;") || json.startsWith("[{&quot;")) {
            json = Parser.unescapeEntities(json, false);
        }
        List<Node> things = new ArrayList<>();
        try {
            readAll(json, things);
        } catch (JacksonException e) {
            String uncommented = COMMENT.matcher(json).replaceAll(" ");
            if (uncommented.equals(json)) {
                throw broken(e);
            }
            things.clear();
            try {
                readAll(uncommented, things);
            } catch (JacksonException stillBroken) {
                throw broken(stillBroken);
            }
        }
        return things;
    }

    private static String unwrapped(String script) {
        String json = script.strip();
        while (true) {
            String before = json;
            for (String mark : OPENING) {
                json = json.startsWith(mark) ? json.substring(mark.length()).strip() : json;
            }
            for (String mark : CLOSING) {
                json =
                        json.endsWith(mark)
                                ? json.substring(0, json.length() - mark.length()).strip()
                                : json;
            }
            if (json.equals(before)) {
                return json;
            }
        }
    }

    private static void readAll(String json, List<Node> things) {
        try (MappingIterator<JsonNode> values =
                MAPPER.readerFor(JsonNode.class).<JsonNode>readValues(json)) {
            while (values.hasNextValue()) {
                collect(values.nextValue(), things);
            }
        }
    }

    private static void collect(JsonNode json, List<Node> things) {
        if (json.isArray()) {
            json.forEach(each -> collect(each, things));
        } else if (json.isObject()) {
            JsonNode graph = json.get("@graph");
            if (graph != null) {
                collect(graph, things);
            }
            Node node = node(json);
            if (!node.properties().isEmpty() || !node.types().isEmpty()) {
                things.add(node);
            }
        }
    }

    private static Node node(JsonNode json) {
        Set<String> types = new HashSet<>();
        Map<String, List<Value>> properties = new LinkedHashMap<>();
        Optional<String> id = Optional.empty();
        for (Map.Entry<String, JsonNode> property : json.properties()) {
            String name = property.getKey();
            JsonNode value = property.getValue();
            switch (name) {
                case "@id" -> id = Optional.of(value.asString("")).filter(text -> !text.isBlank());
                case "@type" -> {
                    if (value.isArray()) {
                        value.forEach(type -> types.add(Value.bare(type.asString(""))));
                    } else {
                        types.add(Value.bare(value.asString("")));
                    }
                }
                case "@context", "@graph", "@reverse", "@language" -> {} // says nothing of a thing
                default -> {
                    List<Value> values = new ArrayList<>();
                    values(value, values);
                    if (!values.isEmpty()) {
                        properties
                                .computeIfAbsent(Value.bare(name), _ -> new ArrayList<>())
                                .addAll(values);
                    }
                }
            }
        }
        return new Node(id, types, properties);
    }

    private static void values(JsonNode json, List<Value> into) {
        switch (json.getNodeType()) {
            case ARRAY -> json.forEach(each -> values(each, into));
            case OBJECT -> {
                JsonNode wrapped =
                        json.has("@value")
                                ? json.get("@value")
                                : json.has("@list") ? json.get("@list") : json.get("@set");
                if (wrapped == null) {
                    into.add(node(json));
                } else {
                    values(wrapped, into);
                }
            }
            case STRING -> into.add(new Text(json.stringValue()));
            case NUMBER -> into.add(new Text(json.decimalValue().toPlainString()));
            case BOOLEAN -> into.add(new Text(String.valueOf(json.booleanValue())));
            case NULL, MISSING, BINARY, POJO -> {} // nothing stated
        }
    }

    private static IllegalArgumentException broken(JacksonException e) {
        @Nullable TokenStreamLocation at = e.getLocation();
        return new IllegalArgumentException(
                "script: is not JSON: "
                        + e.getOriginalMessage()
                        + (at == null ? "" : " (line " + at.getLineNr() + ")"),
                e);
    }
}
