package com.truecart.app.desk;

import static java.util.stream.Collectors.joining;

import com.truecart.spi.Recipient;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Takes out of recorded words who the shopper is and where they live. */
public final class Redaction {
    private static final String STARS = "****";
    // begins where a word does, so that long words are read once and not from each letter on
    private static final Pattern ADDRESS =
            Pattern.compile("(?<![^\\s<>@,;:])[^\\s<>@,;:]++@[^\\s<>@,;:]+");
    private static final Redaction OF_NOBODY = new Redaction(Stream.of());
    private static final int SHORTEST = 3;
    private static final int SHORTEST_NAME = 2;
    private static final int FEWEST_DIGITS = 5;
    private static final int NATIONAL_DIGITS = 8;
    private static final String BETWEEN_DIGITS = "[\\s().+/-]{0,3}";

    private final List<Pattern> personal;

    /** For what was said about an order for this recipient. */
    public Redaction(Recipient recipient) {
        this(
                Stream.concat(
                        names(recipient.givenName().strip(), recipient.familyName().strip()),
                        Stream.of(
                                        Stream.of(
                                                        recipient.email(),
                                                        recipient.street(),
                                                        recipient.city(),
                                                        recipient.region(),
                                                        recipient.postcode())
                                                .map(String::strip)
                                                .filter(text -> tells(text, SHORTEST))
                                                .map(Redaction::anywhere),
                                        phone(recipient.phone()))
                                .flatMap(expressions -> expressions)));
    }

    private Redaction(Stream<String> expressions) {
        // what is longer says more: a full name before the one letter it begins with
        String any =
                expressions
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .collect(joining("|"));
        personal =
                any.isEmpty()
                        ? List.of()
                        : List.of(
                                Pattern.compile(
                                        any, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    }

    /** For where the recipient is not known: e-mail addresses only. */
    public static Redaction ofNobody() {
        return OF_NOBODY;
    }

    /** The same words with stars for what is personal. */
    public String of(String words) {
        String redacted = words;
        for (Pattern one : personal) {
            redacted = one.matcher(redacted).replaceAll(STARS);
        }
        return ADDRESS.matcher(redacted).replaceAll(STARS);
    }

    /** Enough of a recipient to tell two apart, and no more. */
    public static String initials(Recipient recipient) {
        return initial(recipient.givenName())
                + initial(recipient.familyName())
                + recipient.city()
                + ", "
                + recipient.country();
    }

    private static Stream<String> names(String given, String family) {
        Stream<String> single =
                Stream.of(given, family)
                        .filter(name -> tells(name, SHORTEST_NAME))
                        .map(name -> tells(name, SHORTEST) ? anywhere(name) : word(name));
        return tells(given, SHORTEST_NAME) && tells(family, SHORTEST_NAME)
                ? Stream.concat(
                        single,
                        Stream.of(
                                anywhere(family) + "\\s{0,3}" + anywhere(given),
                                anywhere(given) + "\\s{0,3}" + anywhere(family)))
                : single;
    }

    /** A Han letter is a word; one of another script is in every word. */
    private static boolean tells(String text, int shortest) {
        return text.length() >= shortest || isHan(text);
    }

    private static boolean isHan(String text) {
        return text.codePoints().anyMatch(Character::isIdeographic);
    }

    private static String anywhere(String text) {
        return Stream.of(text.split("\\s+")).map(Pattern::quote).collect(joining("\\s{1,3}"));
    }

    /** As it is written, and not as a part of another word: "Ng", and not "ng" in "nothing". */
    private static String word(String text) {
        return "(?-iu:(?<![\\p{L}\\p{N}])" + Pattern.quote(text) + "(?![\\p{L}\\p{N}]))";
    }

    /** The number however it is grouped, with or without what is dialled before it. */
    private static Stream<String> phone(String number) {
        String digits = number.replaceAll("\\D", "");
        if (digits.length() < FEWEST_DIGITS) {
            return Stream.of();
        }
        String national = digits.substring(Math.max(0, digits.length() - NATIONAL_DIGITS));
        return Stream.of(
                "[+(]?(?:\\d"
                        + BETWEEN_DIGITS
                        + "){0,7}"
                        + national.chars()
                                .mapToObj(digit -> String.valueOf((char) digit))
                                .collect(joining(BETWEEN_DIGITS)));
    }

    private static String initial(String name) {
        String stripped = name.strip();
        return stripped.isEmpty()
                ? ""
                : stripped.substring(0, stripped.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT)
                        + ". ";
    }
}
