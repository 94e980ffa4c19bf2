package com.truecart.search.highlight;

import com.truecart.search.analysis.Alternative;
import com.truecart.search.analysis.Places;
import com.truecart.search.analysis.Slips;
import com.truecart.search.analysis.Word;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;

/**
 * Marks in a text what the words of a question found there: each word as it is, all its parts, or
 * another name of it (a synonym, one spelling of a size, Chinese in Latin letters). It reads words
 * as both engines do and asks neither, so what is marked is the same with either.
 */
public final class Highlighter {

    private final List<Word> words;
    private final boolean loosely;

    private Highlighter(List<Word> words, boolean loosely) {
        this.words = words;
        this.loosely = loosely;
    }

    /**
     * For one question.
     *
     * @param loosely whether the products were found only by allowing a wrong letter in each word,
     *     see {@link com.truecart.search.SearchPage#loosely()}
     */
    public static Highlighter of(String question, boolean loosely) {
        return new Highlighter(Word.in(question), loosely);
    }

    /** The text in pieces that give it again when put together; empty for an empty text. */
    public List<Piece> in(String text) {
        if (words.isEmpty() || text.isEmpty()) {
            return text.isEmpty() ? List.of() : List.of(new Piece(text, false));
        }
        Places places = Places.in(text);
        BitSet found = new BitSet(text.length());
        for (Word word : words) {
            if (!mark(word, places, found) && loosely && word.mayBeMistyped()) {
                places.words().stream()
                        .filter(token -> Slips.isOneFrom(word.whole(), token))
                        .forEach(token -> all(places.of(token), found));
            }
        }
        return cut(text, found);
    }

    private static boolean mark(Word word, Places places, BitSet found) {
        boolean isMarked =
                markAll(List.of(word.whole()), places::of, found)
                        || (!word.parts().isEmpty() && markAll(word.parts(), places::of, found));
        for (Alternative other : word.alternatives()) {
            isMarked |=
                    switch (other.kind()) {
                        case SYNONYM, JOINED -> markAll(other.tokens(), places::of, found);
                        case PINYIN -> markAll(other.tokens(), places::ofPinyin, found);
                    };
        }
        return isMarked;
    }

    /** Half a name is not the name: marks either all of the tokens or none. */
    private static boolean markAll(
            List<String> tokens, Function<String, List<Places.Place>> places, BitSet found) {
        if (tokens.stream().anyMatch(token -> places.apply(token).isEmpty())) {
            return false;
        }
        tokens.forEach(token -> all(places.apply(token), found));
        return true;
    }

    private static void all(List<Places.Place> places, BitSet found) {
        places.forEach(place -> found.set(place.start(), place.end()));
    }

    private static List<Piece> cut(String text, BitSet found) {
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            boolean isFound = found.get(from);
            int next = isFound ? found.nextClearBit(from) : found.nextSetBit(from);
            int end = next < 0 ? text.length() : Math.min(next, text.length());
            pieces.add(new Piece(text.substring(from, end), isFound));
            from = end;
        }
        return pieces;
    }
}
