package com.truecart.search.elastic;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortMode;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.FunctionBoostMode;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.json.JsonData;
import com.truecart.search.Cursor;
import com.truecart.search.Filters;
import com.truecart.search.OfferDocument;
import com.truecart.search.SearchPage;
import com.truecart.search.SearchPage.Hit;
import com.truecart.search.SearchQuery;
import com.truecart.search.Sort;
import com.truecart.search.layout.Standing;
import com.truecart.search.query.Question;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One question as a request to Elasticsearch, and its answer. */
final class ElasticAnswer {

    private final SearchQuery question;
    private final boolean byScore;

    ElasticAnswer(SearchQuery question) {
        this.question = question;
        this.byScore = question.sort() == Sort.RELEVANCE && !question.text().isBlank();
    }

    SearchRequest request(String index, Question asked) {
        Filters filters = question.filters();
        Query words = ElasticQueries.of(asked);
        boolean countsMoreThanItFinds =
                !filters.brands().isEmpty()
                        || !filters.categories().isEmpty()
                        || !filters.stores().isEmpty();
        List<Query> everywhere = ElasticQueries.withOffer(filters.atStores(Set.of()));
        List<Query> all = new ArrayList<>(ElasticQueries.ofBrands(filters.brands()));
        all.addAll(ElasticQueries.inCategories(filters.categories()));
        all.addAll(ElasticQueries.withOffer(filters));
        return SearchRequest.of(request -> {
            request.index(index)
                    .query(q ->
                            q.bool(bool ->
                                    bool.must(byScore ? withStanding(words) : words)
                                            .filter(everywhere)))
                    .trackTotalHits(total -> total.enabled(true))
                    .from(question.page() * question.size())
                    // one more than asked for shows whether there is a next page
                    .size(question.size() + 1)
                    .sort(sorts())
                    .source(source -> source.filter(only -> only.includes(Documents.OFFERS)))
                    .aggregations(ElasticFacets.asked(filters));
            if (countsMoreThanItFinds) {
                request.postFilter(ElasticQueries.all(all));
            }
            question.after().ifPresent(end -> request.searchAfter(after(end)));
            return request;
        });
    }

    private static Query withStanding(Query words) {
        return Query.of(q ->
                q.functionScore(scored ->
                        scored.query(words)
                                .functions(function ->
                                        function.fieldValueFactor(value ->
                                                value.field(Documents.STANDING)
                                                        .factor((double) Standing.POINT)
                                                        .missing(0.0)))
                                .boostMode(FunctionBoostMode.Sum)));
    }

    private List<SortOptions> sorts() {
        List<SortOptions> sorts = new ArrayList<>();
        switch (question.sort()) {
            case RELEVANCE -> {
                if (byScore) {
                    sorts.add(SortOptions.of(s -> s.score(score -> score.order(SortOrder.Desc))));
                }
            }
            case PRICE -> sorts.add(ofOffers(Documents.PRICE, SortOrder.Asc, SortMode.Min));
            case DISCOUNT -> sorts.add(ofOffers(Documents.DISCOUNT, SortOrder.Desc, SortMode.Max));
            case SALES_RANK -> {}
        }
        sorts.add(
                SortOptions.of(s ->
                        s.field(field ->
                                field.field(Documents.SALES_RANK)
                                        .order(SortOrder.Asc)
                                        .missing("_last"))));
        sorts.add(
                SortOptions.of(s ->
                        s.field(field -> field.field(Documents.PRODUCT_ID).order(SortOrder.Asc))));
        return sorts;
    }

    private SortOptions ofOffers(String field, SortOrder order, SortMode mode) {
        return SortOptions.of(s ->
                s.field(sort ->
                        sort.field(ElasticQueries.offer(field))
                                .order(order)
                                .mode(mode)
                                .nested(nested ->
                                        nested.path(Documents.OFFERS)
                                                .filter(
                                                        ElasticQueries.all(
                                                                ElasticQueries.offers(
                                                                        question.filters()))))));
    }

    private List<FieldValue> after(Cursor end) {
        List<FieldValue> values = new ArrayList<>();
        switch (question.sort()) {
            case RELEVANCE -> {
                if (byScore) {
                    values.add(FieldValue.of(Float.intBitsToFloat(Math.toIntExact(end.key()))));
                }
            }
            case PRICE, DISCOUNT -> values.add(FieldValue.of(end.key()));
            case SALES_RANK -> {}
        }
        values.add(FieldValue.of(end.salesRank()));
        values.add(FieldValue.of(end.productId()));
        return values;
    }

    SearchPage page(SearchResponse<JsonData> response) {
        List<co.elastic.clients.elasticsearch.core.search.Hit<JsonData>> found =
                response.hits().hits();
        int end = Math.min(found.size(), question.size());
        List<Hit> hits = new ArrayList<>();
        for (co.elastic.clients.elasticsearch.core.search.Hit<JsonData> each :
                found.subList(0, end)) {
            hits.add(hit(each));
        }
        Optional<Cursor> next =
                end < found.size()
                        ? Optional.of(cursor(found.get(end - 1).sort()))
                        : Optional.empty();
        return new SearchPage(
                response.hits().total() == null ? 0 : response.hits().total().value(),
                hits,
                ElasticFacets.counted(response.aggregations(), question.filters()),
                next);
    }

    private Hit hit(co.elastic.clients.elasticsearch.core.search.Hit<JsonData> found) {
        JsonData source = found.source();
        String id = found.id();
        if (source == null || id == null) {
            throw new IllegalStateException("a product without its offers in the index");
        }
        return new Hit(
                id,
                Documents.offers(source.toJson().asJsonObject()).stream()
                        .filter(question.filters()::letThrough)
                        .sorted(
                                Comparator.<OfferDocument, String>comparing(offer ->
                                                offer.effective().currency().getCurrencyCode())
                                        .thenComparingLong(offer -> offer.effective().minor())
                                        .thenComparing(OfferDocument::offerId))
                        .map(OfferDocument::offerId)
                        .toList(),
                byScore ? (float) found.sort().getFirst().doubleValue() : 0);
    }

    private Cursor cursor(List<FieldValue> sort) {
        FieldValue rank = sort.get(sort.size() - 2);
        long salesRank = rank.isLong() ? rank.longValue() : Long.MAX_VALUE;
        long key =
                switch (question.sort()) {
                    case RELEVANCE ->
                            byScore
                                    ? Float.floatToIntBits((float) sort.getFirst().doubleValue())
                                    : 0;
                    case PRICE, DISCOUNT -> sort.getFirst().longValue();
                    case SALES_RANK -> salesRank;
                };
        return new Cursor(question.sort(), key, salesRank, sort.getLast().stringValue());
    }
}
