package com.truecart.search.lucene;

import com.truecart.search.Facets;
import com.truecart.search.Filters;
import com.truecart.search.layout.FacetTally;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;

/**
 * Counts products by facet value while they are visited: by ordinal, and by name at the end of each
 * segment.
 */
final class FacetCounts {

    private final Map<String, Integer> brands = new HashMap<>();
    private final Map<String, Integer> categories = new HashMap<>();
    private final Map<String, Integer> stores = new HashMap<>();

    /** The counts of one segment. */
    final class OfSegment {
        private final SortedDocValues brandLabels;
        private final SortedSetDocValues categoryLabels;
        private final SortedDocValues storeIds;
        private final int[] byBrand;
        private final int[] byCategory;
        private final int[] byStore;
        private final int[] lastAtStore;

        private OfSegment(LeafReader reader, SortedDocValues storeIds) throws IOException {
            brandLabels = DocValues.getSorted(reader, Fields.BRAND_FACET);
            categoryLabels = DocValues.getSortedSet(reader, Fields.CATEGORY_FACET);
            this.storeIds = storeIds;
            byBrand = new int[brandLabels.getValueCount()];
            byCategory = new int[Math.toIntExact(categoryLabels.getValueCount())];
            byStore = new int[storeIds.getValueCount()];
            lastAtStore = new int[byStore.length];
            Arrays.fill(lastAtStore, -1);
        }

        void brandOf(int product) throws IOException {
            if (brandLabels.advanceExact(product)) {
                byBrand[brandLabels.ordValue()]++;
            }
        }

        void categoriesOf(int product) throws IOException {
            if (categoryLabels.advanceExact(product)) {
                for (int i = 0; i < categoryLabels.docValueCount(); i++) {
                    byCategory[(int) categoryLabels.nextOrd()]++;
                }
            }
        }

        /** A product with two offers at one store is one product there. */
        void at(int store, int product) {
            if (store >= 0 && lastAtStore[store] != product) {
                lastAtStore[store] = product;
                byStore[store]++;
            }
        }

        void finish() throws IOException {
            for (int ordinal = 0; ordinal < byBrand.length; ordinal++) {
                if (byBrand[ordinal] > 0) {
                    brands.merge(
                            brandLabels.lookupOrd(ordinal).utf8ToString(),
                            byBrand[ordinal],
                            Integer::sum);
                }
            }
            for (int ordinal = 0; ordinal < byCategory.length; ordinal++) {
                if (byCategory[ordinal] > 0) {
                    categories.merge(
                            categoryLabels.lookupOrd(ordinal).utf8ToString(),
                            byCategory[ordinal],
                            Integer::sum);
                }
            }
            for (int ordinal = 0; ordinal < byStore.length; ordinal++) {
                if (byStore[ordinal] > 0) {
                    stores.merge(
                            storeIds.lookupOrd(ordinal).utf8ToString(),
                            byStore[ordinal],
                            Integer::sum);
                }
            }
        }
    }

    OfSegment of(LeafReader reader, SortedDocValues storeIds) throws IOException {
        return new OfSegment(reader, storeIds);
    }

    Facets facets(Filters filters) {
        return new Facets(
                FacetTally.brands(brands, filters.brands()),
                FacetTally.stores(stores, filters.stores()),
                FacetTally.categories(categories, filters.categories()));
    }
}
