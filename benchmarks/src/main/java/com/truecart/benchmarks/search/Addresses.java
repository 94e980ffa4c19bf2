package com.truecart.benchmarks.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.truecart.model.Money;
import com.truecart.search.Filters;
import com.truecart.search.SearchQuery;
import com.truecart.search.Sort;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A question as the query of an address, and back. */
final class Addresses {

    private static final String TEXT = "q";
    private static final String SORT = "sort";
    private static final String SIZE = "size";
    private static final String CURRENCY = "currency";
    private static final String LEAST = "min";
    private static final String MOST = "max";
    private static final String STORE = "store";
    private static final String BRAND = "brand";
    private static final String CATEGORY = "category";
    private static final String IN_STOCK = "in_stock";
    private static final String PROMOTION = "promotion";

    private Addresses() {}

    static String of(SearchQuery question) {
        Filters filters = question.filters();
        List<String> parts = new ArrayList<>();
        add(parts, TEXT, List.of(question.text()));
        add(parts, SORT, List.of(question.sort().name()));
        add(parts, SIZE, List.of(Integer.toString(question.size())));
        filters.currency().ifPresent(it -> add(parts, CURRENCY, List.of(it.getCurrencyCode())));
        filters.minPrice().ifPresent(it -> add(parts, LEAST, List.of(Long.toString(it.minor()))));
        filters.maxPrice().ifPresent(it -> add(parts, MOST, List.of(Long.toString(it.minor()))));
        add(parts, STORE, filters.stores());
        add(parts, BRAND, filters.brands());
        add(parts, CATEGORY, filters.categories());
        add(parts, IN_STOCK, filters.inStock() ? List.of("true") : List.of());
        add(parts, PROMOTION, filters.hasPromotion() ? List.of("true") : List.of());
        return String.join("&", parts);
    }

    private static void add(List<String> parts, String name, Collection<String> values) {
        values.forEach(value -> parts.add(name + "=" + URLEncoder.encode(value, UTF_8)));
    }

    static SearchQuery read(String query) {
        Map<String, List<String>> values = new HashMap<>();
        for (String part : List.of(query.split("&"))) {
            int equal = part.indexOf('=');
            values.computeIfAbsent(part.substring(0, equal), _ -> new ArrayList<>())
                    .add(URLDecoder.decode(part.substring(equal + 1), UTF_8));
        }
        Optional<Currency> currency = first(values, CURRENCY).map(Currency::getInstance);
        return new SearchQuery(
                first(values, TEXT).orElse(""),
                new Filters(
                        currency,
                        price(values, LEAST, currency),
                        price(values, MOST, currency),
                        all(values, STORE),
                        all(values, BRAND),
                        all(values, CATEGORY),
                        values.containsKey(IN_STOCK),
                        values.containsKey(PROMOTION)),
                first(values, SORT).map(Sort::valueOf).orElse(Sort.RELEVANCE),
                0,
                first(values, SIZE).map(Integer::valueOf).orElse(20));
    }

    private static Optional<Money> price(
            Map<String, List<String>> values, String name, Optional<Currency> currency) {
        return first(values, name)
                .map(minor -> new Money(Long.parseLong(minor), currency.orElseThrow()));
    }

    private static Optional<String> first(Map<String, List<String>> values, String name) {
        return values.getOrDefault(name, List.of()).stream().findFirst();
    }

    private static Set<String> all(Map<String, List<String>> values, String name) {
        return new HashSet<>(values.getOrDefault(name, List.of()));
    }
}
