package com.truecart.search.query;

import com.truecart.search.Explained.Reason;
import com.truecart.search.analysis.Alternative;
import com.truecart.search.analysis.Word;
import com.truecart.search.layout.TextField;
import com.truecart.search.query.Clause.All;
import com.truecart.search.query.Clause.AtLeast;
import com.truecart.search.query.Clause.Best;
import com.truecart.search.query.Clause.Has;
import com.truecart.search.query.Clause.HasAny;
import com.truecart.search.query.Clause.Near;
import com.truecart.search.query.Clause.Times;
import com.truecart.search.query.Clause.Worth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.stream.Stream;

/** What a text asks for. */
public sealed interface Question {

    /** Of more words, having all of them is no news: the rest of the score says so. */
    int FEW_WORDS = 8;

    /**
     * Names of brands and categories that are recognised in a question have so many words, or one
     * Chinese character more.
     */
    int LONGEST_NAME = 7;

    /** So many pieces of words count. */
    int MOST_PIECES = 20;

    /** So many model numbers are enough by themselves. */
    int MOST_NUMBERS = 10;

    /** Of so many, those that differ in their ending are looked for, too. */
    int MOST_WITH_KIN = 5;

    /** Nothing was typed: every product. */
    record Everything() implements Question {}

    /** Something was typed that has no word in it: no product. */
    record Nothing() implements Question {}

    /**
     * Words were typed.
     *
     * @param required products that do not meet it are not found
     * @param better what raises the score of those that do
     */
    record Words(Condition required, List<Condition> better) implements Question {
        public Words {
            better = List.copyOf(better);
        }

        /** All of them, the required one first. */
        public List<Condition> all() {
            return Stream.concat(Stream.of(required), better.stream()).toList();
        }
    }

    /** A condition with the name it is explained by. */
    record Condition(Reason reason, Clause clause) {}

    /**
     * Reads a text as it is typed; engines ask {@link #secondChance} where no product meets it. One
     * or two words must all be there, of up to five one may be missing, of more less than half are
     * enough: so many are a name copied from somewhere, which each store words differently. A model
     * number is enough by itself, and so is one that differs in its ending only. Having all words,
     * having them side by side, or being called exactly so counts extra.
     */
    static Question of(String text) {
        return of(text, WordClauses::anywhere, false);
    }

    /**
     * Reads a text somebody is still typing: all its words must be there, and the last need only
     * have begun.
     */
    static Question begun(String text) {
        if (text.isBlank()) {
            return new Nothing();
        }
        List<Word> words = Word.in(text);
        if (words.isEmpty()) {
            return new Nothing();
        }
        List<Clause> each =
                new ArrayList<>(
                        words.subList(0, words.size() - 1).stream()
                                .map(WordClauses::anywhere)
                                .toList());
        each.add(WordClauses.begun(words.getLast()));
        return new Words(new Condition(Reason.WORDS, new All(each)), List.of());
    }

    /**
     * Reads the name of a product as a description of its like: a third of the words are enough,
     * since what tells two of a kind apart (the brand, the size, the flavour) is most of a name.
     */
    static Question alike(String name) {
        List<Word> words = Word.in(name);
        if (words.isEmpty()) {
            return new Nothing();
        }
        Clause shared =
                new AtLeast(
                        Math.max(1, words.size() / 3),
                        words.stream().map(WordClauses::anywhere).toList());
        return new Words(new Condition(Reason.WORDS, shared), List.of());
    }

    /**
     * Reads a text less strictly: in words of letters one of them may be wrong, and a model number
     * may be missing where something else is there, so that its kin are shown. To be asked only
     * where no product at all meets the first reading, whatever the filters: milk is not meant to
     * find mild.
     */
    static Question secondChance(String text) {
        return of(text, WordClauses::anywhereOrMistyped, true);
    }

