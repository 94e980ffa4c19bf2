package com.truecart.model;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A text an upstream gives in one or several languages.
 *
 * @param byLanguage BCP 47 tag ("en", "zh-Hant", "und" where the upstream does not say) to text;
 *     never empty, no text blank
 */
public record Localized(Map<String, String> byLanguage) {

    /** The tag for a text whose language the upstream does not state. */
    public static final String UNSTATED = "und";

    public Localized {
        if (byLanguage.isEmpty()) {
            throw new IllegalArgumentException("a text needs at least one language");
        }
        byLanguage.forEach((tag, text) -> {
            if (text.isBlank()) {
                throw new IllegalArgumentException("the text for " + tag + " is blank");
            }
        });
        byLanguage = Map.copyOf(byLanguage);
    }

    public static Localized of(String language, String text) {
        return new Localized(Map.of(language, text));
    }

    /** The same text with one more language; a blank one changes nothing. */
    public Localized and(String language, String text) {
        if (text.isBlank()) {
            return this;
        }
        Map<String, String> more = new TreeMap<>(byLanguage);
        more.put(language, text.strip());
        return new Localized(more);
    }

    /**
     * The text for a reader of this locale: the same script first, then the same language, then
     * English, then whatever there is.
     *
     * <p>zh-CN readers are served zh-Hant where there is no zh-Hans: another script of the language
     * one reads beats another language.
     */
    public String in(Locale locale) {
        for (String tag :
                new String[] {
                    locale.toLanguageTag(),
                    locale.getLanguage() + "-" + script(locale),
                    locale.getLanguage()
                }) {
            String exact = byLanguage.get(tag);
            if (exact != null) {
                return exact;
            }
        }
        TreeMap<String, String> ordered = new TreeMap<>(byLanguage);
        for (Map.Entry<String, String> entry : ordered.entrySet()) {
            if (Locale.forLanguageTag(entry.getKey()).getLanguage().equals(locale.getLanguage())) {
                return entry.getValue();
            }
        }
        String english = ordered.get("en");
        return english != null ? english : ordered.firstEntry().getValue();
    }

    private static String script(Locale locale) {
        if (!locale.getScript().isEmpty()) {
            return locale.getScript();
        }
        return locale.getCountry().matches("HK|TW|MO") ? "Hant" : "Hans";
    }
}
