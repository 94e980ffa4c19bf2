package com.truecart.connector.vendure;

import com.truecart.kit.Json;
import com.truecart.spi.Call;
import com.truecart.spi.Call.Safety;
import com.truecart.spi.Reply;
import com.truecart.spi.UpstreamException;
import com.truecart.spi.UpstreamException.Drifted;
import com.truecart.spi.UpstreamHttp;
import java.net.URI;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** One of a shop's two GraphQL interfaces, and what an answer of theirs is. */
final class GraphQl {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String SESSION = "vendure-auth-token";

    private final URI address;
    private final UpstreamHttp http;
    private final Map<String, String> headers;

    /**
     * An interface.
     *
     * @param headers sent with every call
     */
    GraphQl(URI address, UpstreamHttp http, Map<String, String> headers) {
        this.address = address;
        this.http = http;
        this.headers = Map.copyOf(headers);
    }

    /** What came back. HTTP says 200 to nearly everything. */
    sealed interface Answer {
        /**
         * It was worked through; a change may still be declined inside (see {@link Declined}).
         *
         * @param session of a caller who had none, or has a new one
         * @param shopTime when, by the shop's own clock where it says so
         */
        record Given(Json data, Optional<String> session, Instant at, Instant shopTime)
                implements Answer {}

        /**
         * It was not.
         *
         * @param code the shop's word for why ("FORBIDDEN", "USER_INPUT_ERROR")
         * @param data what was answered all the same
         * @param safety of the call
         */
        record Failed(String code, String message, Optional<Json> data, Safety safety)
                implements Answer {
            UpstreamException exception() {
                return switch (code) {
                    case "FORBIDDEN" -> new UpstreamException.Refused("the shop says: " + message);
                    // what it broke off is rolled back there, but only a read surely did nothing
                    case "INTERNAL_SERVER_ERROR" ->
                            safety == Safety.READ
                                    ? new UpstreamException.Unavailable(
                                            "the shop failed: " + message)
                                    : new UpstreamException.Unanswered(
                                            "the shop failed: " + message);
                    default -> new Drifted("the shop answers " + code + ": " + message);
                };
            }
        }
    }

    /** A change the shop understood and did not make. */
    record Declined(String code, String message, Json body) {
        /** Empty where it was made. */
        static Optional<Declined> of(Json result) {
            return result.optionalText("errorCode")
                    .map(code ->
                            new Declined(
                                    code, result.optionalText("message").orElse(code), result));
        }
    }

    /** Asks outside of any session. */
    Answer read(String document, Map<String, ?> variables) {
        return ask(document, variables, Safety.READ, Optional.empty());
    }

    Answer ask(String document, Map<String, ?> variables, Safety safety, Optional<String> session) {
        String body = MAPPER.writeValueAsString(Map.of("query", document, "variables", variables));
        Call call = Call.postJson(address, body, safety);
        for (Map.Entry<String, String> header : headers.entrySet()) {
            call = call.header(header.getKey(), header.getValue());
        }
        if (session.isPresent()) {
            call = call.header("Authorization", "Bearer " + session.get());
        }
        return answer(http.send(call), safety);
    }

    static Answer.Given given(Answer answer) {
        return switch (answer) {
            case Answer.Given given -> given;
            case Answer.Failed failed -> throw failed.exception();
        };
    }

    private static Answer answer(Reply reply, Safety safety) {
        Json body = Json.parse(reply.body());
        Optional<Json> data = body.optional("data");
        List<Json> errors = body.optionalList("errors");
        if (!errors.isEmpty()) {
            Json first = errors.getFirst();
            return new Answer.Failed(
                    first.optional("extensions")
                            .flatMap(extensions -> extensions.optionalText("code"))
                            .orElse("ERROR"),
                    first.optionalText("message").orElse("no reason given"),
                    data,
                    safety);
        }
        return new Answer.Given(
                data.orElseThrow(() ->
                        new Drifted(
                                "the answer has neither data nor errors, status "
                                        + reply.status())),
                reply.header(SESSION),
                reply.at(),
                shopTime(reply));
    }

    private static Instant shopTime(Reply reply) {
        try {
            return reply.header("date")
                    .map(text -> ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME))
                    .map(ZonedDateTime::toInstant)
                    .orElse(reply.at());
        } catch (DateTimeParseException unreadable) {
            return reply.at();
        }
    }
}
