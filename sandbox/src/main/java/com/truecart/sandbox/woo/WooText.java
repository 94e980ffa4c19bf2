package com.truecart.sandbox.woo;

/** Text as WordPress puts it into HTML fields. */
final class WooText {
    private WooText() {}

    /** Escaped, because WordPress sends names and descriptions as HTML. */
    static String html(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
