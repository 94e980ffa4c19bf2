package com.truecart.connector.ucp;

import com.truecart.connector.ucp.Calls.Answer;
import com.truecart.kit.Json;
import com.truecart.spi.Call;
import com.truecart.spi.Call.Safety;
import com.truecart.spi.Reply;
import com.truecart.spi.UpstreamException.Drifted;
import com.truecart.spi.UpstreamException.Refused;
import com.truecart.spi.UpstreamException.Throttled;
import com.truecart.spi.UpstreamException.Unanswered;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.json.JsonMapper;

/**
 * Operations as tools of the Model Context Protocol: JSON-RPC 2.0 by POST, without sessions. What
 * the tool gives is in {@code result.structuredContent} and has the shape of the REST answer.
 */
final class McpBinding implements Binding {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** Discovery and negotiation. */
    private static final long NOT_AGREED = -32_001;

    /** Signatures, rates, idempotency keys; which one is in {@code error.data.code}. */
    private static final long NOT_DONE = -32_000;

    /** How the words for being asked too often begin. */
    private static final String RATE = "rate_limit";

    static final int SERVER_FAILED = -32_603;

    /** What HTTP says by 400. */
    static final int WRONG_ARGUMENTS = -32_602;

    private final URI profile;
    private final AtomicLong lastId = new AtomicLong();

    McpBinding(URI profile) {
        this.profile = profile;
    }

    @Override
    public Call call(String endpoint, Operation operation) {
        Map<String, Object> meta = new LinkedHashMap<>();
        meta.put("ucp-agent", Map.of("profile", profile.toString()));
        operation.key().ifPresent(key -> meta.put("idempotency-key", key.toString()));
        Map<String, Object> arguments = new LinkedHashMap<>();
        arguments.put("meta", meta);
        operation.id().ifPresent(id -> arguments.put("id", id));
        operation.payload().ifPresent(sent -> arguments.put(sent.argument(), sent.body()));
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("jsonrpc", "2.0");
        envelope.put("id", lastId.incrementAndGet());
        envelope.put("method", "tools/call");
        envelope.put("params", Map.of("name", operation.tool(), "arguments", arguments));
        Call call =
                Call.postJson(
                                URI.create(endpoint),
                                MAPPER.writeValueAsString(envelope),
                                operation.safety())
                        .header("Accept", "application/json, text/event-stream");
        return Binding.keyed(call, operation);
    }

    @Override
    public Answer answer(Operation operation, Reply reply) {
        Json envelope = Json.parse(message(reply));
        Optional<Json> error = envelope.optional("error");
        if (error.isPresent()) {
            return refusal(operation, error.get());
        }
        Json content = envelope.at("result").at("structuredContent");
        return Answer.isError(content)
                ? new Answer.Refusal(
                        reply.status(), Message.of(content), Answer.continueAt(content))
                : new Answer.Good(content, reply.at());
    }

    private static Answer refusal(Operation operation, Json error) {
        long code = error.number("code");
        Optional<Json> detail = error.optional("data").filter(found -> found.node().isObject());
        String word = detail.flatMap(found -> found.optionalText("code")).orElse("error");
        String text =
                detail.flatMap(found -> found.optionalText("content"))
                        .or(() -> error.optionalText("message"))
                        .orElse(word);
        OptionalLong wait =
                detail.map(found -> found.optionalNumber("retry_after"))
                        .orElse(OptionalLong.empty());
        // a wait may also be asked for because the order is being made
        boolean mayHaveRun =
                operation.safety() == Safety.ONE_SHOT_WRITE
                        && !(code == NOT_DONE && word.startsWith(RATE));
        if (wait.isPresent() && !mayHaveRun) {
            throw new Throttled(text, Optional.of(Duration.ofSeconds(wait.getAsLong())));
        }
        if (code == NOT_AGREED || (code == NOT_DONE && isAboutOurSignature(word))) {
            throw new Refused("the business refuses with " + word + ": " + text);
        }
        if (code == SERVER_FAILED && operation.safety() != Safety.READ) {
            throw new Unanswered("the business failed: " + text);
        }
        return new Answer.Refusal(
                Math.toIntExact(code),
                List.of(Message.error(word, text, Optional.empty())),
                Optional.empty());
    }

    private static boolean isAboutOurSignature(String word) {
        return switch (word) {
            case "signature_missing",
                    "signature_invalid",
                    "key_not_found",
                    "digest_mismatch",
                    "algorithm_unsupported" ->
                    true;
            default -> false;
        };
    }

    /** A server may answer with one event of a stream; the message is its data. */
    private static String message(Reply reply) {
        boolean isStream = reply.header("Content-Type").orElse("").startsWith("text/event-stream");
        if (!isStream) {
            return reply.body();
        }
        StringBuilder message = new StringBuilder();
        for (String line : reply.body().lines().toList()) {
            if (line.startsWith("data:")) {
                message.append(line, "data:".length(), line.length());
            } else if (line.isEmpty() && !message.isEmpty()) {
                return message.toString();
            }
        }
        if (message.isEmpty()) {
            throw new Drifted("the stream of events ends without a message");
        }
        return message.toString();
    }
}
