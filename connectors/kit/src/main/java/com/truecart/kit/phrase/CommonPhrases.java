package com.truecart.kit.phrase;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/** The books of the phrases many shops use. */
public final class CommonPhrases {

    private CommonPhrases() {}

    /**
     * All of them; a shop of one language may well print another.
     *
     * @param language of the texts, a BCP 47 tag; it names their labels and hides no phrase
     * @param currency of their amounts
     */
    public static PhraseBook book(String language, Currency currency) {
        List<Phrase> all = new ArrayList<>(EnglishPhrases.ALL);
        all.addAll(ChinesePhrases.ALL);
        return new PhraseBook(language, currency, all);
    }
}
