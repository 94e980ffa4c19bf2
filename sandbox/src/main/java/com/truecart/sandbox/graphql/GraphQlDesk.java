package com.truecart.sandbox.graphql;

import com.truecart.sandbox.http.Json;
import com.truecart.sandbox.http.Reply;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphQLError;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers GraphQL documents against a schema. What the schema lacks is refused before anything is
 * done, so a caller that asks for a field the platform does not have learns of it.
 */
public final class GraphQlDesk {
    private final GraphQL engine;
    private final Function<GraphQLError, Map<String, Object>> extensions;

    /**
     * Opens the desk.
     *
     * @param schema the resource that holds the schema
     * @param wiring what answers its fields
     * @param extensions what the platform says about an error beside its message
     */
    public GraphQlDesk(
            String schema,
            RuntimeWiring wiring,
            Function<GraphQLError, Map<String, Object>> extensions) {
        this.engine =
                GraphQL.newGraphQL(
                                new SchemaGenerator()
                                        .makeExecutableSchema(
                                                new SchemaParser().parse(read(schema)), wiring))
                        .defaultDataFetcherExceptionHandler(new Refusals())
                        .build();
        this.extensions = extensions;
    }

    /**
     * Answers one document.
     *
     * @param context what the caller's headers said, for whoever answers a field
     */
    public Reply answer(byte[] body, Map<String, Object> context) {
        ObjectNode request;
        try {
            request = Json.read(body);
        } catch (Json.BadBody unreadable) {
            return Reply.json(
                    400, failure(List.of(Map.of("message", "The body is no JSON object"))));
        }
        ExecutionInput.Builder input =
                ExecutionInput.newExecutionInput()
                        .query(request.path("query").asString(""))
                        .graphQLContext(context)
                        .variables(variables(request.path("variables")));
        Optional.of(request.path("operationName").asString(""))
                .filter(name -> !name.isEmpty())
                .ifPresent(input::operationName);
        return Reply.json(200, answered(engine.execute(input)));
    }

    /** An answer that is nothing but errors, in the platform's form. */
    public static ObjectNode failure(List<Map<String, Object>> errors) {
        ObjectNode node = Json.object();
        node.set("errors", Json.MAPPER.valueToTree(errors));
        return node;
    }

    private JsonNode answered(ExecutionResult result) {
        ObjectNode node = Json.object();
        if (result.isDataPresent()) {
            node.set("data", Json.MAPPER.valueToTree(result.<Object>getData()));
        }
        if (!result.getErrors().isEmpty()) {
            ArrayNode errors = node.putArray("errors");
            for (GraphQLError error : result.getErrors()) {
                Map<String, Object> one = new LinkedHashMap<>();
                one.put("message", error.getMessage());
                if (error.getPath() != null) {
                    one.put("path", error.getPath());
                }
                one.put("extensions", extensions.apply(error));
                errors.add(Json.MAPPER.<JsonNode>valueToTree(one));
            }
        }
        return node;
    }

    @SuppressWarnings("unchecked") // a JSON object is a map by name
    private static Map<String, Object> variables(JsonNode node) {
        return node.isObject() ? Json.MAPPER.convertValue(node, Map.class) : Map.of();
    }

    private static String read(String resource) {
        try (InputStream in = GraphQlDesk.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The sandbox lacks its resource " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + resource, e);
        }
    }
}
