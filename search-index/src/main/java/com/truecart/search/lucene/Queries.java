package com.truecart.search.lucene;

import com.truecart.model.Money;
import com.truecart.search.Facets;
import com.truecart.search.Filters;
import com.truecart.search.Sort;
import com.truecart.search.analysis.Word;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.join.BitSetProducer;
import org.apache.lucene.search.join.QueryBitSetProducer;
import org.apache.lucene.search.join.ScoreMode;
import org.apache.lucene.search.join.ToChildBlockJoinQuery;
import org.apache.lucene.search.join.ToParentBlockJoinQuery;
import org.apache.lucene.search.join.ToParentBlockJoinSortField;
import org.apache.lucene.util.BytesRef;

/** Turns a question into Lucene's queries. */
final class Queries {

    private static final Query PRODUCTS = new TermQuery(new Term(Fields.KIND, Fields.PRODUCT));

    /** Where products end the blocks of their offers; cached by segment. */
    static final BitSetProducer PRODUCT_BITS = new QueryBitSetProducer(PRODUCTS);

    private static final float TITLE = 1.0f;
    private static final float BRAND = 1.2f;
    private static final float CATEGORY = 0.5f;
    private static final float IDENTIFIER = 2.0f;

    /**
     * A second field that also has the word adds a little, so that milk in the dairy aisle comes
     * before milk chocolate.
     */
    private static final float OTHER_FIELDS = 0.5f;

    private static final float ALL_WORDS = 4.0f;
    private static final float SIDE_BY_SIDE = 1.0f;
    private static final float EXACT_NAME = 6.0f;

    private Queries() {}

    /** Products that match the words and the filters, where some offer fulfils {@code offers}. */
    static Query products(Query words, Filters filters, Query offers) {
        return about(words, filters)
                .add(new ToParentBlockJoinQuery(offers, PRODUCT_BITS, ScoreMode.None), Occur.FILTER)
                .build();
    }

    /**
     * The offers that fulfil {@code offers} of products that match the words and the filters on
     * products.
     */
    static Query offersOf(Query words, Filters filters, Query offers) {
        return new BooleanQuery.Builder()
                .add(offers, Occur.FILTER)
                .add(
                        new ToChildBlockJoinQuery(about(words, filters).build(), PRODUCT_BITS),
                        Occur.FILTER)
                .build();
    }

    private static BooleanQuery.Builder about(Query words, Filters filters) {
        BooleanQuery.Builder query =
                new BooleanQuery.Builder().add(words, Occur.MUST).add(PRODUCTS, Occur.FILTER);
        anyOf(
                query,
                Fields.BRAND_VALUE,
                filters.brands().stream().map(Facets::brandKey).distinct().toList());
        anyOf(query, Fields.CATEGORY_VALUE, filters.categories());
        return query;
    }

