package com.truecart.search.layout;

import com.truecart.model.Localized;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A facet's value with its names in all languages, in one string.
 *
 * @param value what is filtered by: the English, else the first name
 */
public record FacetLabel(String value, Optional<Localized> label) {

    private static final char AFTER_VALUE = '\u0000';
    private static final char AFTER_LANGUAGE = '\u0001';
    private static final char AFTER_TEXT = '\u0002';
    private static final Pattern CONTROLS = Pattern.compile("\\p{Cc}+");

    /** Longer names are no names; an engine has a limit on what it counts, too. */
    private static final int LONGEST = 200;

    /**
     * Of a brand or category, as a store words it: without control characters, which part the
     * encoded form, and of a bounded length.
     */
    public static FacetLabel of(Localized label) {
        TreeMap<String, String> readable = new TreeMap<>();
        label.byLanguage().forEach((language, text) -> readable.put(language, readable(text)));
        Localized names = new Localized(readable);
        return new FacetLabel(names.in(Locale.ENGLISH), Optional.of(names));
    }

    private static String readable(String text) {
        String words = CONTROLS.matcher(text).replaceAll(" ").strip();
        String kept = words.length() > LONGEST ? words.substring(0, LONGEST).strip() : words;
        return kept.isEmpty() ? "?" : kept;
    }

    /** The label in one string, its value in front so that equal values lie together. */
    public String encoded() {
        StringBuilder encoded = new StringBuilder(firstOf(value));
        label.ifPresent(names ->
                new TreeMap<>(names.byLanguage())
                        .forEach((language, text) ->
                                encoded.append(language)
                                        .append(AFTER_LANGUAGE)
                                        .append(text)
                                        .append(AFTER_TEXT)));
        return encoded.toString();
    }

    /** What every encoded label of this value starts with, and no other. */
    public static String firstOf(String value) {
        return value + AFTER_VALUE;
    }

    /** The value of an encoded label alone. */
    static String valueOf(String encoded) {
        int end = encoded.indexOf(AFTER_VALUE);
        return end < 0 ? encoded : encoded.substring(0, end);
    }

    /** Reads what {@link #encoded} wrote. */
    public static FacetLabel decoded(String encoded) {
        int end = encoded.indexOf(AFTER_VALUE);
        if (end < 0) {
            return new FacetLabel(encoded, Optional.empty());
        }
        TreeMap<String, String> texts = new TreeMap<>();
        int from = end + 1;
        while (from < encoded.length()) {
            int language = encoded.indexOf(AFTER_LANGUAGE, from);
            int text = encoded.indexOf(AFTER_TEXT, language);
            texts.put(encoded.substring(from, language), encoded.substring(language + 1, text));
            from = text + 1;
        }
        return new FacetLabel(
                encoded.substring(0, end),
                texts.isEmpty() ? Optional.empty() : Optional.of(new Localized(texts)));
    }
}
