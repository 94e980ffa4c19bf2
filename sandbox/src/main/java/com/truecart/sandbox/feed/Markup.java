package com.truecart.sandbox.feed;

/** Text inside XML and HTML. */
final class Markup {
    private Markup() {}

    /** The text with everything that could be read as markup escaped. */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