    private static Question of(String text, Function<Word, Clause> clause, boolean isKin) {
        if (text.isBlank()) {
            return new Everything();
        }
        List<Word> words = Word.in(text);
        if (words.isEmpty()) {
            return new Nothing();
        }
        List<Clause> each = words.stream().map(clause).toList();
        List<Condition> better = new ArrayList<>();
        List<Clause> pieces =
                words.stream()
                        .flatMap(word -> WordClauses.pieces(word).stream())
                        .limit(MOST_PIECES)
                        .toList();
        if (!pieces.isEmpty()) {
            better.add(new Condition(Reason.PIECES, new AtLeast(1, pieces)));
        }
        List<Clause> numbers = modelsAndKin(words);
        if (!numbers.isEmpty()) {
            better.add(new Condition(Reason.MODEL_NUMBER, new Best(numbers, 0)));
        }
        if (words.size() <= FEW_WORDS) {
            better.add(
                    new Condition(
                            Reason.ALL_WORDS, new Worth(new All(each), WordClauses.ALL_WORDS)));
        }
        if (words.size() > 1) {
            better.add(
                    new Condition(
                            Reason.SIDE_BY_SIDE,
                            new Times(
                                    new Near(
                                            TextField.PHRASE,
                                            words.stream().map(Word::whole).toList()),
                                    WordClauses.SIDE_BY_SIDE)));
        }
        better.add(
                new Condition(
                        Reason.EXACT_NAME,
                        new Worth(
                                new Has(TextField.NAME, Word.normal(text)),
                                WordClauses.EXACT_NAME)));
        better.add(named(Reason.BRAND, TextField.BRAND_NAME, words, WordClauses.BRAND_NAMED));
        better.add(
                named(Reason.CATEGORY, TextField.CATEGORY_NAME, words, WordClauses.CATEGORY_NAMED));
        return new Words(new Condition(Reason.WORDS, enough(words, each, isKin)), better);
    }

    /**
     * Words that stand side by side, or another name for them, are the whole name of something;
     * which names there are, the index knows. Of a long question only the beginning is looked at.
     */
    private static Condition named(Reason reason, TextField field, List<Word> words, float worth) {
        return new Condition(reason, new Worth(new HasAny(field, names(words)), worth));
    }

    private static Set<String> names(List<Word> words) {
        List<Word> first = words.subList(0, Math.min(words.size(), FEW_WORDS));
        Set<String> names = new HashSet<>();
        for (int from = 0; from < first.size(); from++) {
            StringJoiner name = new StringJoiner(" ");
            for (Word word : first.subList(from, Math.min(first.size(), from + LONGEST_NAME))) {
                names.add(name.add(word.whole()).toString());
            }
            first.get(from).alternatives().stream()
                    .filter(other -> other.kind() == Alternative.Kind.SYNONYM)
                    .forEach(other -> names.add(String.join(" ", other.tokens())));
        }
        return names;
    }

    private static Clause enough(List<Word> words, List<Clause> each, boolean isKin) {
        boolean isNumbered =
                words.stream().anyMatch(word -> word.modelNumbers().contains(word.whole()));
        int needed = needed(each.size()) - (isKin && isNumbered ? 1 : 0);
        Clause enough = new AtLeast(Math.max(1, needed), each);
        List<Clause> numbers =
                words.stream()
                        .flatMap(word -> word.modelNumbers().stream())
                        .distinct()
                        .limit(MOST_NUMBERS)
                        .map(WordClauses::modelNumber)
                        .toList();
        if (numbers.isEmpty()) {
            return enough;
        }
        Clause enoughOrNumber =
                new AtLeast(
                        1,
                        Stream.of(List.of(enough), numbers, modelsAndKin(words))
                                .flatMap(List::stream)
                                .toList());
        return new All(List.of(new AtLeast(1, each), new Worth(enoughOrNumber, 0)));
    }

    private static List<Clause> modelsAndKin(List<Word> words) {
        return words.stream()
                .flatMap(word -> word.modelNumbers().stream())
                .distinct()
                .map(WordClauses::modelOrKin)
                .filter(any -> !any.isEmpty())
                .limit(MOST_WITH_KIN)
                .flatMap(List::stream)
                .toList();
    }

    private static int needed(int words) {
        if (words <= 2) {
            return words;
        }
        return words <= 5 ? words - 1 : Math.max(3, words * 2 / 5);
    }
}
