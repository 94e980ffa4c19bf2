package com.truecart.connector.woocommerce;

import com.truecart.kit.Json;
import com.truecart.spi.Secret;
import com.truecart.spi.UpstreamException.Drifted;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * What must be kept to buy a quoted cart, and to find out later what became of it.
 *
 * @param cart the cart's token
 * @param draft the order the cart will become, known before it is placed
 */
record Trace(String cart, Optional<Access> draft) {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** How one order is looked at. */
    record Access(String id, String key, String email) {

        Secret secret() {
            return new Secret(MAPPER.writeValueAsString(Map.of("key", key, "email", email)));
        }

        static Access of(String id, Secret secret) {
            Json kept = Json.parse(secret.reveal());
            return new Access(id, kept.text("key"), kept.text("email"));
        }
    }

    String token() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("cart", cart);
        draft.ifPresent(access -> {
            fields.put("id", access.id);
            fields.put("key", access.key);
            fields.put("email", access.email);
        });
        return MAPPER.writeValueAsString(fields);
    }

    static Trace parse(String token) {
        try {
            Json kept = Json.parse(token);
            return new Trace(
                    kept.text("cart"),
                    kept.optionalText("id")
                            .map(id -> new Access(id, kept.text("key"), kept.text("email"))));
        } catch (Drifted notOurs) {
            throw new IllegalArgumentException("not a token this connector gave", notOurs);
        }
    }
}
