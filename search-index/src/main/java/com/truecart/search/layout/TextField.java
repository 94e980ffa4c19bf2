package com.truecart.search.layout;

import java.util.Locale;

/**
 * The fields a product's words are looked for in. All hold ready-made tokens with single blanks
 * between them.
 */
public enum TextField {
    /** All tokens of the title in all its languages. */
    TITLE,
    /** The title's words as typed, in their order, for finding words side by side. */
    PHRASE,
    BRAND,
    /**
     * Of the narrowest category only: a wide one ("Milk powder / Baby care") would find diapers for
     * milk.
     */
    CATEGORY,
    /** GTIN, part numbers and codes. */
    IDENTIFIER,
    /**
     * Sizes in their one spelling and words beside each other as one, of the title and the brand.
     */
    FORMS,
    /** Pairs of syllables of the Chinese in the title and the brand. */
    PINYIN,
    /** What the product or its brand is called as a whole, as one token, blanks included. */
    NAME,
    /** What its brand is called as a whole, as {@link #NAME} is. */
    BRAND_NAME,
    /** What each level of its category is called as a whole, as {@link #NAME} is. */
    CATEGORY_NAME;

    /** As the field is called in an index. */
    public String inIndex() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the order of its tokens is kept. */
    public boolean keepsOrder() {
        return this == PHRASE;
    }
}
