package com.truecart.sandbox.ucp;

import com.truecart.sandbox.http.Json;
import com.truecart.sandbox.http.Reply;
import com.truecart.sandbox.http.Request;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The same operations as tools over JSON-RPC: each call is a request of the other binding. */
final class UcpMcp {
    private static final int INVALID = -32_600;
    private static final int UNKNOWN = -32_601;
    private static final int WRONG_ARGUMENTS = -32_602;
    private static final int NOT_DONE = -32_000;
    private static final int NOT_AGREED = -32_001;
    private static final String SESSIONS = "/checkout-sessions";

    private UcpMcp() {}

    /** The answer to one call, of what the operations answer. */
    static Reply answer(Request request, Function<Request, Reply> operations) {
        ObjectNode call;
        try {
            call = Json.read(request.body());
        } catch (Json.BadBody e) {
            return error(Json.object(), INVALID, "invalid_request", String.valueOf(e.getMessage()));
        }
        JsonNode params = call.path("params");
        if (!call.path("jsonrpc").asString("").equals("2.0")
                || !call.path("method").asString("").equals("tools/call")
                || !call.has("id")
                || !params.path("arguments").isObject()) {
            return error(
                    call, INVALID, "invalid_request", "Send tools/call as JSON-RPC 2.0, with id");
        }
        JsonNode arguments = params.path("arguments");
        JsonNode meta = arguments.path("meta");
        if (UcpPlatforms.profile(
                        "profile=\"" + meta.path("ucp-agent").path("profile").asString("") + "\"")
                .isEmpty()) {
            return error(
                    call, NOT_AGREED, "invalid_profile_url", "Every call names meta.ucp-agent");
        }
        Optional<Request> operation =
                operation(request, params.path("name").asString(""), arguments);
        if (operation.isEmpty()) {
            return error(call, UNKNOWN, "not_found", "There is no such tool");
        }
        Reply reply = operations.apply(operation.get());
        JsonNode body = Json.MAPPER.readTree(reply.body());
        if (!body.has("ucp")) {
            return error(
                    call,
                    reply.status() == 400 ? WRONG_ARGUMENTS : NOT_DONE,
                    body.path("code").asString("error"),
                    body.path("content").asString("refused"));
        }
        ObjectNode answer = envelope(call);
        ObjectNode result = answer.putObject("result");
        result.set("structuredContent", body);
        result.putArray("content").addObject().put("type", "text").put("text", body.toString());
        return Reply.json(200, answer);
    }

    /** A refusal of the call itself. */
    static Reply error(JsonNode call, int code, String word, String content) {
        ObjectNode answer = envelope(call);
        ObjectNode error = answer.putObject("error").put("code", code).put("message", content);
        error.putObject("data").put("code", word).put("content", content);
        return Reply.json(200, answer);
    }

    /** A refusal because of the signature. */
    static Reply unsigned(Request request, String word) {
        try {
            return error(Json.read(request.body()), NOT_DONE, word, "The signature is no good");
        } catch (Json.BadBody e) {
            return error(Json.object(), NOT_DONE, word, "The signature is no good");
        }
    }

    private static ObjectNode envelope(JsonNode call) {
        ObjectNode answer = Json.object().put("jsonrpc", "2.0");
        answer.set(
                "id", call.path("id").isValueNode() ? call.path("id") : Json.object().nullNode());
        return answer;
    }

    private static Optional<Request> operation(Request request, String tool, JsonNode arguments) {
        String session = SESSIONS + "/" + arguments.path("id").asString("");
        return switch (tool) {
            case "search_catalog" -> post(request, "/catalog/search", arguments, "catalog");
            case "lookup_catalog" -> post(request, "/catalog/lookup", arguments, "catalog");
            case "create_checkout" -> post(request, SESSIONS, arguments, "checkout");
            case "get_checkout" -> made(request, "GET", session, arguments, Optional.empty());
            case "update_checkout" ->
                    made(request, "PUT", session, arguments, Optional.of("checkout"));
            case "complete_checkout" -> post(request, session + "/complete", arguments, "checkout");
            case "cancel_checkout" ->
                    made(request, "POST", session + "/cancel", arguments, Optional.empty());
            case "get_order" ->
                    made(
                            request,
                            "GET",
                            "/orders/" + arguments.path("id").asString(""),
                            arguments,
                            Optional.empty());
            default -> Optional.empty();
        };
    }

    private static Optional<Request> post(
            Request request, String path, JsonNode arguments, String payload) {
        return made(request, "POST", path, arguments, Optional.of(payload));
    }

    private static Optional<Request> made(
            Request request,
            String method,
            String path,
            JsonNode arguments,
            Optional<String> payload) {
        Map<String, String> headers = new LinkedHashMap<>(request.headers());
        headers.remove("idempotency-key");
        String key = arguments.path("meta").path("idempotency-key").asString("");
        if (!key.isEmpty()) {
            headers.put("idempotency-key", key);
        }
        byte[] body =
                payload.map(name -> arguments.path(name).toString())
                        .orElse("")
                        .getBytes(StandardCharsets.UTF_8);
        return Optional.of(new Request(method, path, Map.of(), headers, body));
    }
}
