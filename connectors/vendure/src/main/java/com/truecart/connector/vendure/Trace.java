package com.truecart.connector.vendure;

import com.truecart.kit.Json;
import com.truecart.spi.UpstreamException.Drifted;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * What must be kept to buy a quoted order, and to find out later what became of it.
 *
 * @param session the session that holds the open order
 * @param code the order's code, the same before and after it is placed
 */
record Trace(String session, String code) {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    String token() {
        return MAPPER.writeValueAsString(Map.of("session", session, "code", code));
    }

    static Trace parse(String token) {
        try {
            Json kept = Json.parse(token);
            return new Trace(kept.text("session"), kept.text("code"));
        } catch (Drifted notOurs) {
            throw new IllegalArgumentException("not a token this connector gave", notOurs);
        }
    }
}