    /** Offers that fulfil all filters on offers at once. */
    static Query offers(Filters filters) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        query.add(new TermQuery(new Term(Fields.KIND, Fields.OFFER)), Occur.FILTER);
        anyOf(query, Fields.STORE, filters.stores());
        filters.currency()
                .ifPresent(currency ->
                        anyOf(query, Fields.CURRENCY, List.of(currency.getCurrencyCode())));
        if (filters.minPrice().isPresent() || filters.maxPrice().isPresent()) {
            query.add(
                    LongField.newRangeQuery(
                            Fields.PRICE,
                            filters.minPrice().map(Money::minor).orElse(Long.MIN_VALUE),
                            filters.maxPrice().map(Money::minor).orElse(Long.MAX_VALUE)),
                    Occur.FILTER);
        }
        if (filters.inStock()) {
            anyOf(query, Fields.IN_STOCK, List.of(Fields.YES));
        }
        if (filters.hasPromotion()) {
            anyOf(query, Fields.PROMOTION, List.of(Fields.YES));
        }
        return query.build();
    }

    private static void anyOf(BooleanQuery.Builder query, String field, Collection<String> values) {
        if (!values.isEmpty()) {
            query.add(
                    new TermInSetQuery(field, values.stream().map(BytesRef::new).toList()),
                    Occur.FILTER);
        }
    }

    /**
     * Products the words are found in. One or two words must all be there, of more about a quarter
     * may be missing; having all of them, side by side, or being called exactly so counts extra.
     */
    static Query words(String text) {
        if (text.isBlank()) {
            return new ConstantScoreQuery(PRODUCTS);
        }
        List<Word> words = Word.in(text);
        if (words.isEmpty()) {
            return new MatchNoDocsQuery("no word in the text");
        }
        BooleanQuery.Builder enough = new BooleanQuery.Builder();
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        PhraseQuery.Builder sideBySide = new PhraseQuery.Builder().setSlop(1);
        for (Word word : words) {
            Query anywhere = anywhere(word);
            enough.add(anywhere, Occur.SHOULD);
            all.add(anywhere, Occur.FILTER);
            sideBySide.add(new Term(Fields.TITLE, word.whole()));
        }
        int required =
                words.size() <= 2 ? words.size() : words.size() - Math.max(1, words.size() / 4);
        enough.setMinimumNumberShouldMatch(required);
        Query exact = new TermQuery(new Term(Fields.NAME, Word.normal(text)));
        return new BooleanQuery.Builder()
                .add(enough.build(), Occur.MUST)
                .add(boosted(all.build(), ALL_WORDS), Occur.SHOULD)
                .add(new BoostQuery(sideBySide.build(), SIDE_BY_SIDE), Occur.SHOULD)
                .add(boosted(exact, EXACT_NAME), Occur.SHOULD)
                .build();
    }

    private static Query boosted(Query query, float boost) {
        return new BoostQuery(new ConstantScoreQuery(query), boost);
    }

    private static Query anywhere(Word word) {
        List<Query> fields = new ArrayList<>();
        fields.add(in(Fields.TITLE, word, TITLE));
        fields.add(in(Fields.IDENTIFIER, word, IDENTIFIER));
        fields.add(new BoostQuery(new TermQuery(new Term(Fields.BRAND, word.whole())), BRAND));
        fields.add(
                new BoostQuery(new TermQuery(new Term(Fields.CATEGORY, word.whole())), CATEGORY));
        return new DisjunctionMaxQuery(fields, OTHER_FIELDS);
    }

    private static Query in(String field, Word word, float boost) {
        Query whole = new TermQuery(new Term(field, word.whole()));
        if (word.parts().isEmpty()) {
            return new BoostQuery(whole, boost);
        }
        BooleanQuery.Builder parts = new BooleanQuery.Builder();
        word.parts().forEach(part -> parts.add(new TermQuery(new Term(field, part)), Occur.MUST));
        return new BoostQuery(new DisjunctionMaxQuery(List.of(whole, parts.build()), 0), boost);
    }

    static org.apache.lucene.search.Sort order(Sort sort, Query offers) {
        SortField rank =
                new SortField(Fields.SALES_RANK, SortField.Type.LONG, false, Long.MAX_VALUE);
        SortField id = new SortField(Fields.PRODUCT_ID, SortField.Type.STRING);
        return switch (sort) {
            case RELEVANCE -> new org.apache.lucene.search.Sort(SortField.FIELD_SCORE, rank, id);
            case PRICE ->
                    new org.apache.lucene.search.Sort(
                            ofOffers(Fields.PRICE, false, offers), rank, id);
            case DISCOUNT ->
                    new org.apache.lucene.search.Sort(
                            ofOffers(Fields.DISCOUNT, true, offers), rank, id);
            case SALES_RANK -> new org.apache.lucene.search.Sort(rank, id);
        };
    }

    private static SortField ofOffers(String field, boolean largestFirst, Query offers) {
        return new ToParentBlockJoinSortField(
                field,
                SortField.Type.LONG,
                largestFirst,
                PRODUCT_BITS,
                new QueryBitSetProducer(offers));
    }
}
