package com.truecart.connector.declarative;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.truecart.connector.declarative.Definition.Field;
import com.truecart.connector.declarative.Definition.Paging;
import com.truecart.connector.declarative.Definition.Request;
import com.truecart.connector.declarative.Filters.Filter;
import com.truecart.kit.web.Addresses;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jsoup.select.QueryParser;
import tools.jackson.databind.JsonNode;

/** Reads a definition and checks all of it before anything is asked for. */
final class DefinitionReader {
    private static final String SCHEMA = "definition.schema.json";
    private static final String SEE = "see " + SCHEMA + " for what may stand here";

    private final Yaml yaml;
    private final boolean isHtml;

    private DefinitionReader(Yaml yaml) {
        this.yaml = yaml;
        this.isHtml = yaml.tree().path("answers").asString("").equals("html");
    }

    /**
     * The definition in a text.
     *
     * @param file its name, for messages
     * @throws DefinitionProblem naming file, line and remedy
     */
    static Definition read(String file, String text) {
        Yaml yaml = Yaml.read(file, text);
        List<Error> errors = schema().validate(yaml.tree());
        // the deepest place says most: "filters/0 is no filter" rather than "price is no value"
        errors.stream()
                .max(Comparator.comparingInt(error -> pointer(error).length()))
                .ifPresent(error -> {
                    throw yaml.problem(pointer(error), error.getMessage(), SEE);
                });
        return new DefinitionReader(yaml).definition();
    }

    private static String pointer(Error error) {
        String at = String.valueOf(error.getInstanceLocation());
        return at.equals("/") || at.equals("$") ? "" : at;
    }

    private static Schema schema() {
        try (InputStream in =
                Objects.requireNonNull(DefinitionReader.class.getResourceAsStream(SCHEMA))) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(
                            new String(in.readAllBytes(), StandardCharsets.UTF_8),
                            InputFormat.JSON);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Definition definition() {
        JsonNode tree = yaml.tree();
        List<Request> requests = new ArrayList<>();
        for (int i = 0; i < tree.path("requests").size(); i++) {
            requests.add(request("/requests/" + i));
        }
        List<Field> promotions = new ArrayList<>();
        for (int i = 0; i < tree.path("promotions").size(); i++) {
            promotions.add(field("promotion", "/promotions/" + i));
        }
        return new Definition(
                text("/definition"),
                yaml.file(),
                address(),
                isHtml,
                language(),
                currency(),
                requests,
                fields("/fields"),
                fields("/attributes"),
                promotions);
    }

    private URI address() {
        return Addresses.whole(text("/address"), "")
                .orElseThrow(() ->
                        yaml.problem(
                                "/address",
                                "is no web address",
                                "write it as https://shop.example"));
    }

    private Optional<String> language() {
        Optional<String> tag = Optional.of(text("/language")).filter(text -> !text.isEmpty());
        if (tag.isPresent() && Locale.forLanguageTag(tag.get()).getLanguage().isEmpty()) {
            throw yaml.problem("/language", "is no language tag", "write it as en, de or zh-Hant");
        }
        return tag;
    }

    private Currency currency() {
        try {
            return Currency.getInstance(text("/currency"));
        } catch (IllegalArgumentException unknown) {
            throw yaml.problem(
                    "/currency", "is no ISO 4217 code", "write it as EUR, HKD or the like");
        }
    }

    private Request request(String at) {
        checkSelector(at + "/records", text(at + "/records").replaceFirst("@[\\w-]+$", ""));
        return new Request(text(at + "/path"), text(at + "/records"), paging(at), place(at));
    }

    private Paging paging(String at) {
        String by = text(at + "/paging/by");
        return switch (by) {
            case "page", "offset" -> counted(at, by);
            case "next" -> linked(at);
            default -> unpaged(at);
        };
    }

    private Paging counted(String at, String by) {
        int size = yaml.tree().at(at + "/paging/size").asInt(0);
        String word = "{" + by + "}";
        if (!text(at + "/path").contains(word)) {
            throw yaml.problem(
                    at + "/path",
                    "counts by " + by + " and has no " + word,
                    "put " + word + " where its number belongs");
        }
        boolean isOffset = by.equals("offset");
        if (isOffset && size == 0) {
            throw yaml.problem(
                    at + "/paging",
                    "counts by offset and names no size",
                    "add the number of records of a full answer as size");
        }
        return new Paging.Counted(
                word,
                yaml.tree().at(at + "/paging/from").asInt(isOffset ? 0 : 1),
                isOffset ? size : 1,
                size == 0 ? Optional.empty() : Optional.of(size));
    }

    private Paging linked(String at) {
        String select = text(at + "/paging/select");
        if (select.isEmpty()) {
            throw yaml.problem(
                    at + "/paging",
                    "goes on by next and names no select",
                    "add where the next address stands as select");
        }
        checkSelector(at + "/paging/select", select);
        return new Paging.Linked(select);
    }

    private Paging unpaged(String at) {
        if (text(at + "/path").matches(".*\\{\\w+}.*")) {
            throw yaml.problem(at + "/path", "has a place holder and no paging", "add paging");
        }
        return new Paging.None();
    }

    private Map<String, Field> fields(String at) {
        Map<String, Field> fields = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> each : yaml.tree().at(at).properties()) {
            fields.put(
                    each.getKey(),
                    field(
                            each.getKey(),
                            at + "/" + each.getKey().replace("~", "~0").replace("/", "~1")));
        }
        return fields;
    }

    private Field field(String name, String at) {
        Optional<String> select = Optional.of(text(at + "/select")).filter(text -> !text.isEmpty());
        select.ifPresent(text -> checkSelector(at + "/select", text));
        List<Filter> filters = new ArrayList<>();
        JsonNode stated = yaml.tree().at(at + "/filters");
        for (int i = 0; i < stated.size(); i++) {
            filters.add(filter(stated.path(i), at + "/filters/" + i));
        }
        return new Field(name, select, filters, place(at));
    }

    private Filter filter(JsonNode stated, String at) {
        try {
            if (stated.isString()) {
                return Filters.of(stated.stringValue(), stated.path("argument"));
            }
            Map.Entry<String, JsonNode> named = stated.properties().iterator().next();
            return Filters.of(named.getKey(), named.getValue());
        } catch (IllegalArgumentException unusable) {
            throw yaml.problem(at, String.valueOf(unusable.getMessage()), "correct the filter");
        }
    }

    private void checkSelector(String at, String selector) {
        try {
            if (isHtml) {
                String css = selector.replaceFirst("@[\\w:-]+$", "").strip();
                if (!css.isEmpty()) {
                    QueryParser.parse(css);
                }
            } else {
                JsonPath.parse(selector);
            }
        } catch (IllegalArgumentException | IllegalStateException wrong) {
            throw yaml.problem(
                    at,
                    String.valueOf(wrong.getMessage()),
                    isHtml
                            ? "write CSS, with @attribute behind it for an attribute"
                            : "write a path such as $.items[*].name");
        }
    }

    private String place(String at) {
        return yaml.file() + " line " + yaml.line(at);
    }

    private String text(String at) {
        return yaml.tree().at(at).asString("");
    }
}
