package com.truecart.kit.phrase;

import java.util.Currency;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One way of saying something, and what it means.
 *
 * <p>The wording is plain text with placeholders:
 *
 * <table>
 * <caption>Placeholders</caption>
 * <tr><td>{n}, {m}<td>counts in digits
 * <tr><td>{count}<td>a count in digits or as a word: "two", 两, 十二
 * <tr><td>{nth}<td>"2nd", "second"
 * <tr><td>{price}<td>the number of an amount
 * <tr><td>{money}<td>an amount with its sign: "$20", "20元"; a sign of another currency is refused
 * <tr><td>{amount}<td>an amount with or without a sign
 * <tr><td>{percent}<td>the number of a rate
 * <tr><td>{zhe}<td>the number before 折, which says what is paid: 8, 8.5, 85, 八五; its digits
 *     never follow other digits, since "满10095折" says no two numbers
 * <tr><td>{words}<td>anything
 * <tr><td>{selection}<td>words for a set of products, see {@link Found#selection}
 * </table>
 *
 * <p>A placeholder may have a name, so that several of a sort can stand in one wording:
 * "满{amount:spend}减{amount:off}". A space stands for white space, "_" for white space that may be
 * missing, "[打|享|]" for one of several wordings, here possibly none. Case does not matter, nor
 * whether signs and digits are full-width. A phrase says the whole of a text or nothing of it: half
 * an understanding ("… on weekends") would be a wrong price.
 */
public final class Phrase {

    private static final Map<String, String> PLACEHOLDERS =
            Map.of(
                    "n", "[1-9]\\d{0,3}",
                    "m", "[1-9]\\d{0,3}",
                    "count",
                            "[1-9]\\d{0,3}|one|two|three|four|five|six|seven|eight|nine|ten"
                                    + "|[二三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九]",
                    "nth", "[2-9](?:nd|rd|th)|second|third|fourth|fifth",
                    "price", Amount.NUMBER,
                    "money", Amount.SIGNED,
                    "amount", Amount.ANY,
                    "percent", "\\d{1,3}(?:\\.\\d{1,4})?",
                    "zhe", "(?<!\\d)(?:\\d{1,2}|\\d\\.\\d)|[一二三四五六七八九](?:点?[一二三四五六七八九])?",
                    // never over the " / " between two promotions
                    "words", "\\S(?:(?!\\s/\\s).){0,200}?");

    private static final String SELECTION = "selection";

    private final Pattern pattern;
    private final boolean isUnspaced;
    private final Function<Found, Meaning> meaning;

    private Phrase(String wording, boolean isUnspaced, Function<Found, Meaning> meaning) {
        this.pattern = Pattern.compile(regex(wording), Pattern.CASE_INSENSITIVE);
        this.isUnspaced = isUnspaced;
        this.meaning = meaning;
    }

    /** A wording and its meaning. */
    public static Phrase of(String wording, Function<Found, Meaning> meaning) {
        return new Phrase(wording, false, meaning);
    }

    /**
     * A Chinese wording and its meaning. It is written in simplified characters and says texts in
     * both; white space in a text means nothing, and any comma or stop between parts is "、".
     */
    public static Phrase chinese(String wording, Function<Found, Meaning> meaning) {
        return new Phrase(wording, true, meaning);
    }

    private static String regex(String wording) {
        StringBuilder regex = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < wording.length(); i++) {
            char c = wording.charAt(i);
            switch (c) {
                case '{' -> {
                    int end = wording.indexOf('}', i);
                    regex.append(group(wording.substring(i + 1, end), wording));
                    i = end;
                }
                case ' ' -> regex.append("\\s+");
                case '_' -> regex.append("\\s*");
                case '[' -> {
                    depth++;
                    regex.append("(?:");
                }
                case ']' -> {
                    depth--;
                    regex.append(')');
                }
                case '|' -> regex.append(depth > 0 ? "|" : "\\|");
                default -> regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return regex.toString();
    }

    private static String group(String placeholder, String wording) {
        int colon = placeholder.indexOf(':');
        String sort = colon < 0 ? placeholder : placeholder.substring(0, colon);
        String replacement = PLACEHOLDERS.get(sort.equals(SELECTION) ? "words" : sort);
        if (replacement == null) {
            throw new IllegalArgumentException(
                    "no such placeholder: {" + placeholder + "} in \"" + wording + "\"");
        }
        String name = colon >= 0 ? placeholder.substring(colon + 1) : sort;
        return "(?<" + (name.equals("money") ? "amount" : name) + ">" + replacement + ")";
    }

    /** What the text means, or null where this phrase does not say it. */
    @Nullable Meaning meaning(Texts texts, Subject subject, Currency currency) {
        Folded folded = isUnspaced ? texts.unspaced() : texts.spaced();
        Matcher matcher = pattern.matcher(folded.text());
        return matcher.matches()
                ? meaning.apply(new Found(matcher, folded, subject, currency))
                : null;
    }

    /** A text, folded in both ways. */
    record Texts(Folded spaced, Folded unspaced) {
        Texts(String words) {
            this(Folded.spaced(words), Folded.unspaced(words));
        }
    }
}
