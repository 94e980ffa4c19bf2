package com.truecart.pages;

import com.truecart.app.catalog.OfferFacts;
import com.truecart.app.catalog.ProductFacts;
import com.truecart.model.Localized;
import com.truecart.model.Money;
import com.truecart.search.Explained;
import com.truecart.search.Facets;
import com.truecart.search.Filters;
import com.truecart.search.OfferSearch;
import com.truecart.search.SearchPage;
import com.truecart.search.SearchQuery;
import com.truecart.search.Sort;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Finds by substring and by shelf price: enough to see that pages ask and show the right things.
 */
final class ShelfSearch implements OfferSearch {

    @Override
    public SearchPage complete(SearchQuery query) {
        return search(query);
    }

    /** Everything the filters let through. */
    @Override
    public SearchPage alike(SearchQuery query) {
        return search(
                new SearchQuery("", query.filters(), query.sort(), query.page(), query.size()));
    }

    @Override
    public List<Explained> explain(SearchQuery query) {
        return List.of();
    }

    @Override
    public SearchPage search(SearchQuery query) {
        List<ProductFacts> found =
                Shelf.PRODUCTS.stream()
                        .filter(product -> says(product, query.text()))
                        .filter(product -> !matching(product, query.filters()).isEmpty())
                        .sorted(order(query.sort(), query.filters()))
                        .toList();
        List<SearchPage.Hit> hits =
                found.stream()
                        .skip((long) query.page() * query.size())
                        .limit(query.size())
                        .map(product ->
                                new SearchPage.Hit(
                                        product.id().toString(),
                                        matching(product, query.filters()).stream()
                                                .map(offer -> Long.toString(offer.id()))
                                                .toList()))
                        .toList();
        return new SearchPage(found.size(), hits, facets(found), Optional.empty());
    }

    private static boolean says(ProductFacts product, String text) {
        String words = text.toLowerCase(Locale.ROOT);
        return product.title().byLanguage().values().stream()
                .anyMatch(title -> title.toLowerCase(Locale.ROOT).contains(words));
    }

    private static List<OfferFacts> matching(ProductFacts product, Filters filters) {
        boolean named =
                (filters.brands().isEmpty()
                                || filters.brands()
                                        .contains(english(product.brand().orElseThrow())))
                        && (filters.categories().isEmpty()
                                || filters.categories()
                                        .contains(english(product.category().getLast())));
        if (!named) {
            return List.of();
        }
        return product.offers().stream()
                .filter(offer ->
                        filters.stores().isEmpty()
                                || filters.stores().contains(offer.store().toString()))
                .filter(offer -> !filters.hasPromotion() || !offer.promotions().isEmpty())
                .filter(offer -> !filters.inStock() || offer.availability().canBeBought())
                .filter(offer ->
                        filters.minPrice()
                                .map(least -> offer.price().compareTo(least) >= 0)
                                .orElse(true))
                .filter(offer ->
                        filters.maxPrice()
                                .map(most -> offer.price().compareTo(most) <= 0)
                                .orElse(true))
                .toList();
    }

    private static Comparator<ProductFacts> order(Sort sort, Filters filters) {
        return switch (sort) {
            case RELEVANCE, SALES_RANK ->
                    Comparator.comparingInt(product -> product.salesRank().orElseThrow());
            case PRICE ->
                    Comparator.comparing((ProductFacts product) ->
                            matching(product, filters).stream()
                                    .map(OfferFacts::price)
                                    .min(Money::compareTo)
                                    .orElseThrow());
            case DISCOUNT ->
                    Comparator.comparingLong((ProductFacts product) ->
                            product.offers().stream()
                                    .mapToLong(offer ->
                                            offer.price().minor()
                                                    * 1000
                                                    / offer.listPrice()
                                                            .orElse(offer.price())
                                                            .minor())
                                    .min()
                                    .orElseThrow());
        };
    }

    private static Facets facets(List<ProductFacts> found) {
        Map<String, Integer> brands = new TreeMap<>();
        Map<String, Integer> stores = new TreeMap<>();
        Map<String, Integer> categories = new TreeMap<>();
        Map<String, Localized> labels = new TreeMap<>();
        for (ProductFacts product : found) {
            Localized brand = product.brand().orElseThrow();
            Localized category = product.category().getLast();
            labels.put(english(brand), brand);
            labels.put(english(category), category);
            brands.merge(english(brand), 1, Integer::sum);
            categories.merge(english(category), 1, Integer::sum);
            product.offers()
                    .forEach(offer -> stores.merge(offer.store().toString(), 1, Integer::sum));
        }
        return new Facets(
                counts(brands, labels), counts(stores, Map.of()), counts(categories, labels));
    }

    private static List<Facets.Count> counts(
            Map<String, Integer> numbers, Map<String, Localized> labels) {
        List<Facets.Count> counts = new ArrayList<>();
        numbers.forEach((value, number) ->
                counts.add(
                        new Facets.Count(value, Optional.ofNullable(labels.get(value)), number)));
        counts.sort(Comparator.comparingInt(Facets.Count::products).reversed());
        return counts;
    }

    private static String english(Localized words) {
        return words.in(Locale.ENGLISH);
    }
}
