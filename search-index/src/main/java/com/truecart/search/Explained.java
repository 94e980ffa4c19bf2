package com.truecart.search;

import java.util.EnumMap;
import java.util.Map;

/**
 * Why a product stands where it does, where products are sorted by relevance.
 *
 * @param score what it was sorted by; the sum of the parts, to six digits
 * @param parts what each reason added; those that added nothing are left out
 */
public record Explained(String productId, float score, Map<Reason, Float> parts) {
    public Explained {
        Map<Reason, Float> inOrder = new EnumMap<>(Reason.class);
        parts.forEach((reason, part) -> {
            if (part != 0) {
                inOrder.put(reason, part);
            }
        });
        parts = inOrder;
    }

    /** Everything that places a product; no store can add to it. */
    public enum Reason {
        /** Enough of the words are in its texts. */
        WORDS,
        /** All of them are. */
        ALL_WORDS,
        /** Its model number, or one that differs in its ending only, is. */
        MODEL_NUMBER,
        /** Pieces of a model number are, which tells the next of kin. */
        PIECES,
        /** They stand side by side in its title. */
        SIDE_BY_SIDE,
        /** It, or its brand, is called exactly so. */
        EXACT_NAME,
        /** Its brand is called as words of the question are. */
        BRAND,
        /** A category it is in is called as words of the question are. */
        CATEGORY,
        /** It is in stock somewhere. */
        AVAILABLE,
        /** So many offer it. */
        OFFERS,
        /** It sells well. */
        SALES_RANK
    }
}
