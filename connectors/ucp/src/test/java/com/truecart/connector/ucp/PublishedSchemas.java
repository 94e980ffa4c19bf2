package com.truecart.connector.ucp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The schemas of the release 2026-04-08. One file serves answers and requests: {@code ucp_request}
 * says for a property what it is in a request of one operation (required, optional or left out).
 */
final class PublishedSchemas {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String SITE = "https://ucp.dev/";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Map<String, JsonNode> files;

    private PublishedSchemas(Map<String, JsonNode> files) {
        this.files = files;
    }

    /** Skips the test where the schemas are not there, save in CI, where they belong. */
    static PublishedSchemas read() {
        Path folder =
                Path.of(
                        System.getProperty("truecart.root", "../.."),
                        "../shared/data/ucp-2026-04-08/source");
        if (!Files.isDirectory(folder)) {
            assertThat(System.getenv("CI")).as("the schemas belong in CI").isNotEqualTo("true");
        }
        assumeThat(folder).as("the UCP schemas in ../shared/data").isDirectory();
        Map<String, JsonNode> files = new HashMap<>();
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path file : found.filter(f -> f.toString().endsWith(".json")).toList()) {
                ObjectNode schema = (ObjectNode) MAPPER.readTree(Files.readString(file));
                if (!schema.has("$id")) {
                    // the two interfaces: their references are relative to where they lie
                    schema.put("$id", SITE + folder.relativize(file));
                }
                files.put(schema.path("$id").asString(""), schema);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new PublishedSchemas(files);
    }

    /** Before they are read. */
    static PublishedSchemas none() {
        return new PublishedSchemas(Map.of());
    }

    /** A document of the release, by its path there. */
    JsonNode document(String path) {
        JsonNode document = files.get(SITE + path);
        if (document == null) {
            throw new AssertionError("the release has no " + path);
        }
        return document;
    }

    /** What is wrong with an answer. */
    List<String> faults(String reference, JsonNode answer) {
        return validate(files, reference, answer);
    }

    /** What is wrong with the body of a request of this operation. */
    List<String> faults(String reference, JsonNode request, String operation) {
        Map<String, JsonNode> forRequests = new HashMap<>();
        files.forEach((id, schema) -> forRequests.put(id, inRequest(schema, operation)));
        return validate(forRequests, reference, request);
    }

    private static List<String> validate(
            Map<String, JsonNode> schemas, String reference, JsonNode node) {
        Map<String, String> texts = new HashMap<>();
        schemas.forEach((id, schema) -> texts.put(id, schema.toString()));
        SchemaRegistry registry =
                SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(texts));
        Schema schema = registry.getSchema(NODES.objectNode().put("$ref", SITE + reference));
        return schema.validate(node).stream().map(Object::toString).toList();
    }

    private static JsonNode inRequest(JsonNode schema, String operation) {
        if (schema instanceof ArrayNode list) {
            ArrayNode copy = NODES.arrayNode();
            list.forEach(entry -> copy.add(inRequest(entry, operation)));
            return copy;
        }
        if (!(schema instanceof ObjectNode object)) {
            return schema;
        }
        ObjectNode copy = NODES.objectNode();
        object.properties()
                .forEach(entry -> copy.set(entry.getKey(), inRequest(entry.getValue(), operation)));
        if (object.path("properties") instanceof ObjectNode properties) {
            Set<String> required = new LinkedHashSet<>();
            object.path("required").forEach(name -> required.add(name.asString("")));
            List<String> leftOut = new ArrayList<>();
            for (String name : properties.propertyNames()) {
                switch (role(properties.path(name).path("ucp_request"), operation)) {
                    case "required" -> required.add(name);
                    case "optional" -> required.remove(name);
                    case "omit" -> {
                        required.remove(name);
                        leftOut.add(name);
                    }
                    default -> {}
                }
            }
            ObjectNode kept = (ObjectNode) copy.path("properties");
            leftOut.forEach(name -> kept.set(name, NODES.booleanNode(false)));
            ArrayNode names = copy.putArray("required");
            required.forEach(names::add);
        }
        return copy;
    }

    private static String role(JsonNode annotation, String operation) {
        return annotation.isObject()
                ? annotation.path(operation).asString("")
                : annotation.asString("");
    }
}
