package com.truecart.app.connection;

import com.truecart.spi.Secret;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Bodies of calls as a person may see them: without secrets, and without the values of fields that
 * are personal by their name, whoever's they are: a store that is asked about one order may answer
 * with those of others.
 */
final class WireText {
    private static final String STARS = "****";
    private static final int LONGEST = 8_192;

    /** What is longer is not read: it is an answer to something else than one order. */
    private static final int MOST_READ = 1 << 20;

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Pattern NOT_LETTERS = Pattern.compile("[^a-z]");
    private static final Pattern FORM =
            Pattern.compile("[\\w.%\\[\\]*+-]+=[^&\\s]*(&[\\w.%\\[\\]*+-]+=[^&\\s]*)*");

    private static final Set<String> NAMES =
            Set.of("tel", "region", "district", "province", "note", "alias", "line", "state");
    private static final Set<String> BEGINNINGS =
            Set.of(
                    "firstname",
                    "lastname",
                    "givenname",
                    "familyname",
                    "middlename",
                    "fullname",
                    "recipient",
                    "receiver",
                    "consignee",
                    "customer",
                    "buyer",
                    "billing",
                    "contact",
                    "company",
                    "email",
                    "mail",
                    "phone",
                    "mobile",
                    "telephone",
                    "street",
                    "city",
                    "town",
                    "post",
                    "zip",
                    "username",
                    "login",
                    "idcard");
    private static final Set<String> SECRETS =
            Set.of(
                    "token",
                    "secret",
                    "password",
                    "passwd",
                    "apikey",
                    "accesskey",
                    "orderkey",
                    "signature",
                    "authorization",
                    "credential",
                    "session",
                    "cookie",
                    "nonce");

    private final Collection<Secret> secrets;

    WireText(Collection<Secret> secrets) {
        this.secrets = secrets;
    }

    /** The beginning of a body, with stars for what nobody needs to see. */
    String of(String body) {
        if (body.length() > MOST_READ) {
            return "(" + body.length() + " characters)";
        }
        String masked = masked(body.strip());
        for (Secret secret : secrets) {
            if (!secret.reveal().isEmpty()) {
                masked = masked.replace(secret.reveal(), STARS);
            }
        }
        return masked.length() > LONGEST ? masked.substring(0, LONGEST) + " …" : masked;
    }

    private static String masked(String body) {
        if (body.startsWith("{") || body.startsWith("[")) {
            return json(body);
        }
        if (FORM.matcher(body).matches()) {
            return Stream.of(body.split("&", -1)).map(WireText::field).collect(joined());
        }
        // events as a stream of them is written, each with an object of its own
        return body.lines()
                .map(line ->
                        line.startsWith("data:")
                                ? "data: " + json(line.substring("data:".length()).strip())
                                : line)
                .collect(joined());
    }

    private static java.util.stream.Collector<CharSequence, ?, String> joined() {
        return Collectors.joining("\n");
    }

    private static String field(String field) {
        int equals = field.indexOf('=');
        String name = decoded(field.substring(0, equals));
        return name + "=" + (isHidden(name) ? STARS : masked(decoded(field.substring(equals + 1))));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }

    private static String json(String text) {
        try {
            return masked(MAPPER.readTree(text), false).toString();
        } catch (JacksonException notJson) {
            return text;
        }
    }

    private static JsonNode masked(JsonNode node, boolean hidden) {
        return switch (node) {
            case ObjectNode object -> {
                ObjectNode masked = MAPPER.createObjectNode();
                object.properties()
                        .forEach(field ->
                                masked.set(
                                        field.getKey(),
                                        masked(
                                                field.getValue(),
                                                hidden || isHidden(field.getKey()))));
                yield masked;
            }
            case ArrayNode array -> {
                ArrayNode masked = MAPPER.createArrayNode();
                array.forEach(one -> masked.add(masked(one, hidden)));
                yield masked;
            }
            default -> leaf(node, hidden);
        };
    }

    private static JsonNode leaf(JsonNode leaf, boolean hidden) {
        if (leaf.isNull() || leaf.isBoolean()) {
            return leaf;
        }
        if (hidden) {
            return StringNode.valueOf(STARS);
        }
        // some protocols carry their objects as texts
        return leaf.isString() && leaf.asString().startsWith("{")
                ? StringNode.valueOf(json(leaf.asString()))
                : leaf;
    }

    /** Whether a field is secret or personal by its name. */
    private static boolean isHidden(String name) {
        String letters = NOT_LETTERS.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("");
        return NAMES.contains(letters)
                || BEGINNINGS.stream().anyMatch(letters::startsWith)
                || letters.contains("address")
                || SECRETS.stream().anyMatch(letters::contains);
    }
}
