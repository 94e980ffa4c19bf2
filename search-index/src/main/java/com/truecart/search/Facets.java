package com.truecart.search;

import com.truecart.model.Localized;
import java.util.List;
import java.util.Optional;

/**
 * How many products there are for each value, exactly; most first, equal ones by value. A facet's
 * own filter is not applied to its own counts, so that one sees what ticking another value would
 * bring.
 */
public record Facets(List<Count> brands, List<Count> stores, List<Count> categories) {
    public Facets {
        brands = List.copyOf(brands);
        stores = List.copyOf(stores);
        categories = List.copyOf(categories);
    }

    /**
     * One value of a facet.
     *
     * @param value what to filter by: a store's id, or the English (else the first) name of a brand
     *     or category
     * @param label the name in all its languages; empty for stores, whose names the index does not
     *     know
     * @param products matching products with this value
     */
    public record Count(String value, Optional<Localized> label, int products) {}
}
