package com.truecart.search.lucene;

import com.truecart.search.query.Clause;
import com.truecart.search.query.Question;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** Turns a question into Lucene's queries. */
final class Queries {

    private static final Query PRODUCTS = new TermQuery(new Term(Fields.KIND, Fields.PRODUCT));

    private Queries() {}

    /** The products a question finds, scored by its words alone. */
    static Query of(Question question) {
        return switch (question) {
            case Question.Everything _ -> new ConstantScoreQuery(PRODUCTS);
            case Question.Nothing _ -> new MatchNoDocsQuery("no word in the text");
            case Question.Words words -> {
                BooleanQuery.Builder query =
                        new BooleanQuery.Builder().add(of(words.required().clause()), Occur.MUST);
                words.better().forEach(reason -> query.add(of(reason.clause()), Occur.SHOULD));
                yield query.build();
            }
        };
    }

    /** One condition. */
    static Query of(Clause clause) {
        return switch (clause) {
            case Clause.Has has -> new TermQuery(new Term(has.field().inIndex(), has.token()));
            case Clause.HasAny any ->
                    new TermInSetQuery(
                            any.field().inIndex(),
                            any.tokens().stream().map(BytesRef::new).toList());
            case Clause.HasLike like ->
                    new FuzzyQuery(
                            new Term(like.field().inIndex(), like.token()),
                            1,
                            1,
                            FuzzyQuery.defaultMaxExpansions,
                            true,
                            MultiTermQuery.CONSTANT_SCORE_REWRITE);
            case Clause.Begins begins ->
                    new PrefixQuery(
                            new Term(begins.field().inIndex(), begins.start()),
                            MultiTermQuery.CONSTANT_SCORE_REWRITE);
            case Clause.Near near -> {
                PhraseQuery.Builder phrase = new PhraseQuery.Builder().setSlop(Clause.Near.SLOP);
                near.tokens().forEach(token -> phrase.add(new Term(near.field().inIndex(), token)));
                yield phrase.build();
            }
            case Clause.All all -> {
                BooleanQuery.Builder query = new BooleanQuery.Builder();
                all.of().forEach(each -> query.add(of(each), Occur.MUST));
                yield query.build();
            }
            case Clause.AtLeast atLeast -> {
                BooleanQuery.Builder query =
                        new BooleanQuery.Builder().setMinimumNumberShouldMatch(atLeast.needed());
                atLeast.of().forEach(each -> query.add(of(each), Occur.SHOULD));
                yield query.build();
            }
            case Clause.Best best -> {
                List<Query> each = best.of().stream().map(Queries::of).toList();
                yield new DisjunctionMaxQuery(each, best.others());
            }
            case Clause.Times times -> new BoostQuery(of(times.of()), times.factor());
            case Clause.Worth worth ->
                    new BoostQuery(new ConstantScoreQuery(of(worth.of())), worth.score());
        };
    }
}
