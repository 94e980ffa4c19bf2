package com.truecart.kit.phrase;

import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One way of saying something, and what it means.
 *
 * <p>The wording is plain text in which {n} and {m} stand for counts, {price} for an amount,
 * {percent} for a rate and {words} for anything; a space stands for white space, "_" for white
 * space that may be missing. Case does not matter. A phrase says the whole of a text or nothing of
 * it: half an understanding ("… on weekends") would be a wrong price.
 */
public final class Phrase {

    private static final Map<String, String> PLACEHOLDERS =
            Map.of(
                    "{n}", "(?<n>[1-9]\\d{0,3})",
                    "{m}", "(?<m>[1-9]\\d{0,3})",
                    "{price}",
                            "(?<price>\\d{1,3}(?:,\\d{3})+(?:\\.\\d{1,2})?|\\d{1,7}(?:\\.\\d{1,2})?)",
                    "{percent}", "(?<percent>\\d{1,3}(?:\\.\\d{1,4})?)",
                    "{words}", "(?<words>\\S.{0,200}?)",
                    " ", "\\s+",
                    "_", "\\s*");

    private static final Pattern SPECIAL = Pattern.compile("\\{[a-z]+}|[ _]");

    private final Pattern pattern;
    private final Function<Found, Meaning> meaning;

    private Phrase(Pattern pattern, Function<Found, Meaning> meaning) {
        this.pattern = pattern;
        this.meaning = meaning;
    }

    /** A wording and its meaning. */
    public static Phrase of(String wording, Function<Found, Meaning> meaning) {
        StringBuilder regex = new StringBuilder();
        Matcher special = SPECIAL.matcher(wording);
        int end = 0;
        while (special.find()) {
            regex.append(Pattern.quote(wording.substring(end, special.start())));
            String replacement = PLACEHOLDERS.get(special.group());
            if (replacement == null) {
                throw new IllegalArgumentException(
                        "no such placeholder: " + special.group() + " in \"" + wording + "\"");
            }
            regex.append(replacement);
            end = special.end();
        }
        regex.append(Pattern.quote(wording.substring(end)));
        return new Phrase(Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE), meaning);
    }

    Matcher matcher(String text) {
        return pattern.matcher(text);
    }

    Meaning meaning(Found found) {
        return meaning.apply(found);
    }
}
