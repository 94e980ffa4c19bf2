package com.truecart.realshops.vendure;

import com.truecart.realshops.RealShopException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One session with one of the shop's two interfaces. Not for several threads at once. */
final class GraphQl {
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final String TOKEN = "vendure-auth-token";

    // decimals as they are written: some prices are fractions of a cent
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private final HttpClient http;
    private final URI address;
    private @Nullable String token;

    GraphQl(HttpClient http, URI address) {
        this.http = http;
        this.address = address;
    }

    /** The one field of the answer's data. */
    JsonNode ask(String query, Map<String, ?> variables) {
        String body = MAPPER.writeValueAsString(Map.of("query", query, "variables", variables));
        return ask(query, "application/json", body);
    }

    /**
     * The same with a file in place of a variable, sent as the GraphQL multipart request
     * specification says.
     */
    JsonNode upload(String query, String variable, String file) {
        String boundary = "part-" + UUID.randomUUID();
        Map<String, @Nullable String> variables = new HashMap<>();
        variables.put(variable, null);
        String body =
                part(
                                boundary,
                                "name=\"operations\"",
                                MAPPER.writeValueAsString(
                                        Map.of("query", query, "variables", variables)))
                        + part(
                                boundary,
                                "name=\"map\"",
                                MAPPER.writeValueAsString(
                                        Map.of("0", List.of("variables." + variable))))
                        + part(
                                boundary,
                                "name=\"0\"; filename=\"products.csv\"\r\ncontent-type: text/csv",
                                file)
                        + "--"
                        + boundary
                        + "--\r\n";
        return ask(query, "multipart/form-data; boundary=" + boundary, body);
    }

    private static String part(String boundary, String disposition, String content) {
        return "--"
                + boundary
                + "\r\ncontent-disposition: form-data; "
                + disposition
                + "\r\n\r\n"
                + content
                + "\r\n";
    }

    private JsonNode ask(String query, String contentType, String body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address)
                        .timeout(LIMIT)
                        .header("content-type", contentType)
                        // else the shop takes an upload for a forged form of a browser
                        .header("apollo-require-preflight", "true")
                        .POST(BodyPublishers.ofString(body));
        if (token != null) {
            request.header("authorization", "Bearer " + token);
        }
        HttpResponse<String> response = send(request.build());
        response.headers().firstValue(TOKEN).ifPresent(given -> token = given);
        JsonNode answer = read(response.body());
        if (answer.has("errors")) {
            throw new RealShopException(
                    "%s%nwas the answer to%n%s".formatted(answer.get("errors"), query));
        }
        return answer.get("data").iterator().next();
    }

    /**
     * The one field of the answer's data, which is what was asked for or a refusal.
     *
     * @throws VendureRefusal if it is a refusal
     */
    JsonNode change(String query, Fields variables) {
        return accepted(ask(query, variables.map()));
    }

    /** The id of something that nothing speaks against. */
    long create(String type, Fields input) {
        String mutation =
                "mutation($input: Create%1$sInput!) { create%1$s(input: $input) { id } }"
                        .formatted(type);
        return OrderDocument.id(ask(mutation, Fields.of("input", input).map()));
    }

    void logIn(String name, String password) {
        change(
                """
                mutation($name: String!, $password: String!) {
                  login(username: $name, password: $password) {
                    __typename ... on ErrorResult { errorCode message } } }
                """,
                Fields.of("name", name).and("password", password));
    }

    static JsonNode accepted(JsonNode result) {
        if (result.has("errorCode")) {
            throw new VendureRefusal(
                    result.get("errorCode").asString(), result.get("message").asString());
        }
        return result;
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new RealShopException("No answer from the shop at " + address, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RealShopException("Interrupted while the shop answered", e);
        }
    }

    private static JsonNode read(String body) {
        try {
            return MAPPER.readTree(body);
        } catch (JacksonException e) {
            throw new RealShopException("The shop answered no JSON: " + body, e);
        }
    }
}
