package com.truecart.search.query;

import com.truecart.search.analysis.Word;
import com.truecart.search.layout.TextField;
import com.truecart.search.query.Clause.All;
import com.truecart.search.query.Clause.AtLeast;
import com.truecart.search.query.Clause.Has;
import com.truecart.search.query.Clause.Near;
import com.truecart.search.query.Clause.Times;
import com.truecart.search.query.Clause.Worth;
import java.util.ArrayList;
import java.util.List;

/** What a text asks for. */
public sealed interface Question {

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
    record Words(Reason required, List<Reason> better) implements Question {
        public Words {
            better = List.copyOf(better);
        }
    }

    /** A condition with the name it is explained by. */
    record Reason(Kind kind, Clause clause) {}

    /** Why words find a product. */
    enum Kind {
        /** Enough of the words are in its texts. */
        WORDS,
        /** All of them are. */
        ALL_WORDS,
        /** They stand side by side in its title. */
        SIDE_BY_SIDE,
        /** It, or its brand, is called exactly so. */
        EXACT_NAME
    }

    /**
     * Reads a text. One or two words must all be there, of more about a quarter may be missing;
     * having all of them, side by side, or being called exactly so counts extra.
     */
    static Question of(String text) {
        if (text.isBlank()) {
            return new Everything();
        }
        List<Word> words = Word.in(text);
        if (words.isEmpty()) {
            return new Nothing();
        }
        List<Clause> each = words.stream().map(WordClauses::anywhere).toList();
        int needed =
                words.size() <= 2 ? words.size() : words.size() - Math.max(1, words.size() / 4);
        List<Reason> better = new ArrayList<>();
        better.add(new Reason(Kind.ALL_WORDS, new Worth(new All(each), WordClauses.ALL_WORDS)));
        if (words.size() > 1) {
            better.add(
                    new Reason(
                            Kind.SIDE_BY_SIDE,
                            new Times(
                                    new Near(
                                            TextField.PHRASE,
                                            words.stream().map(Word::whole).toList()),
                                    WordClauses.SIDE_BY_SIDE)));
        }
        better.add(
                new Reason(
                        Kind.EXACT_NAME,
                        new Worth(
                                new Has(TextField.NAME, Word.normal(text)),
                                WordClauses.EXACT_NAME)));
        return new Words(new Reason(Kind.WORDS, new AtLeast(needed, each)), better);
    }
}
