package com.truecart.kit;

import com.truecart.model.Money;
import com.truecart.spi.Document;
import com.truecart.spi.UpstreamException.Drifted;
import com.truecart.spi.UpstreamException.Unavailable;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A place in an upstream's JSON, which knows its path so that a surprise says where it was.
 *
 * <p>The plain methods require, the {@code optional…} ones treat an absent field and {@code null}
 * alike as empty; a value of another kind than asked for is {@link Drifted} in both.
 *
 * @param node the value here
 * @param path from the root, "$.prices.price"
 */
public record Json(JsonNode node, String path) {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    /**
     * Reads an upstream's answer; what is no JSON is {@link Drifted} and says what it is instead.
     */
    public static Json parse(String body) {
        String start = body.stripLeading();
        if (start.isEmpty() || start.equals("\ufeff")) {
            throw new Drifted("the answer is empty, expected JSON");
        }
        if (start.startsWith("<")) {
            throw new Drifted(
                    looksLikeHtml(start)
                            ? "the answer is an HTML page, expected JSON"
                            : "the answer is XML, expected JSON");
        }
        try {
            return new Json(
                    MAPPER.readTree(start.startsWith("\ufeff") ? start.substring(1) : start), "$");
        } catch (JacksonException e) {
            throw new Drifted("the answer is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** Reads a whole document of at most this many bytes. */
    public static Json parse(Document document, int largest) {
        try (InputStream in = document.open()) {
            byte[] bytes = in.readNBytes(largest + 1);
            if (bytes.length > largest) {
                throw new Drifted(
                        document.name() + ": larger than the " + largest + " bytes expected");
            }
            return parse(new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new Unavailable(document.name() + ": cannot be read: " + e.getMessage(), e);
        }
    }

    static boolean looksLikeHtml(String start) {
        String lower = start.substring(0, Math.min(start.length(), 1000)).toLowerCase(Locale.ROOT);
        return lower.startsWith("<!doctype html")
                || lower.startsWith("<html")
                || lower.contains("<head")
                || lower.contains("<body");
    }

    /** The object or list in this field. */
    public Json at(String field) {
        return optional(field).orElseThrow(() -> missing(field, "a value"));
    }

    /** The value in this field, where there is one. */
    public Optional<Json> optional(String field) {
        if (!node.isObject()) {
            throw new Drifted(path + ": expected an object, found " + found(node));
        }
        JsonNode value = node.get(field);
        return value == null || value.isNull()
                ? Optional.empty()
                : Optional.of(new Json(value, path + "." + field));
    }

    /** The names of this object's fields, in order of the alphabet. */
    public Set<String> fields() {
        return new TreeSet<>(node.propertyNames());
    }

    /** The entries of the list that is here. */
    public List<Json> entries() {
        if (!node.isArray()) {
            throw new Drifted(path + ": expected a list, found " + found(node));
        }
        List<Json> entries = new ArrayList<>(node.size());
        for (JsonNode entry : node) {
            entries.add(new Json(entry, path + "[" + entries.size() + "]"));
        }
        return entries;
    }

    /** The entries of the list in this field. */
    public List<Json> list(String field) {
        return optional(field).orElseThrow(() -> missing(field, "a list")).entries();
    }

    /** The entries of the list in this field; none where the field is absent. */
    public List<Json> optionalList(String field) {
        return optional(field).map(Json::entries).orElse(List.of());
    }

    public String text(String field) {
        return optionalText(field).orElseThrow(() -> missing(field, "a text"));
    }

    /** The text in this field; a blank one counts as absent. */
    public Optional<String> optionalText(String field) {
        return optional(field).map(Json::asText).filter(text -> !text.isBlank());
    }

    /** A text or a number as text: for ids, which upstreams write either way. */
    public String id(String field) {
        Json value = optional(field).orElseThrow(() -> missing(field, "an id"));
        return value.node.isIntegralNumber()
                ? value.node.bigIntegerValue().toString()
                : value.asText();
    }

    public long number(String field) {
        return optionalNumber(field).orElseThrow(() -> missing(field, "a whole number"));
    }

    public OptionalLong optionalNumber(String field) {
        Optional<Json> value = optional(field);
        return value.isEmpty() ? OptionalLong.empty() : OptionalLong.of(value.get().asNumber());
    }

    public BigDecimal decimal(String field) {
        Json value = optional(field).orElseThrow(() -> missing(field, "a number"));
        if (!value.node.isNumber()) {
            throw new Drifted(value.path + ": expected a number, found " + found(value.node));
        }
        return value.node.decimalValue();
    }

    public boolean flag(String field) {
        return optionalFlag(field).orElseThrow(() -> missing(field, "true or false"));
    }

    public Optional<Boolean> optionalFlag(String field) {
        return optional(field).map(Json::asFlag);
    }

    /** The price in this field, a text or a number in major units. */
    public Money price(String field, Currency expected) {
        Json value = optional(field).orElseThrow(() -> missing(field, "a price"));
        String text =
                value.node.isNumber() ? value.node.decimalValue().toPlainString() : value.asText();
        try {
            return Prices.major(text, expected);
        } catch (IllegalArgumentException e) {
            throw new Drifted(value.path + ": " + e.getMessage(), e);
        }
    }

    /** The text that is here. */
    public String asText() {
        if (!node.isString()) {
            throw new Drifted(path + ": expected a text, found " + found(node));
        }
        return node.stringValue();
    }

    private long asNumber() {
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw new Drifted(path + ": expected a whole number, found " + found(node));
        }
        return node.longValue();
    }

    private boolean asFlag() {
        if (!node.isBoolean()) {
            throw new Drifted(path + ": expected true or false, found " + found(node));
        }
        return node.booleanValue();
    }

    private Drifted missing(String field, String expected) {
        return new Drifted(
                path
                        + "."
                        + field
                        + ": expected "
                        + expected
                        + ", found nothing; the fields here are "
                        + PlainText.cut(fields().toString(), 200));
    }

    /** What stands here, in words and cut short: an answer may hold a shopper's address. */
    private static String found(JsonNode node) {
        Supplier<String> shown = () -> PlainText.cut(node.toString(), 60);
        return switch (node.getNodeType()) {
            case ARRAY -> "a list of " + node.size();
            case OBJECT -> "an object";
            case STRING -> "the text " + shown.get();
            case NUMBER -> "the number " + shown.get();
            case BOOLEAN -> shown.get();
            case NULL -> "null";
            case MISSING -> "nothing";
            case BINARY, POJO -> "something else";
        };
    }
}
