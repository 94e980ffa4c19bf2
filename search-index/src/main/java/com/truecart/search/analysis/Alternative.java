package com.truecart.search.analysis;

import java.util.List;

/**
 * Something else a word of a query may stand in a product as: it is there where all of the tokens
 * are.
 *
 * @param kind where the tokens are looked for
 * @param tokens at least one
 * @param weight what finding it is worth beside finding the word itself, in (0, 1]
 */
public record Alternative(Kind kind, List<String> tokens, float weight) {

    /** Where tokens are looked for. */
    public enum Kind {
        /** Another word for it, looked for wherever words are: "tissue" for 紙巾. */
        SYNONYM,
        /**
         * The word joined to those beside it, looked for in titles and among {@link
         * Forms#of(String)}: "wh1000xm4" for WH-1000XM4.
         */
        JOINED,
        /** Chinese spelt in Latin letters, looked for among {@link Pinyin#of(String)}. */
        PINYIN
    }

    public Alternative {
        tokens = List.copyOf(tokens);
        if (tokens.isEmpty() || !(weight > 0 && weight <= 1)) {
            throw new IllegalArgumentException("tokens " + tokens + ", weight " + weight);
        }
    }
}
