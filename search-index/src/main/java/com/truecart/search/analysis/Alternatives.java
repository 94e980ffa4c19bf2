package com.truecart.search.analysis;

import com.truecart.search.analysis.Alternative.Kind;
import java.util.ArrayList;
import java.util.List;

/** Finds what else the words of a query may stand in a product as. */
final class Alternatives {

    private static final float JOINED = 1.0f;
    private static final float SYNONYM = 0.8f;
    private static final float PINYIN = 0.6f;

    /** Engines take about a thousand conditions in one question. */
    private static final int MOST_TOKENS = 40;

    private final List<Word> words;
    private final List<List<Alternative>> found = new ArrayList<>();
    private int tokensLeft = MOST_TOKENS;

    private Alternatives(List<Word> words) {
        this.words = words;
        words.forEach(_ -> found.add(new ArrayList<>()));
    }

    static List<Word> added(List<Word> words) {
        Alternatives all = new Alternatives(words);
        for (Synonyms.Match match : Synonyms.SHIPPED.in(words)) {
            all.add(match.from(), match.to(), Kind.SYNONYM, match.tokens(), SYNONYM);
        }
        for (Pinyin.Match match : Pinyin.in(words)) {
            all.add(match.word(), match.word() + 1, Kind.PINYIN, match.tokens(), PINYIN);
        }
        for (Forms.Joined joined : Forms.joined(words)) {
            all.add(joined.from(), joined.to(), Kind.JOINED, List.of(joined.text()), JOINED);
        }
        return all.words();
    }

    /** What several words are together is worth its weight once, not to each of them. */
    private void add(int from, int to, Kind kind, List<String> tokens, float weight) {
        int more = tokens.size() * (to - from);
        if (tokensLeft < more) {
            return;
        }
        tokensLeft -= more;
        Alternative alternative = new Alternative(kind, tokens, weight / (to - from));
        for (int i = from; i < to; i++) {
            found.get(i).add(alternative);
        }
    }

    private List<Word> words() {
        List<Word> all = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            all.add(new Word(word.whole(), word.parts(), word.isSize(), found.get(i)));
        }
        return all;
    }
}
