package com.truecart.kit.phrase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.truecart.model.Benefit;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.model.Scope;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhraseBookTest {
    private static final Money TWELVE = Money.of(1200, "HKD");

    private static final Subject P1 = new Subject("P1", TWELVE);

    private static final PhraseBook BOOK =
            new PhraseBook(
                    "en",
                    Currency.getInstance("HKD"),
                    List.of(
                            Phrase.of(
                                    "Buy {n} at ${price}",
                                    f ->
                                            Meaning.multiBuy(
                                                    new Benefit.BundlePrice(f.n(), f.price()))),
                            Phrase.of(
                                    "Buy {n} to save ${price}",
                                    f ->
                                            Meaning.multiBuy(
                                                    new Benefit.BundleSave(f.n(), f.price()))),
                            Phrase.of(
                                    "Second for ${price}",
                                    f -> Meaning.multiBuy(new Benefit.NthUnitPrice(2, f.price()))),
                            Phrase.of(
                                    "{percent}%_off",
                                    f ->
                                            Meaning.perUnit(
                                                    new Benefit.PercentOff(
                                                            f.ratePpm(), Optional.empty()))),
                            Phrase.of(
                                    "Selected {words} x{n},{percent}% off",
                                    f ->
                                            Meaning.multiBuy(
                                                            new Benefit.QuantityPercent(
                                                                    f.n(), f.ratePpm()))
                                                    .within(new Scope.Unmodelled(f.words())))));

    @Test
    void aTextIsReadWhateverItsCaseAndSpacing() {
        assertThat(benefits("BUY  2 at $20.00"))
                .containsExactly(new Benefit.BundlePrice(2, Money.of(2000, "HKD")));
        assertThat(benefits("12.5%Off"))
                .containsExactly(new Benefit.PercentOff(125_000, Optional.empty()));
    }

    @Test
    void textsBetweenSlashesAreSeveralPromotionsAndALastSlashIsNone() {
        assertThat(benefits("Buy 2 at $20.00 / 10% off / "))
                .containsExactly(
                        new Benefit.BundlePrice(2, Money.of(2000, "HKD")),
                        new Benefit.PercentOff(100_000, Optional.empty()));
        assertThat(benefits("10% off /")).hasSize(1);
        assertThat(benefits("10% off / 10% OFF / 10% off")).hasSize(2);
        assertThat(benefits("  ")).isEmpty();
    }

    @Test
    void aSelectionInWordsIsKnownButNotPriced() {
        Promotion promotion = BOOK.read(P1, "Selected skin care x2,25% off").getFirst();
        assertThat(promotion.scope()).isEqualTo(new Scope.Unmodelled("skin care"));
        assertThat(promotion.isModelled()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Buy 2 at $33.00",
                "Buy 2 to save $24.00",
                "Second for $12.01",
                "100% off",
                "0% off",
                "110% off",
                "Buy 1 at $5.00",
                "Buy 2 at $0.00"
            })
    void numbersThatCannotBeMeantAreShownAndNeverPriced(String text) {
        assertThat(benefits(text)).containsExactly(new Benefit.Unmodelled(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Buy 2 at $20.00 on weekends",
                "Members: buy 2 at $20.00",
                "Buy 2 at $20.005",
                "Buy two at $20.00",
                "Buy 2 at 20.00",
                "10% off, max $5"
            })
    void halfAnUnderstandingIsNone(String text) {
        assertThat(benefits(text)).containsExactly(new Benefit.Unmodelled(text));
    }

    @Test
    void theSameTextOnTheSameOfferKeepsItsRefAndOthersHaveOthers() {
        String ref = BOOK.read(P1, "10% off").getFirst().ref();
        assertThat(BOOK.read(P1, "Buy 2 at $20.00 / 10%  off").getLast().ref()).isEqualTo(ref);
        assertThat(BOOK.read(new Subject("P2", TWELVE), "10% off").getFirst().ref())
                .isNotEqualTo(ref);
        assertThat(BOOK.read(P1, "11% off").getFirst().ref()).isNotEqualTo(ref);
    }

    @ParameterizedTest
    @ValueSource(strings = {"全场满300减50", "全场8折", "全场包邮"})
    void aTextOnTheWholeStoreIsOnePromotionOnHoweverManyOffersItStands(String text) {
        PhraseBook book = CommonPhrases.book("zh", Currency.getInstance("HKD"));
        Subject tea = new Subject("tea", Money.of(20000, "HKD"));
        Subject rice = new Subject("rice", Money.of(30000, "HKD"));
        assertThat(book.read(tea, text)).isEqualTo(book.read(rice, text));
        assertThat(book.read(tea, "满300减50")).isNotEqualTo(book.read(rice, "满300减50"));
    }

    @Test
    void aWordingWithAnUnknownPlaceholderIsRefusedAtOnce() {
        assertThatThrownBy(() ->
                        Phrase.of("{x} off", _ -> Meaning.perUnit(new Benefit.Unmodelled(""))))
                .hasMessage("no such placeholder: {x} in \"{x} off\"");
    }

    private static List<Benefit> benefits(String text) {
        return BOOK.read(P1, text).stream().map(Promotion::benefit).toList();
    }
}
