package com.truecart.connector.pricewatch;

import static com.truecart.kit.phrase.Meaning.multiBuy;
import static com.truecart.kit.phrase.Meaning.perUnit;

import com.truecart.kit.phrase.Found;
import com.truecart.kit.phrase.Meaning;
import com.truecart.kit.phrase.Phrase;
import com.truecart.kit.phrase.PhraseBook;
import com.truecart.model.Benefit.BundlePrice;
import com.truecart.model.Benefit.BundleSave;
import com.truecart.model.Benefit.BuyXGetY;
import com.truecart.model.Benefit.BuyXGetY.Pick;
import com.truecart.model.Benefit.NthUnit;
import com.truecart.model.Benefit.NthUnitPrice;
import com.truecart.model.Benefit.PercentOff;
import com.truecart.model.Benefit.QuantityPercent;
import com.truecart.model.Money;
import com.truecart.model.Scope;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * How the nine chains word their promotions. Every shape seen so far, with the reason for its
 * reading, is in the test's shapes.tsv.
 */
final class Phrases {

    private static final long HALF = Money.PPM / 2;

    static final PhraseBook BOOK =
            new PhraseBook(
                    "en",
                    Currency.getInstance("HKD"),
                    List.of(
                            // a fixed price for so many
                            Phrase.of(
                                    "Buy {n} item(s) for ${price}",
                                    f -> multiBuy(new BundlePrice(f.n(), f.price()))),
                            Phrase.of(
                                    "Buy {n} at ${price}",
                                    f -> multiBuy(new BundlePrice(f.n(), f.price()))),
                            Phrase.of(
                                    "Buy {n} for ${price}",
                                    f -> multiBuy(new BundlePrice(f.n(), f.price()))),
                            Phrase.of(
                                    "{n} for ${price}",
                                    f -> multiBuy(new BundlePrice(f.n(), f.price()))),
                            // so much off so many
                            Phrase.of(
                                    "Buy {n} to save ${price}",
                                    f -> multiBuy(new BundleSave(f.n(), f.price()))),
                            Phrase.of(
                                    "Buy {n} to get {percent}% off",
                                    f -> multiBuy(new QuantityPercent(f.n(), f.ratePpm()))),
                            Phrase.of(
                                    "{n} or more {percent}%_off",
                                    f -> multiBuy(new QuantityPercent(f.n(), f.ratePpm()))),
                            // the second one
                            Phrase.of(
                                    "Buy second for ${price}",
                                    f -> multiBuy(new NthUnitPrice(2, f.price()))),
                            Phrase.of(
                                    "2nd item for {percent}% off",
                                    f -> multiBuy(new NthUnit(2, f.ratePpm()))),
                            Phrase.of(
                                    "2nd {percent}% off",
                                    f -> multiBuy(new NthUnit(2, f.ratePpm()))),
                            // "30% for 2nd" may take 30 % or leave 30 %; at a half both are one
                            Phrase.of("50% for 2nd", _ -> multiBuy(new NthUnit(2, HALF))),
                            // some for nothing
                            Phrase.of(
                                    "Buy {n} get {m} free",
                                    f -> multiBuy(free(f.n(), f.m(), Pick.CHEAPEST))),
                            // the cart's count includes the free ones: "add 4, get 1 free" stands
                            // where the
                            // other chains say "buy 3 get 1 free"
                            Phrase.of(
                                    "Add {n} item(s) to cart and get {m} free(free the most expensive one)",
                                    f -> multiBuy(free(f.n() - f.m(), f.m(), Pick.DEAREST))),
                            // off every unit
                            Phrase.of(
                                    "{percent}%_off",
                                    f -> perUnit(new PercentOff(f.ratePpm(), Optional.empty()))),
                            // selections in words: nobody can say which products are in them, so
                            // they are not priced
                            Phrase.of(
                                    "Selected {words} buy {n} get {m} free",
                                    f ->
                                            multiBuy(free(f.n(), f.m(), Pick.CHEAPEST))
                                                    .within(new Scope.Unmodelled(f.words()))),
                            Phrase.of(
                                    "{words}_x{n},{percent}%off",
                                    f ->
                                            multiBuy(new QuantityPercent(f.n(), f.ratePpm()))
                                                    .within(new Scope.Unmodelled(f.words()))),
                            Phrase.of(
                                    "Purchase 1 pc of {words}, can enjoy {percent}% off.",
                                    f ->
                                            perUnit(new PercentOff(f.ratePpm(), Optional.empty()))
                                                    .within(new Scope.Unmodelled(f.words()))),
                            Phrase.of(
                                    "Purchase {n} pc of {words}, enjoy {percent}% off.",
                                    Phrases::purchaseOfSelection),
                            Phrase.of(
                                    "Purchase {n} pcs of {words}, enjoy {percent}% off.",
                                    Phrases::purchaseOfSelection)));

    private Phrases() {}

    private static Meaning purchaseOfSelection(Found f) {
        return multiBuy(new QuantityPercent(f.n(), f.ratePpm()))
                .within(new Scope.Unmodelled(f.words()));
    }

    private static BuyXGetY free(int buy, int get, Pick pick) {
        return new BuyXGetY(buy, get, Money.PPM, pick);
    }
}
