package com.truecart.search.lucene;

import com.truecart.search.Facets;
import com.truecart.search.Facets.Count;
import com.truecart.search.Filters;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FilteredDocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BitSet;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/**
 * Counts products by facet value, by visiting every match: exact, and fast enough for what one
 * machine holds.
 */
final class FacetCounts {

    private final IndexSearcher searcher;

    FacetCounts(IndexSearcher searcher) {
        this.searcher = searcher;
    }

    Facets of(Query words, Filters filters) throws IOException {
        Query offers = Queries.offers(filters);
        return new Facets(
                ofProducts(
                        Fields.BRAND_FACET,
                        Facets::brandKey,
                        Queries.products(words, filters.ofBrands(Set.of()), offers)),
                ofStores(
                        Queries.offersOf(
                                words, filters, Queries.offers(filters.atStores(Set.of())))),
                ofProducts(
                        Fields.CATEGORY_FACET,
                        UnaryOperator.identity(),
                        Queries.products(words, filters.inCategories(Set.of()), offers)));
    }

    /**
     * Counts by key; the spelling and label are those of most products.
     *
     * @param key what is the same for all spellings of a value
     */
    private List<Count> ofProducts(String facet, UnaryOperator<String> key, Query products)
            throws IOException {
        Map<String, Integer> spellings = new TreeMap<>();
        visit(
                products,
                (segment, matches) -> {
                    SortedSetDocValues values = DocValues.getSortedSet(segment.reader(), facet);
                    int[] byOrdinal = new int[Math.toIntExact(values.getValueCount())];
                    for (int product = matches.nextDoc();
                            product != DocIdSetIterator.NO_MORE_DOCS;
                            product = matches.nextDoc()) {
                        if (values.advanceExact(product)) {
                            for (int i = 0; i < values.docValueCount(); i++) {
                                byOrdinal[Math.toIntExact(values.nextOrd())]++;
                            }
                        }
                    }
                    for (int ordinal = 0; ordinal < byOrdinal.length; ordinal++) {
                        if (byOrdinal[ordinal] > 0) {
                            spellings.merge(
                                    values.lookupOrd(ordinal).utf8ToString(),
                                    byOrdinal[ordinal],
                                    Integer::sum);
                        }
                    }
                });
        Map<String, Count> counts = new HashMap<>();
        spellings.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .forEach(each -> {
                    String value = Fields.decodedValue(each.getKey());
                    counts.merge(
                            key.apply(value),
                            new Count(value, Fields.decodedLabel(each.getKey()), each.getValue()),
                            (most, other) ->
                                    new Count(
                                            most.value(),
                                            most.label(),
                                            most.products() + other.products()));
                });
        return sorted(counts.values().stream());
    }

    /** A product with two offers at one store is one product there. */
    private List<Count> ofStores(Query offers) throws IOException {
        Map<String, Integer> counts = new HashMap<>();
        visit(
                offers,
                (segment, matches) -> {
                    BitSet products = Queries.PRODUCT_BITS.getBitSet(segment);
                    if (products == null) {
                        return;
                    }
                    SortedDocValues stores =
                            DocValues.getSorted(segment.reader(), Fields.STORE_FACET);
                    int[] byOrdinal = new int[stores.getValueCount()];
                    int[] lastProduct = new int[stores.getValueCount()];
                    Arrays.fill(lastProduct, -1);
                    for (int offer = matches.nextDoc();
                            offer != DocIdSetIterator.NO_MORE_DOCS;
                            offer = matches.nextDoc()) {
                        int product = products.nextSetBit(offer);
                        if (stores.advanceExact(offer)
                                && lastProduct[stores.ordValue()] != product) {
                            lastProduct[stores.ordValue()] = product;
                            byOrdinal[stores.ordValue()]++;
                        }
                    }
                    for (int ordinal = 0; ordinal < byOrdinal.length; ordinal++) {
                        if (byOrdinal[ordinal] > 0) {
                            counts.merge(
                                    stores.lookupOrd(ordinal).utf8ToString(),
                                    byOrdinal[ordinal],
                                    Integer::sum);
                        }
                    }
                });
        return sorted(
                counts.entrySet().stream()
                        .map(each -> new Count(each.getKey(), Optional.empty(), each.getValue())));
    }

    private static List<Count> sorted(Stream<Count> counts) {
        return counts.sorted(
                        Comparator.comparingInt(Count::products)
                                .reversed()
                                .thenComparing(Count::value))
                .toList();
    }

    /** What to do with the matches of one segment. */
    private interface Visit {
        void of(LeafReaderContext segment, DocIdSetIterator matches) throws IOException;
    }

    private void visit(Query query, Visit visit) throws IOException {
        Weight weight =
                searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1.0f);
        for (LeafReaderContext segment : searcher.getLeafContexts()) {
            Scorer scorer = weight.scorer(segment);
            if (scorer != null) {
                visit.of(segment, living(scorer.iterator(), segment.reader().getLiveDocs()));
            }
        }
    }

    private static DocIdSetIterator living(DocIdSetIterator all, @Nullable Bits living) {
        return living == null
                ? all
                : new FilteredDocIdSetIterator(all) {
                    @Override
                    protected boolean match(int doc) {
                        return living.get(doc);
                    }
                };
    }
}
