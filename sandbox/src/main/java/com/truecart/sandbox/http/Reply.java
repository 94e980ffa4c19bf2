package com.truecart.sandbox.http;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** An answer, complete before its first byte is sent. */
// a body is bytes; replies are sent once and never compared
@SuppressWarnings("ArrayRecordComponent")
public record Reply(int status, Map<String, String> headers, byte[] body) {

    /** Copies the headers. */
    public Reply {
        headers = Map.copyOf(headers);
    }

    /** A JSON answer. */
    public static Reply json(int status, JsonNode node) {
        return new Reply(
                status,
                Map.of("Content-Type", "application/json; charset=UTF-8"),
                Json.MAPPER.writeValueAsBytes(node));
    }

    /** A text answer of any type. */
    public static Reply text(int status, String type, String text) {
        return new Reply(
                status,
                Map.of("Content-Type", type + "; charset=UTF-8"),
                text.getBytes(StandardCharsets.UTF_8));
    }

    /** The same with one more header. */
    public Reply with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Reply(status, more, body);
    }
}
