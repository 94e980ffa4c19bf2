package com.truecart.realshops.vendure;

import java.util.List;

/**
 * A product in several variants that differ in one thing, to be created.
 *
 * @param name also of its variants, followed by what they differ in
 * @param description may hold HTML
 * @param facetValueIds the product's facet values
 * @param differIn what the variants differ in ("size")
 * @param choices the variants, each by what it is of that ("large")
 */
public record NewProduct(
        String name,
        String description,
        List<Long> facetValueIds,
        String differIn,
        List<Choice> choices) {
    /** Copies the lists. */
    public NewProduct {
        facetValueIds = List.copyOf(facetValueIds);
        choices = List.copyOf(choices);
    }

    /** One variant; its own facet values are beside the product's. */
    public record Choice(String is, NewVariant variant) {}
}
