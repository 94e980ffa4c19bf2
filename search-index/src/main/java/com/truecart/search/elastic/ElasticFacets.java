package com.truecart.search.elastic;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsAggregate;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import com.truecart.search.Facets;
import com.truecart.search.Filters;
import com.truecart.search.layout.FacetTally;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is counted by facet, each without its own filter. */
final class ElasticFacets {

    private static final String BRANDS = "brands";
    private static final String CATEGORIES = "categories";
    private static final String STORES = "stores";
    private static final String MOST = "most";
    private static final String CHOSEN = "chosen";
    private static final String LABELS = "labels";
    private static final String OFFERS = "offers";
    private static final String WANTED = "wanted";
    private static final String PRODUCTS = "products";

    /** Labels of one value: a brand is not spelled in more ways. */
    private static final int LABELS_OF_ONE = 50;

    /** Categories with all their labels: a shop's tree has some thousand at most. */
    private static final int MOST_LABELS = 5_000;

    /** Looked at in each shard, so that the first hundred are the first hundred of all. */
    private static final int IN_EACH_SHARD = 5_000;

    private ElasticFacets() {}

    static Map<String, Aggregation> asked(Filters filters) {
        List<Query> brands = new ArrayList<>(ElasticQueries.inCategories(filters.categories()));
        brands.addAll(ElasticQueries.withOffer(filters));
        List<Query> categories = new ArrayList<>(ElasticQueries.ofBrands(filters.brands()));
        categories.addAll(ElasticQueries.withOffer(filters));
        List<Query> stores = new ArrayList<>(ElasticQueries.ofBrands(filters.brands()));
        stores.addAll(ElasticQueries.inCategories(filters.categories()));
        return Map.of(
                BRANDS,
                among(brands, ofBrands(filters.brands())),
                CATEGORIES,
                among(
                        categories,
                        Map.of(
                                MOST,
                                Aggregation.of(a ->
                                        a.terms(terms ->
                                                terms.field(Documents.CATEGORY_FACET)
                                                        .size(MOST_LABELS))))),
                STORES,
                among(stores, Map.of(OFFERS, ofStores(filters))));
    }

    private static Aggregation among(List<Query> filters, Map<String, Aggregation> counted) {
        return Aggregation.of(a -> a.filter(ElasticQueries.all(filters)).aggregations(counted));
    }

    private static Map<String, Aggregation> ofBrands(Set<String> chosen) {
        Map<String, Aggregation> counted = new HashMap<>();
        counted.put(
                MOST,
                Aggregation.of(a ->
                        a.terms(terms ->
                                        terms.field(Documents.BRAND_KEY)
                                                .size(Facets.MOST)
                                                .shardSize(IN_EACH_SHARD))
                                .aggregations(LABELS, labels())));
        if (!chosen.isEmpty()) {
            List<String> keys = chosen.stream().map(Facets::brandKey).distinct().toList();
            counted.put(
                    CHOSEN,
                    Aggregation.of(a ->
                            a.terms(terms ->
                                            terms.field(Documents.BRAND_KEY)
                                                    .size(keys.size())
                                                    .include(include -> include.terms(keys)))
                                    .aggregations(LABELS, labels())));
        }
        return counted;
    }

    private static Aggregation labels() {
        return Aggregation.of(
                a -> a.terms(terms -> terms.field(Documents.BRAND_FACET).size(LABELS_OF_ONE)));
    }

    private static Aggregation ofStores(Filters filters) {
        Query wanted = ElasticQueries.all(ElasticQueries.offers(filters.atStores(Set.of())));
        Aggregation products =
                Aggregation.of(a ->
                        a.terms(terms ->
                                        terms.field(ElasticQueries.offer(Documents.STORE))
                                                .size(MOST_LABELS))
                                .aggregations(
                                        PRODUCTS,
                                        Aggregation.of(sub -> sub.reverseNested(back -> back))));
        return Aggregation.of(a ->
                a.nested(nested -> nested.path(Documents.OFFERS))
                        .aggregations(
                                WANTED,
                                Aggregation.of(
                                        sub -> sub.filter(wanted).aggregations(STORES, products))));
    }

    static Facets counted(Map<String, Aggregate> answer, Filters filters) {
        Map<String, Aggregate> brands = inside(answer, BRANDS);
        Map<String, Integer> byBrand = new HashMap<>();
        for (String part : List.of(MOST, CHOSEN)) {
            Aggregate counted = brands.get(part);
            if (counted != null) {
                for (StringTermsBucket key : buckets(counted.sterms())) {
                    for (StringTermsBucket label : buckets(sub(key, LABELS).sterms())) {
                        byBrand.put(label.key().stringValue(), count(label));
                    }
                }
            }
        }
        Map<String, Integer> byCategory = new HashMap<>();
        for (StringTermsBucket label : buckets(get(inside(answer, CATEGORIES), MOST).sterms())) {
            byCategory.put(label.key().stringValue(), count(label));
        }
        Map<String, Integer> byStore = new HashMap<>();
        Map<String, Aggregate> offers = get(inside(answer, STORES), OFFERS).nested().aggregations();
        for (StringTermsBucket store :
                buckets(get(get(offers, WANTED).filter().aggregations(), STORES).sterms())) {
            byStore.put(
                    store.key().stringValue(),
                    Math.toIntExact(sub(store, PRODUCTS).reverseNested().docCount()));
        }
        return new Facets(
                FacetTally.brands(byBrand, filters.brands()),
                FacetTally.stores(byStore, filters.stores()),
                FacetTally.categories(byCategory, filters.categories()));
    }

    private static Map<String, Aggregate> inside(Map<String, Aggregate> answer, String name) {
        return get(answer, name).filter().aggregations();
    }

    private static Aggregate get(Map<String, Aggregate> answer, String name) {
        Aggregate found = answer.get(name);
        if (found == null) {
            throw new IllegalStateException("Elasticsearch did not count " + name);
        }
        return found;
    }

    private static Aggregate sub(StringTermsBucket bucket, String name) {
        return get(bucket.aggregations(), name);
    }

    private static List<StringTermsBucket> buckets(StringTermsAggregate terms) {
        return terms.buckets().array();
    }

    private static int count(StringTermsBucket bucket) {
        return Math.toIntExact(bucket.docCount());
    }
}
