package com.truecart.testkit.record;

import com.truecart.spi.Call;
import com.truecart.spi.Reply;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Keeps what is listed and of all else the shape: "Kwan Ho, 12.50" becomes "Xxxx Xx, 11.11". A
 * shape stays itself when it is scrubbed again, so a replayed call is known by its scrubbed form.
 */
final class Scrubber {
    static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final InTheClear clear;

    Scrubber(InTheClear clear) {
        this.clear = clear;
    }

    /** Path and query, without the host. */
    String path(URI uri) {
        String path =
                Arrays.stream(uri.getPath().split("/", -1))
                        .map(segment -> clear.paths().contains(segment) ? segment : shape(segment))
                        .collect(Collectors.joining("/"));
        String query = uri.getQuery();
        return query == null
                ? path
                : path
                        + "?"
                        + Arrays.stream(query.split("&", -1))
                                .map(this::parameter)
                                .collect(Collectors.joining("&"));
    }

    JsonNode body(Call call) {
        return call.body().map(this::body).orElse(NODES.nullNode());
    }

    JsonNode body(Reply reply) {
        return body(reply.body());
    }

    Map<String, List<String>> headers(Reply reply) {
        Map<String, List<String>> kept = new TreeMap<>(reply.headers());
        kept.keySet().retainAll(clear.headers());
        return kept;
    }

    /** Letters become x, digits 1, Chinese characters 字; the rest stays. */
    static String shape(String text) {
        StringBuilder shape = new StringBuilder(text.length());
        text.codePoints().map(Scrubber::shape).forEach(shape::appendCodePoint);
        return shape.toString();
    }

    private static int shape(int character) {
        if (Character.isDigit(character)) {
            return '1';
        }
        if (Character.isIdeographic(character)) {
            return '字';
        }
        if (Character.isUpperCase(character)) {
            return 'X';
        }
        return Character.isLetter(character) ? 'x' : character;
    }

    /** What is no JSON is kept by its shape alone. */
    private JsonNode body(String text) {
        try {
            return value(JSON.readTree(text), false);
        } catch (JacksonException noJson) {
            return StringNode.valueOf(shape(text));
        }
    }

    private String parameter(String pair) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        return clear.fields().contains(name) ? pair : shape(pair);
    }

    private JsonNode value(JsonNode node, boolean inTheClear) {
        return switch (node.getNodeType()) {
            case OBJECT -> fields(node);
            case ARRAY -> {
                ArrayNode list = NODES.arrayNode();
                node.forEach(entry -> list.add(value(entry, inTheClear)));
                yield list;
            }
            case STRING -> inTheClear ? node : StringNode.valueOf(shape(node.stringValue()));
            case NUMBER ->
                    inTheClear
                            ? node
                            : DecimalNode.valueOf(
                                    new BigDecimal(shape(node.decimalValue().toPlainString())));
            case BOOLEAN, NULL, MISSING, BINARY, POJO -> node;
        };
    }

    private ObjectNode fields(JsonNode from) {
        ObjectNode object = NODES.objectNode();
        from.properties()
                .forEach(field -> {
                    String name = field.getKey();
                    boolean isAName = name.matches("[A-Za-z_$][\\w$-]*");
                    object.set(
                            isAName ? name : shape(name),
                            value(field.getValue(), clear.fields().contains(name)));
                });
        return object;
    }
}
