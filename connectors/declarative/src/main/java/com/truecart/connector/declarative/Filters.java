package com.truecart.connector.declarative;

import com.truecart.kit.PlainText;
import com.truecart.kit.PrintedPrices;
import com.truecart.kit.web.Addresses;
import com.truecart.model.Gtin;
import com.truecart.model.Money;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The filters a definition may use: pure, each from texts to texts, without conditions. */
final class Filters {
    private static final int LONGEST = 5_000;

    private Filters() {}

    /** From the texts a selector found to those that are meant. */
    interface Filter {
        /**
         * The texts after this filter.
         *
         * @throws IllegalArgumentException saying what was expected and found
         */
        List<String> apply(List<String> texts, Scene scene);
    }

    /**
     * What filters may know.
     *
     * @param page where the texts stand
     * @param currency of prices that name none
     */
    record Scene(URI page, Currency currency) {}

    /**
     * A filter by its name.
     *
     * @param argument what stands behind the name; missing for a bare name
     * @throws IllegalArgumentException where there is none such, or its argument is unusable
     */
    static Filter of(String name, JsonNode argument) {
        String text = argument.isString() ? argument.stringValue() : "";
        return switch (name) {
            case "trim" -> each(String::strip);
            case "text" -> each(html -> PlainText.of(html, LONGEST));
            case "lower" -> each(value -> value.toLowerCase(Locale.ROOT));
            case "prefix" -> each(value -> text + value);
            case "suffix" -> each(value -> value + text);
            case "number" -> each(Filters::number);
            case "money" -> money(Optional.of(text).filter(sign -> !sign.isEmpty()));
            case "regex" -> regex(text);
            case "split" ->
                    (texts, _) ->
                            texts.stream()
                                    .flatMap(value ->
                                            Pattern.compile(Pattern.quote(text))
                                                    .splitAsStream(value))
                                    .toList();
            case "first" -> (texts, _) -> texts.stream().limit(1).toList();
            case "last" -> (texts, _) -> texts.isEmpty() ? texts : List.of(texts.getLast());
            case "map" -> map(argument);
            case "date" -> date(text);
            case "absolute-url" ->
                    (texts, scene) ->
                            texts.stream()
                                    .flatMap(value ->
                                            Addresses.whole(scene.page().toString(), value)
                                                    .stream())
                                    .map(URI::toString)
                                    .toList();
            case "gtin" -> (texts, _) -> texts.stream().flatMap(Filters::gtin).toList();
            case "default" -> (texts, _) -> texts.isEmpty() ? List.of(text) : texts;
            default -> throw new IllegalArgumentException("there is no filter " + name);
        };
    }

    private static Filter each(Function<String, String> function) {
        return (texts, _) ->
                texts.stream().map(function).filter(value -> !value.isEmpty()).toList();
    }

    /** "1,234 pieces" is 1234; a text without a number is refused. */
    private static String number(String value) {
        Matcher digits = Pattern.compile("-?\\d[\\d,' ]*(?:\\.\\d+)?").matcher(value);
        if (!digits.find()) {
            throw new IllegalArgumentException("expected a number, found \"" + value + "\"");
        }
        return digits.group().replaceAll("[,' ]", "");
    }

    private static Filter money(Optional<String> decimal) {
        return (texts, scene) ->
                texts.stream()
                        .map(value -> {
                            Money price =
                                    PrintedPrices.read(
                                            value,
                                            // a sign in the text counts, else the definition's
                                            signed(value)
                                                    ? Optional.empty()
                                                    : Optional.of(scene.currency()),
                                            decimal);
                            return price.major().toPlainString() + " " + price.currency();
                        })
                        .toList();
    }

    private static boolean signed(String value) {
        return value.matches(".*(?:[€£₹₩₺]|\\b[A-Z]{3}\\b|[A-Z]{1,2}\\$).*");
    }

    private static Filter regex(String expression) {
        Pattern pattern;
        try {
            pattern = Pattern.compile(expression);
        } catch (PatternSyntaxException wrong) {
            throw new IllegalArgumentException(
                    "is no regular expression: " + wrong.getDescription(), wrong);
        }
        return (texts, _) ->
                texts.stream()
                        .map(pattern::matcher)
                        .filter(Matcher::find)
                        .map(found -> found.groupCount() > 0 ? found.group(1) : found.group())
                        .flatMap(Stream::ofNullable)
                        .toList();
    }

    /** A word that is in no map stays as it is: nobody has said what it means. */
    private static Filter map(JsonNode words) {
        Map<String, String> ours = new HashMap<>();
        words.properties().forEach(word -> ours.put(word.getKey(), word.getValue().asString()));
        return each(value -> ours.getOrDefault(value, value));
    }

    private static Filter date(String written) {
        DateTimeFormatter format;
        try {
            format = DateTimeFormatter.ofPattern(written, Locale.ENGLISH);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException("is no pattern of a date: " + written, wrong);
        }
        return each(value -> {
            try {
                return LocalDate.parse(value, format).toString();
            } catch (DateTimeException notOne) {
                throw new IllegalArgumentException(
                        "expected a date like " + written + ", found \"" + value + "\"", notOne);
            }
        });
    }

    private static Stream<String> gtin(String value) {
        try {
            return Stream.of(Gtin.parse(value).digits());
        } catch (IllegalArgumentException malformed) {
            return Stream.empty();
        }
    }
}
