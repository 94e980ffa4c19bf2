package com.truecart.search.query;

import com.truecart.search.analysis.Word;
import com.truecart.search.layout.TextField;
import com.truecart.search.query.Clause.All;
import com.truecart.search.query.Clause.Best;
import com.truecart.search.query.Clause.Has;
import com.truecart.search.query.Clause.Times;
import java.util.List;

/** Where a word is looked for, and what finding it there counts. */
final class WordClauses {

    static final float ALL_WORDS = 4.0f;
    static final float SIDE_BY_SIDE = 1.0f;
    static final float EXACT_NAME = 6.0f;

    private static final float TITLE = 1.0f;
    private static final float BRAND = 1.2f;
    private static final float CATEGORY = 0.5f;
    private static final float IDENTIFIER = 2.0f;

    /**
     * A second field that also has the word adds a little, so that milk in the dairy aisle comes
     * before milk chocolate.
     */
    private static final float OTHER_FIELDS = 0.5f;

    private WordClauses() {}

    /** The word in any field. */
    static Clause anywhere(Word word) {
        return new Best(
                List.of(
                        in(TextField.TITLE, word, TITLE),
                        in(TextField.IDENTIFIER, word, IDENTIFIER),
                        new Times(new Has(TextField.BRAND, word.whole()), BRAND),
                        new Times(new Has(TextField.CATEGORY, word.whole()), CATEGORY)),
                OTHER_FIELDS);
    }

    private static Clause in(TextField field, Word word, float factor) {
        Clause whole = new Has(field, word.whole());
        if (word.parts().isEmpty()) {
            return new Times(whole, factor);
        }
        Clause parts =
                new All(word.parts().stream().<Clause>map(part -> new Has(field, part)).toList());
        return new Times(new Best(List.of(whole, parts), 0), factor);
    }
}
