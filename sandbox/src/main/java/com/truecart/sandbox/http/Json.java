package com.truecart.sandbox.http;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reading and writing JSON trees. */
public final class Json {
    /** The one mapper, safe to share. */
    public static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    /** A new empty object. */
    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** A new empty array. */
    public static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    /** The object in a body; an empty body is an empty object, anything else is refused. */
    public static ObjectNode read(byte[] body) throws BadBody {
        if (body.length == 0) {
            return object();
        }
        try {
            JsonNode node = MAPPER.readTree(body);
            if (node instanceof ObjectNode object) {
                return object;
            }
            throw new BadBody("The body is not a JSON object");
        } catch (JacksonException e) {
            throw new BadBody("The body is not JSON", e);
        }
    }

    /** A body that cannot be read. */
    public static final class BadBody extends Exception {
        private static final long serialVersionUID = 1L;

        private BadBody(String message) {
            super(message);
        }

        private BadBody(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
