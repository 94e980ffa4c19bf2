package com.truecart.benchmarks.relevance;

import com.truecart.model.Localized;
import com.truecart.search.Filters;
import com.truecart.search.ProductDocument;
import com.truecart.search.SearchPage.Hit;
import com.truecart.search.SearchQuery;
import com.truecart.search.lucene.LuceneOffers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The products of the price watch asked for by their brand and their narrowest category ("Nestle
 * Coffee"): all of that brand in that category are right.
 */
final class NamedByBrand {

    private final Map<String, Set<String>> right = new TreeMap<>();
    private final Map<String, String> brands = new TreeMap<>();
    private final List<ProductDocument> products;

    NamedByBrand(List<ProductDocument> products, String language) {
        this.products = List.copyOf(products);
        for (ProductDocument product : products) {
            Localized brand = product.brand().orElseThrow();
            Localized category = product.category().getLast();
            String inLanguage = category.byLanguage().getOrDefault(language, "");
            String text =
                    SearchQuery.shortened(
                            (brand.byLanguage().getOrDefault(language, "") + " " + inLanguage)
                                    .strip());
            if (!inLanguage.isBlank()) {
                right.computeIfAbsent(text, _ -> new TreeSet<>()).add(product.productId());
                brands.put(text, brand.in(Locale.ENGLISH));
            }
        }
    }

    /** As many as asked for or all, drawn by the seed. */
    List<Judged> questions(int most, long seed) {
        List<Judged> all = new ArrayList<>();
        right.forEach((text, ids) -> all.add(new Judged(text, ids)));
        Collections.shuffle(all, new Random(seed));
        return all.subList(0, Math.min(most, all.size()));
    }

    /** What a search that knows the brand for certain, and shows nothing else, finds. */
    Finder filteredByBrand(LuceneOffers offers) {
        return text -> {
            Filters filters = Filters.NONE.ofBrands(Set.of(brands.getOrDefault(text, "")));
            return offers
                    .search(SearchQuery.of(text).with(filters).onPage(0, Finder.DEPTH))
                    .hits()
                    .stream()
                    .map(Hit::productId)
                    .toList();
        };
    }

    /** The products as a store gives them that states the brand of every other one in its title. */
    List<ProductDocument> halfUnstated() {
        return products.stream()
                .map(product ->
                        product.productId().hashCode() % 2 == 0 ? product : unstated(product))
                .toList();
    }

    private static ProductDocument unstated(ProductDocument product) {
        Localized title = product.title();
        Localized brand = product.brand().orElseThrow();
        for (Map.Entry<String, String> name : product.title().byLanguage().entrySet()) {
            String word = brand.byLanguage().getOrDefault(name.getKey(), "");
            title = title.and(name.getKey(), (word + " " + name.getValue()).strip());
        }
        return new ProductDocument(
                product.productId(),
                title,
                Optional.empty(),
                product.category(),
                product.identifiers(),
                product.salesRank(),
                product.offers());
    }
}
