package com.truecart.app.connection;

import com.truecart.spi.Secret;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Bodies of calls as a person may see them: without secrets, and without the values of fields that
 * are personal by their name, whoever's they are: a store that is asked about one order may answer
 * with those of others. What cannot be read as fields with names is not shown at all.
 */
final class WireText {
    private static final String STARS = "****";
    private static final int LONGEST = 8_192;

    /** What is longer is not read: it is an answer to something else than one order. */
    private static final int MOST_READ = 1 << 20;

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Pattern NOT_LETTERS = Pattern.compile("[^a-z]");
    private static final Pattern FORM_FIELD =
            Pattern.compile("[\\w.%\\[\\]*+-]{1,128}+=(?:[^\\s=]\\S*+)?+");
    private static final Pattern EVENT_LINE = Pattern.compile("(?:data|event|id|retry)?:.*+|");
    private static final Pattern OF_AN_ADDRESS =
            Pattern.compile("([?&;]([\\w.%\\[\\]-]{1,128}+)=)[^&;\\s\"'<>]*+");
    private static final Pattern CONTACT =
            Pattern.compile(
                    "[\\p{L}\\p{N}._%+-]{1,64}@[\\p{L}\\p{N}-]{1,64}(?:\\.[\\p{L}\\p{N}-]{1,64}){1,8}"
                            + "|\\+\\d[\\d ()-]{5,18}\\d");

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
        if (body.isEmpty()) {
            return "";
        }
        if (isJson(body)) {
            return json(body);
        }
        if (body.startsWith("<")) {
            return page(body);
        }
        String[] fields = body.split("&", -1);
        if (Stream.of(fields).allMatch(field -> FORM_FIELD.matcher(field).matches())) {
            return Stream.of(fields).map(WireText::field).collect(joined());
        }
        if (body.lines().allMatch(line -> EVENT_LINE.matcher(line).matches())) {
            return events(body);
        }
        return afterWarnings(body);
    }

    /** As a stream of events is written, each with an object of its own. */
    private static String events(String body) {
        return body.lines()
                .filter(line -> line.startsWith("data:") || line.startsWith("event:"))
                .map(line ->
                        line.startsWith("data:")
                                ? "data: " + json(line.substring("data:".length()).strip())
                                : line)
                .collect(joined());
    }

    /** Of a page only its title: its text may be about anybody, and its forms hold tokens. */
    private static String page(String body) {
        String title = Jsoup.parse(body).title();
        return title.isEmpty()
                ? afterWarnings(body)
                : "(" + body.length() + " characters of a page: " + open(title) + ")";
    }

    /** Some shops' servers write warnings before the object they answer with. */
    private static String afterWarnings(String body) {
        int start = body.indexOf("{\"");
        return start < 0
                ? unreadable(body)
                : read(body.substring(start))
                        .map(object -> unreadable(body.substring(0, start)) + "\n" + object)
                        .orElseGet(() -> unreadable(body));
    }

    private static String unreadable(String text) {
        return "(" + text.length() + " characters, not readable)";
    }

    private static boolean isJson(String text) {
        return text.startsWith("{") || text.startsWith("[");
    }

    private static Collector<CharSequence, ?, String> joined() {
        return Collectors.joining("\n");
    }

    private static String field(String field) {
        int equals = field.indexOf('=');
        String name = decoded(field.substring(0, equals));
        return name + "=" + (isHidden(name) ? STARS : text(decoded(field.substring(equals + 1))));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }

    private static String json(String text) {
        return read(text).orElseGet(() -> unreadable(text));
    }

    private static Optional<String> read(String text) {
        try {
            return Optional.of(masked(MAPPER.readTree(text), false).toString());
        } catch (JacksonException notJson) {
            return Optional.empty();
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
        return leaf.isString() ? StringNode.valueOf(text(leaf.asString())) : leaf;
    }

    /** A field's text: some protocols carry their objects as texts, and some shops their markup. */
    private static String text(String text) {
        String bare = text.strip();
        if (isJson(bare)) {
            return json(bare);
        }
        return open(bare.startsWith("<") ? markup(bare) : text);
    }

    private static String markup(String text) {
        Document markup = Jsoup.parseBodyFragment(text);
        markup.select("form, textarea, select, script, style").remove();
        return markup.text();
    }

    /** Words, without what says how to reach or to act as somebody. */
    private static String open(String words) {
        String named =
                OF_AN_ADDRESS
                        .matcher(words)
                        .replaceAll(field ->
                                Matcher.quoteReplacement(
                                        isHidden(field.group(2)) || field.group(2).equals("key")
                                                ? field.group(1) + STARS
                                                : field.group()));
        return CONTACT.matcher(named).replaceAll(Matcher.quoteReplacement(STARS));
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
