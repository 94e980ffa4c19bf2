package com.truecart.search.elastic;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.ChildScoreMode;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import com.truecart.model.Money;
import com.truecart.search.Facets;
import com.truecart.search.Filters;
import com.truecart.search.query.Clause;
import com.truecart.search.query.Question;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Turns a question and filters into Elasticsearch's queries. */
final class ElasticQueries {

    private ElasticQueries() {}

    /** The products a question finds, scored by its words alone. */
    static Query of(Question question) {
        return switch (question) {
            case Question.Everything _ -> Query.of(q -> q.matchAll(all -> all));
            case Question.Nothing _ -> Query.of(q -> q.matchNone(none -> none));
            case Question.Words words ->
                    Query.of(q ->
                            q.bool(bool -> {
                                bool.must(of(words.required().clause()));
                                words.better().forEach(each -> bool.should(of(each.clause())));
                                return bool;
                            }));
        };
    }

    /** One condition. */
    static Query of(Clause clause) {
        return switch (clause) {
            case Clause.Has has ->
                    Query.of(q ->
                            q.term(term -> term.field(has.field().inIndex()).value(has.token())));
            case Clause.HasAny any -> anyOf(any.field().inIndex(), any.tokens()).getFirst();
            case Clause.HasLike like ->
                    Query.of(q ->
                            q.fuzzy(fuzzy ->
                                    fuzzy.field(like.field().inIndex())
                                            .value(FieldValue.of(like.token()))
                                            .fuzziness("1")
                                            .prefixLength(1)
                                            .transpositions(true)
                                            .rewrite("constant_score")));
            case Clause.Begins begins ->
                    Query.of(q ->
                            q.prefix(prefix ->
                                    prefix.field(begins.field().inIndex())
                                            .value(begins.start())
                                            .rewrite("constant_score")));
            case Clause.Near near ->
                    Query.of(q ->
                            q.matchPhrase(phrase ->
                                    phrase.field(near.field().inIndex())
                                            .query(String.join(" ", near.tokens()))
                                            .slop(Clause.Near.SLOP)));
            case Clause.All all -> Query.of(q -> q.bool(bool -> bool.must(each(all.of()))));
            case Clause.AtLeast atLeast ->
                    Query.of(q ->
                            q.bool(bool ->
                                    bool.should(each(atLeast.of()))
                                            .minimumShouldMatch(
                                                    Integer.toString(atLeast.needed()))));
            case Clause.Best best ->
                    Query.of(q ->
                            q.disMax(max ->
                                    max.queries(each(best.of()))
                                            .tieBreaker((double) best.others())));
            case Clause.Times times ->
                    Query.of(q -> q.bool(bool -> bool.boost(times.factor()).must(of(times.of()))));
            case Clause.Worth worth ->
                    Query.of(q ->
                            q.constantScore(constant ->
                                    constant.boost(worth.score()).filter(of(worth.of()))));
        };
    }

    private static List<Query> each(List<Clause> clauses) {
        return clauses.stream().map(ElasticQueries::of).toList();
    }

    /** Products of these brands; empty where any will do. */
    static List<Query> ofBrands(Set<String> brands) {
        return anyOf(
                Documents.BRAND_KEY, brands.stream().map(Facets::brandKey).distinct().toList());
    }

    /** Products in these categories; empty where any will do. */
    static List<Query> inCategories(Set<String> categories) {
        return anyOf(Documents.CATEGORY_VALUE, categories);
    }

    /** Products with an offer that fulfils all filters on offers; empty where any offer does. */
    static List<Query> withOffer(Filters filters) {
        List<Query> wanted = offers(filters);
        return wanted.isEmpty()
                ? List.of()
                : List.of(
                        Query.of(q ->
                                q.nested(nested ->
                                        nested.path(Documents.OFFERS)
                                                .scoreMode(ChildScoreMode.None)
                                                .query(all(wanted)))));
    }

    /** What an offer must fulfil; empty where any does. */
    static List<Query> offers(Filters filters) {
        List<Query> wanted = new ArrayList<>(anyOf(offer(Documents.STORE), filters.stores()));
        filters.currency()
                .ifPresent(currency ->
                        wanted.addAll(
                                anyOf(
                                        offer(Documents.CURRENCY),
                                        List.of(currency.getCurrencyCode()))));
        if (filters.minPrice().isPresent() || filters.maxPrice().isPresent()) {
            wanted.add(price(filters));
        }
        if (filters.inStock()) {
            wanted.add(isTrue(offer(Documents.IN_STOCK)));
        }
        if (filters.hasPromotion()) {
            wanted.add(isTrue(offer(Documents.PROMOTION)));
        }
        return wanted;
    }

    private static Query price(Filters filters) {
        return Query.of(q ->
                q.range(range ->
                        range.term(price -> {
                            price.field(offer(Documents.PRICE));
                            filters.minPrice()
                                    .map(Money::minor)
                                    .ifPresent(least -> price.gte(Long.toString(least)));
                            filters.maxPrice()
                                    .map(Money::minor)
                                    .ifPresent(most -> price.lte(Long.toString(most)));
                            return price;
                        })));
    }

    private static Query isTrue(String field) {
        return Query.of(q -> q.term(term -> term.field(field).value(true)));
    }

    private static List<Query> anyOf(String field, Collection<String> values) {
        return values.isEmpty()
                ? List.of()
                : List.of(
                        Query.of(q ->
                                q.terms(terms ->
                                        terms.field(field)
                                                .terms(any ->
                                                        any.value(
                                                                values.stream()
                                                                        .map(FieldValue::of)
                                                                        .toList())))));
    }

    /** All of these at once; every document where there are none. */
    static Query all(List<Query> conditions) {
        return conditions.isEmpty()
                ? Query.of(q -> q.matchAll(any -> any))
                : Query.of(q -> q.bool(new BoolQuery.Builder().filter(conditions).build()));
    }

    static String offer(String field) {
        return Documents.OFFERS + "." + field;
    }
}
