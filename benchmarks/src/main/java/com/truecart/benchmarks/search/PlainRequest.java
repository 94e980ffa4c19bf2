package com.truecart.benchmarks.search;

import com.truecart.model.Money;
import com.truecart.search.Facets;
import com.truecart.search.Filters;
import com.truecart.search.SearchQuery;
import com.truecart.search.analysis.Word;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A search as somebody writes it by hand who wants nothing but the hits, the total and ten values
 * of each facet: no reasons to rank by but the words, facets counted with all filters, offers
 * counted for stores.
 */
final class PlainRequest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST_VALUES = 10;

    private PlainRequest() {}

    static byte[] of(SearchQuery question) {
        ObjectNode root = JSON.createObjectNode();
        root.put("size", question.size());
        root.put("track_total_hits", true);
        root.putArray("_source").add("product_id").add("offers.offer_id").add("offers.price");
        ObjectNode bool = root.putObject("query").putObject("bool");
        words(bool.putArray("must").addObject().putObject("bool"), question.text());
        ArrayNode filter = bool.putArray("filter");
        Filters filters = question.filters();
        if (!filters.brands().isEmpty()) {
            terms(
                    filter,
                    "brand_key",
                    filters.brands().stream().map(Facets::brandKey).distinct().toList());
        }
        if (!filters.categories().isEmpty()) {
            terms(filter, "category_value", List.copyOf(filters.categories()));
        }
        ArrayNode offer = JSON.createArrayNode();
        offers(offer, filters);
        if (!offer.isEmpty()) {
            ObjectNode nested = filter.addObject().putObject("nested").put("path", "offers");
            nested.putObject("query").putObject("bool").set("filter", offer.deepCopy());
        }
        sort(root.putArray("sort"), question, offer);
        ObjectNode facets = root.putObject("aggs");
        most(facets, "brands", "brand_key");
        most(facets, "categories", "category_facet");
        ObjectNode stores = facets.putObject("stores");
        stores.putObject("nested").put("path", "offers");
        ObjectNode wanted = stores.putObject("aggs").putObject("wanted");
        wanted.putObject("filter").putObject("bool").set("filter", offer);
        most(wanted.putObject("aggs"), "stores", "offers.store");
        return JSON.writeValueAsBytes(root);
    }

    private static void words(ObjectNode bool, String text) {
        List<Word> words = Word.in(text);
        ArrayNode should = bool.putArray("should");
        for (Word word : words) {
            ArrayNode any = should.addObject().putObject("dis_max").putArray("queries");
            ObjectNode whole = any.addObject().putObject("multi_match").put("query", word.whole());
            whole.putArray("fields")
                    .add("title")
                    .add("identifier^2")
                    .add("brand^1.2")
                    .add("category^0.5");
            if (!word.parts().isEmpty()) {
                for (String field : List.of("title", "identifier")) {
                    ArrayNode all = any.addObject().putObject("bool").putArray("must");
                    word.parts()
                            .forEach(part -> all.addObject().putObject("term").put(field, part));
                }
            }
        }
        int missing = words.size() <= 2 ? 0 : Math.max(1, words.size() / 4);
        bool.put("minimum_should_match", words.size() - missing);
    }

    private static void offers(ArrayNode filter, Filters filters) {
        if (!filters.stores().isEmpty()) {
            terms(filter, "offers.store", List.copyOf(filters.stores()));
        }
        filters.currency()
                .ifPresent(currency ->
                        terms(filter, "offers.currency", List.of(currency.getCurrencyCode())));
        if (filters.minPrice().isPresent() || filters.maxPrice().isPresent()) {
            ObjectNode price = filter.addObject().putObject("range").putObject("offers.price");
            filters.minPrice().map(Money::minor).ifPresent(least -> price.put("gte", least));
            filters.maxPrice().map(Money::minor).ifPresent(most -> price.put("lte", most));
        }
        if (filters.inStock()) {
            filter.addObject().putObject("term").put("offers.in_stock", true);
        }
        if (filters.hasPromotion()) {
            filter.addObject().putObject("term").put("offers.promotion", true);
        }
    }

    private static void sort(ArrayNode sort, SearchQuery question, ArrayNode offer) {
        switch (question.sort()) {
            case RELEVANCE -> sort.add("_score");
            case SALES_RANK -> sort.addObject().putObject("sales_rank").put("order", "asc");
            case PRICE -> nested(sort, "offers.price", "asc", "min", offer);
            case DISCOUNT -> nested(sort, "offers.discount", "desc", "max", offer);
        }
    }

    private static void nested(
            ArrayNode sort, String field, String order, String mode, ArrayNode offer) {
        ObjectNode by = sort.addObject().putObject(field).put("order", order).put("mode", mode);
        ObjectNode nested = by.putObject("nested").put("path", "offers");
        if (!offer.isEmpty()) {
            nested.putObject("filter").putObject("bool").set("filter", offer.deepCopy());
        }
    }

    private static void terms(ArrayNode filter, String field, List<String> values) {
        ArrayNode any = filter.addObject().putObject("terms").putArray(field);
        values.forEach(any::add);
    }

    private static void most(ObjectNode aggregations, String name, String field) {
        aggregations
                .putObject(name)
                .putObject("terms")
                .put("field", field)
                .put("size", MOST_VALUES);
    }
}
