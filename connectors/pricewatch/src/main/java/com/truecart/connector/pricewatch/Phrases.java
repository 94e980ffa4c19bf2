package com.truecart.connector.pricewatch;

import static com.truecart.kit.phrase.Meaning.multiBuy;
import static com.truecart.kit.phrase.Meaning.perUnit;

import com.truecart.kit.phrase.EnglishPhrases;
import com.truecart.kit.phrase.Found;
import com.truecart.kit.phrase.Meaning;
import com.truecart.kit.phrase.Phrase;
import com.truecart.kit.phrase.PhraseBook;
import com.truecart.model.Benefit.BuyXGetY;
import com.truecart.model.Benefit.BuyXGetY.Pick;
import com.truecart.model.Benefit.PercentOff;
import com.truecart.model.Benefit.QuantityPercent;
import com.truecart.model.Money;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * How the nine chains word their promotions: as others do in English, and selections of products in
 * ways of their own. Every shape seen so far, with the reason for its reading, is in the test's
 * shapes.tsv.
 *
 * <p>Nobody can say which products are in a selection, so it is not priced; except that one in the
 * name of the very product it stands on has that product in it.
 */
final class Phrases {

    static final PhraseBook BOOK =
            new PhraseBook("en", Currency.getInstance("HKD"), EnglishPhrases.ALL)
                    .and(
                            List.of(
                                    Phrase.of(
                                            "Selected {selection} buy {n} get {m} free",
                                            f ->
                                                    multiBuy(
                                                                    new BuyXGetY(
                                                                            f.n(),
                                                                            f.m(),
                                                                            Money.PPM,
                                                                            Pick.CHEAPEST))
                                                            .within(f.selection())),
                                    Phrase.of("{selection}_x{n},{percent}%off", Phrases::fromUnits),
                                    Phrase.of(
                                            "Purchase 1 pc of {selection}, can enjoy {percent}% off.",
                                            f ->
                                                    perUnit(
                                                                    new PercentOff(
                                                                            f.ratePpm(),
                                                                            Optional.empty()))
                                                            .within(f.selection())),
                                    Phrase.of(
                                            "Purchase {n} [pc|pcs] of {selection}, enjoy {percent}% off.",
                                            Phrases::fromUnits)));

    private Phrases() {}

    private static Meaning fromUnits(Found f) {
        return multiBuy(new QuantityPercent(f.n(), f.ratePpm())).within(f.selection());
    }
}
