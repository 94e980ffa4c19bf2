package com.truecart.search.query;

import com.truecart.search.analysis.Alternative;
import com.truecart.search.analysis.Word;
import com.truecart.search.layout.TextField;
import com.truecart.search.query.Clause.All;
import com.truecart.search.query.Clause.Begins;
import com.truecart.search.query.Clause.Best;
import com.truecart.search.query.Clause.Has;
import com.truecart.search.query.Clause.HasLike;
import com.truecart.search.query.Clause.Times;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Where a word is looked for, and what finding it there counts. */
final class WordClauses {

    static final float ALL_WORDS = 5.0f;
    static final float SIDE_BY_SIDE = 1.0f;
    static final float EXACT_NAME = 6.0f;
    static final float BRAND_NAMED = 3.0f;
    static final float CATEGORY_NAMED = 3.0f;

    private static final float TITLE = 1.0f;
    private static final float BRAND = 1.2f;
    private static final float CATEGORY = 0.5f;
    private static final float IDENTIFIER = 2.0f;

    /** All pieces of a word somewhere in the title are less than the word. */
    private static final float PARTS = 0.7f;

    /** A piece of a model number, for telling its kin apart. */
    private static final float PIECE = 0.8f;

    /** Numbers tell products apart; other words often say what all of a kind are. */
    private static final float NUMBERED = 1.3f;

    /** Of the model number that is worth most, beside what its word is worth. */
    private static final float MODEL_NUMBER = 1.0f;

    /** Another model number that goes on where this one ends: HMT84M421B for HMT84M421. */
    private static final float LONGER = 4.0f;

    /** One that lacks the letters this one ends with. */
    private static final float SHORTER = 0.5f;

    private static final int MOST_LETTERS_LESS = 4;
    private static final int SHORTEST_KIN = 5;
    private static final int DIGITS_OF_KIN = 3;

    /**
     * A second field that also has the word adds a little, so that milk in the dairy aisle comes
     * before milk chocolate.
     */
    private static final float OTHER_FIELDS = 0.5f;

    /** A second spelling of the same word says nothing more. */
    private static final float OTHER_SPELLINGS = 0;

    private WordClauses() {}

    /** The word in any field, in any of its spellings. */
    static Clause anywhere(Word word) {
        List<Clause> spellings = new ArrayList<>();
        spellings.add(
                new Best(
                        List.of(
                                in(TextField.TITLE, word, TITLE),
                                in(TextField.IDENTIFIER, word, IDENTIFIER),
                                new Times(new Has(TextField.BRAND, word.whole()), BRAND),
                                new Times(new Has(TextField.CATEGORY, word.whole()), CATEGORY)),
                        OTHER_FIELDS));
        spellings.add(new Has(TextField.FORMS, word.whole()));
        for (Alternative alternative : word.alternatives()) {
            spellings.add(new Times(of(alternative), alternative.weight()));
        }
        Clause any = new Best(spellings, OTHER_SPELLINGS);
        return !word.isSize() && digits(word.whole()) > 0 ? new Times(any, NUMBERED) : any;
    }

    /** The same, or a word of the title or the brand that differs in one letter. */
    static Clause anywhereOrMistyped(Word word) {
        return word.mayBeMistyped()
                ? new Best(
                        List.of(
                                anywhere(word),
                                new HasLike(TextField.TITLE, word.whole()),
                                new HasLike(TextField.BRAND, word.whole())),
                        OTHER_SPELLINGS)
                : anywhere(word);
    }

    /** The word, or one that begins so. */
    static Clause begun(Word word) {
        return new Best(
                List.of(
                        anywhere(word),
                        new Begins(TextField.BRAND, word.whole()),
                        new Begins(TextField.TITLE, word.whole()),
                        new Begins(TextField.IDENTIFIER, word.whole())),
                OTHER_FIELDS);
    }

    /** A model number, however its pieces are written. */
    static Clause modelNumber(String number) {
        return new Best(
                List.of(new Has(TextField.TITLE, number), new Has(TextField.FORMS, number)), 0);
    }

    /**
     * The model number or one that differs in its ending only, which stores write as they please;
     * none where there are too few digits to tell a model from its kin.
     */
    static List<Clause> modelOrKin(String number) {
        if (digits(number) < DIGITS_OF_KIN) {
            return List.of();
        }
        List<Clause> any = new ArrayList<>();
        any.add(new Times(modelNumber(number), MODEL_NUMBER));
        if (number.length() >= SHORTEST_KIN) {
            any.add(new Times(new Begins(TextField.TITLE, number), LONGER));
        }
        for (String shorter : withoutLastLetters(number)) {
            any.add(new Times(modelNumber(shorter), SHORTER));
        }
        return any;
    }

    private static List<String> withoutLastLetters(String number) {
        List<String> shorter = new ArrayList<>();
        int end = number.length();
        while (end > SHORTEST_KIN
                && number.length() - end < MOST_LETTERS_LESS
                && !isDigit(number.charAt(end - 1))) {
            end--;
            shorter.add(number.substring(0, end));
        }
        return shorter;
    }

    private static long digits(String text) {
        return text.chars().filter(WordClauses::isDigit).count();
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    /** What a word that is no size splits into, each in the title. */
    static List<Clause> pieces(Word word) {
        return word.isSize()
                ? List.of()
                : word.parts().stream()
                        .<Clause>map(part -> new Times(new Has(TextField.TITLE, part), PIECE))
                        .toList();
    }

    private static Clause of(Alternative alternative) {
        return switch (alternative.kind()) {
            case SYNONYM ->
                    all(
                            alternative.tokens(),
                            token ->
                                    new Best(
                                            List.of(
                                                    new Has(TextField.TITLE, token),
                                                    new Has(TextField.BRAND, token),
                                                    new Times(
                                                            new Has(TextField.CATEGORY, token),
                                                            CATEGORY)),
                                            0));
            case JOINED -> all(alternative.tokens(), WordClauses::modelNumber);
            case PINYIN -> all(alternative.tokens(), token -> new Has(TextField.PINYIN, token));
        };
    }

    private static Clause in(TextField field, Word word, float factor) {
        Clause whole = new Has(field, word.whole());
        if (word.parts().isEmpty()) {
            return new Times(whole, factor);
        }
        Clause parts = all(word.parts(), part -> new Has(field, part));
        return new Times(new Best(List.of(whole, new Times(parts, PARTS)), 0), factor);
    }

    private static Clause all(List<String> tokens, Function<String, Clause> each) {
        return tokens.size() == 1
                ? each.apply(tokens.getFirst())
                : new All(tokens.stream().map(each).toList());
    }
}
