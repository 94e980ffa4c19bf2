package com.truecart.kit.china;

import com.truecart.spi.ConnectorContext;
import com.truecart.spi.Setting;
import com.truecart.spi.UpstreamException.Misconfigured;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a connection follows on a platform that lists nothing: some searches, each so many pages
 * deep.
 *
 * @param words one search each
 * @param pages at most this many pages of each
 */
public record Searches(List<String> words, int pages) {
    private static final String QUERIES = "queries";
    private static final String PAGES = "pages";
    private static final Pattern SEPARATOR = Pattern.compile("[,，、;；\\n]+");

    /** The words a connection searches for. */
    public static final Setting QUERIES_SETTING =
            Setting.required(
                    QUERIES, "Search words to follow, with commas between", Setting.Type.TEXT);

    /** How deep it goes. */
    public static final Setting PAGES_SETTING =
            Setting.optional(PAGES, "Pages of each search, 1 to 100", Setting.Type.TEXT)
                    .withDefault("10");

    public Searches {
        words = List.copyOf(words);
    }

    /**
     * As the connection's settings say.
     *
     * @throws Misconfigured where there is no word, or the depth is no number in 1..100
     */
    public static Searches of(ConnectorContext context) {
        List<String> words =
                SEPARATOR
                        .splitAsStream(context.required(QUERIES))
                        .map(String::strip)
                        .filter(word -> !word.isEmpty())
                        .distinct()
                        .toList();
        if (words.isEmpty()) {
            throw new Misconfigured(QUERIES, "holds no search word");
        }
        String pages = context.setting(PAGES).orElse("10").strip();
        if (!pages.matches("[1-9]\\d?|100")) {
            throw new Misconfigured(PAGES, "is not a number from 1 to 100");
        }
        return new Searches(words, Integer.parseInt(pages));
    }
}
