package com.truecart.connector.vendure;

import com.truecart.kit.Json;
import com.truecart.model.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which variants have which facet values, asked of the shop once for each value: a variant has its
 * own and those of its product, and a promotion wants all that it names.
 */
final class Facets {
    private static final int PER_PAGE = 100;
    private static final String VARIANTS =
            """
            query($options: ProductVariantListOptions!) {
              productVariants(options: $options) { totalItems items { id } } }
            """;
    private static final String PRODUCTS =
            """
            query($options: ProductListOptions!) {
              products(options: $options) { totalItems items { variants { id } } } }
            """;

    private final GraphQl admin;
    private final Map<String, Set<String>> known = new HashMap<>();

    Facets(GraphQl admin) {
        this.admin = admin;
    }

    /** The lines that have every one of these values; all lines where none is named. */
    Scope scope(List<String> values) {
        if (values.isEmpty()) {
            return new Scope.WholeStore();
        }
        Set<String> all = new HashSet<>(variants(values.getFirst()));
        values.forEach(value -> all.retainAll(variants(value)));
        return new Scope.Listings(all);
    }

    private Set<String> variants(String value) {
        Set<String> seen = known.get(value);
        if (seen == null) {
            seen = new HashSet<>();
            for (Json variant : pages(VARIANTS, "productVariants", value)) {
                seen.add(variant.id("id"));
            }
            for (Json product : pages(PRODUCTS, "products", value)) {
                for (Json variant : product.list("variants")) {
                    seen.add(variant.id("id"));
                }
            }
            known.put(value, seen);
        }
        return seen;
    }

    private List<Json> pages(String document, String list, String value) {
        List<Json> all = new ArrayList<>();
        long total;
        do {
            Json found =
                    GraphQl.given(
                                    admin.read(
                                            document,
                                            Map.of(
                                                    "options",
                                                    Map.of(
                                                            "take", PER_PAGE,
                                                            "skip", all.size(),
                                                            "sort", Map.of("id", "ASC"),
                                                            "filter",
                                                                    Map.of(
                                                                            "facetValueId",
                                                                            Map.of("eq", value))))))
                            .data()
                            .at(list);
            List<Json> some = found.list("items");
            if (some.isEmpty()) {
                break;
            }
            all.addAll(some);
            total = found.number("totalItems");
        } while (all.size() < total);
        return all;
    }
}
