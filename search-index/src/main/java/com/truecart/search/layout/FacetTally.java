package com.truecart.search.layout;

import com.truecart.search.Facets;
import com.truecart.search.Facets.Count;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes a facet of what an engine counted. */
public final class FacetTally {

    private FacetTally() {}

    /**
     * Spellings of a brand are one brand; its name is the spelling of most products.
     *
     * @param byLabel products by encoded {@link FacetLabel}
     */
    public static List<Count> brands(Map<String, Integer> byLabel, Set<String> chosen) {
        return merged(byLabel, Facets::brandKey, chosen);
    }

    /**
     * Categories by value, labelled as most products label them.
     *
     * @param byLabel products by encoded {@link FacetLabel}
     */
    public static List<Count> categories(Map<String, Integer> byLabel, Set<String> chosen) {
        return merged(byLabel, UnaryOperator.identity(), chosen);
    }

    /**
     * Stores by id.
     *
     * @param byId products by id
     */
    public static List<Count> stores(Map<String, Integer> byId, Set<String> chosen) {
        return most(byId, Map.Entry::getValue, chosen).stream()
                .map(each -> new Count(each.getKey(), Optional.empty(), each.getValue()))
                .toList();
    }

    /**
     * Labels that are one value.
     *
     * @param most the encoded label of most products, of equal ones the first
     * @param ofMost how many those are
     */
    private record Merged(String most, int ofMost, int products) {
        Merged and(Merged other) {
            boolean stays =
                    ofMost > other.ofMost
                            || (ofMost == other.ofMost && most.compareTo(other.most) < 0);
            return new Merged(
                    stays ? most : other.most,
                    stays ? ofMost : other.ofMost,
                    products + other.products);
        }
    }

    /** Only what is shown is decoded: a broad search finds labels by the thousand. */
    private static List<Count> merged(
            Map<String, Integer> byLabel, UnaryOperator<String> key, Set<String> chosen) {
        Map<String, Merged> byKey = new HashMap<>();
        byLabel.forEach((label, products) ->
                byKey.merge(
                        key.apply(FacetLabel.valueOf(label)),
                        new Merged(label, products, products),
                        Merged::and));
        return most(
                        byKey,
                        each -> each.getValue().products(),
                        chosen.stream().map(key).collect(Collectors.toSet()))
                .stream()
                .map(each -> {
                    FacetLabel label = FacetLabel.decoded(each.getValue().most());
                    return new Count(label.value(), label.label(), each.getValue().products());
                })
                .toList();
    }

    private static <T> List<Map.Entry<String, T>> most(
            Map<String, T> byKey,
            ToIntFunction<Map.Entry<String, T>> products,
            Set<String> chosen) {
        List<Map.Entry<String, T>> sorted = new ArrayList<>(byKey.entrySet());
        sorted.sort(
                Comparator.comparingInt(products)
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()));
        return IntStream.range(0, sorted.size())
                .filter(i -> i < Facets.MOST || chosen.contains(sorted.get(i).getKey()))
                .mapToObj(sorted::get)
                .toList();
    }
}
