package com.truecart.kit;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * Turns an upstream's markup into plain text. The result may still hold "&lt;": whoever shows it
 * encodes it.
 */
public final class PlainText {

    /** Markup longer than this many times the wanted text is cut before it is parsed. */
    private static final int MARKUP_TO_TEXT = 16;

    private PlainText() {}

    /**
     * The text a reader of this HTML would see: no tags, scripts or styles, entities decoded, white
     * space folded to single spaces.
     *
     * @param longest characters kept at most; a longer text ends in "…"
     */
    public static String of(String html, int longest) {
        long widest = (long) longest * MARKUP_TO_TEXT;
        String bounded = html.length() > widest ? html.substring(0, (int) widest) : html;
        Document parsed = Jsoup.parseBodyFragment(bounded);
        // Jsoup.clean(Safelist.none()) would glue "<p>a</p><p>b</p>" to "ab"; text() keeps words
        // apart
        String text = parsed.body().text().replace('\u00a0', ' ').replaceAll("\\s+", " ").strip();
        return cut(text, longest);
    }

    /**
     * The text itself where it is short enough, else its beginning and "…"; a character of two
     * halves stays whole.
     */
    static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = longest - 1;
        if (Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end).stripTrailing() + "…";
    }
}
