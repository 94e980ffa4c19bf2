package com.truecart.connector.ucp;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.connector.ucp.RecordingContext.Exchange;
import com.truecart.spi.Call;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Single calls and their answers against what the release publishes of both bindings. */
final class PublishedMessages {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String REST = "services/shopping/rest.openapi.json";
    private static final String MCP = "services/shopping/mcp.openrpc.json";

    private final PublishedSchemas schemas;

    PublishedMessages(PublishedSchemas schemas) {
        this.schemas = schemas;
    }

    /** A business's own profile. */
    void assertProfile(Exchange exchange) {
        JsonNode profile = MAPPER.readTree(exchange.reply().body());
        assertThat(schemas.faults("schemas/ucp.json#/$defs/business_schema", profile.path("ucp")))
                .isEmpty();
        assertThat(profile.path("signing_keys")).hasSize(2);
    }

    /** A call by method and path; gives the operation it is, as the interface names it. */
    String assertOverRest(Exchange exchange) {
        Call call = exchange.call();
        String path =
                call.uri()
                        .getPath()
                        .replaceAll("^/ucp/v1", "")
                        .replaceAll("^/(checkout-sessions|orders)/[^/]+", "/$1/{id}");
        String name = call.method() + " " + path;
        JsonNode operation =
                schemas.document(REST)
                        .path("paths")
                        .path(path)
                        .path(call.method().toLowerCase(Locale.ROOT));
        assertThat(operation.isObject()).as(name).isTrue();
        for (JsonNode parameter : operation.path("parameters")) {
            JsonNode stated = resolved(parameter);
            if (stated.path("in").asString("").equals("header")
                    && stated.path("required").asBoolean(false)) {
                assertThat(call.headers()).as(name).containsKey(stated.path("name").asString(""));
            }
        }
        call.body()
                .ifPresent(body ->
                        assertRequest(verb(call.method(), path), path, MAPPER.readTree(body)));
        assertAnswer(path, MAPPER.readTree(exchange.reply().body()));
        return name;
    }

    private JsonNode resolved(JsonNode parameter) {
        String name = parameter.path("$ref").asString("").replaceAll(".*/", "");
        return name.isEmpty()
                ? parameter
                : schemas.document(REST).path("components").path("parameters").path(name);
    }

    private static String verb(String method, String path) {
        return path.endsWith("/complete") ? "complete" : method.equals("PUT") ? "update" : "create";
    }

    private void assertRequest(String verb, String path, JsonNode body) {
        List<String> references =
                path.contains("catalog")
                        ? List.of("schemas/shopping/catalog_search.json#/$defs/search_request")
                        : List.of(
                                "schemas/shopping/discount.json#/$defs/dev.ucp.shopping.checkout",
                                "schemas/shopping/fulfillment.json#/$defs/dev.ucp.shopping.checkout");
        for (String reference : references) {
            assertThat(schemas.faults(reference, body, verb)).as(verb + " " + body).isEmpty();
        }
    }

    private void assertAnswer(String about, JsonNode body) {
        List<String> references;
        if (body.path("ucp").path("status").asString("").equals("error")) {
            references = List.of("schemas/shopping/types/error_response.json");
        } else if (about.contains("catalog")) {
            references = List.of("schemas/shopping/catalog_search.json#/$defs/search_response");
        } else if (about.contains("order")) {
            references = List.of("schemas/shopping/order.json");
        } else {
            references =
                    List.of(
                            "schemas/shopping/discount.json#/$defs/dev.ucp.shopping.checkout",
                            "schemas/shopping/fulfillment.json#/$defs/dev.ucp.shopping.checkout");
        }
        for (String reference : references) {
            assertThat(schemas.faults(reference, body)).as(body.toString()).isEmpty();
        }
    }

    /** A call of a tool; gives the tool. */
    String assertOverMcp(Exchange exchange) {
        JsonNode envelope = MAPPER.readTree(exchange.call().body().orElseThrow());
        assertThat(envelope.path("jsonrpc").asString("")).isEqualTo("2.0");
        assertThat(envelope.path("method").asString("")).isEqualTo("tools/call");
        String tool = envelope.path("params").path("name").asString("");
        JsonNode arguments = envelope.path("params").path("arguments");
        JsonNode method = method(tool);
        Set<String> known = new TreeSet<>();
        for (int i = 0; i < method.path("params").size(); i++) {
            JsonNode parameter = method.path("params").path(i);
            String name = parameter.path("name").asString("");
            known.add(name);
            assertThat(arguments.has(name)).as(tool + " " + name).isTrue();
        }
        assertThat(known).containsAll(arguments.propertyNames());
        assertThat(schemas.faults(MCP + "#/components/schemas/meta", arguments.path("meta")))
                .isEmpty();
        if (tool.equals("complete_checkout")) {
            assertThat(arguments.path("meta").has("idempotency-key")).isTrue();
        }
        for (String payload : List.of("catalog", "checkout")) {
            if (arguments.has(payload)) {
                assertRequest(tool.replaceAll("_.*", ""), "/" + payload, arguments.path(payload));
            }
        }
        JsonNode reply = MAPPER.readTree(exchange.reply().body());
        assertThat(reply.path("id")).isEqualTo(envelope.path("id"));
        JsonNode content = reply.path("result").path("structuredContent");
        if (!tool.equals("search_catalog")) {
            int index = index(tool);
            assertThat(schemas.faults(MCP + "#/methods/" + index + "/result/schema", content))
                    .as(content.toString())
                    .isEmpty();
        }
        assertAnswer(tool, content);
        return tool;
    }

    private JsonNode method(String tool) {
        return schemas.document(MCP).path("methods").path(index(tool));
    }

    private int index(String tool) {
        JsonNode methods = schemas.document(MCP).path("methods");
        for (int i = 0; i < methods.size(); i++) {
            if (methods.path(i).path("name").asString("").equals(tool)) {
                return i;
            }
        }
        throw new AssertionError("no such tool is published: " + tool);
    }
}
