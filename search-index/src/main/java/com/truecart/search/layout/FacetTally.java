package com.truecart.search.layout;

import com.truecart.search.Facets;
import com.truecart.search.Facets.Count;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
        return most(
                byId.entrySet().stream()
                        .map(each -> new Count(each.getKey(), Optional.empty(), each.getValue()))
                        .collect(Collectors.toMap(Count::value, UnaryOperator.identity())),
                chosen);
    }

    private static List<Count> merged(
            Map<String, Integer> byLabel, UnaryOperator<String> key, Set<String> chosen) {
        Map<String, Count> counts = new HashMap<>();
        byLabel.entrySet().stream()
                .sorted(
                        Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                                .thenComparing(Map.Entry.comparingByKey()))
                .forEach(each -> {
                    FacetLabel label = FacetLabel.decoded(each.getKey());
                    counts.merge(
                            key.apply(label.value()),
                            new Count(label.value(), label.label(), each.getValue()),
                            (most, other) ->
                                    new Count(
                                            most.value(),
                                            most.label(),
                                            most.products() + other.products()));
                });
        return most(counts, chosen.stream().map(key).collect(Collectors.toSet()));
    }

    private static List<Count> most(Map<String, Count> byKey, Collection<String> chosen) {
        Comparator<Map.Entry<String, Count>> mostFirst =
                Comparator.comparing(
                        Map.Entry::getValue, Comparator.comparingInt(Count::products).reversed());
        List<Map.Entry<String, Count>> sorted =
                byKey.entrySet().stream()
                        .sorted(mostFirst.thenComparing(Map.Entry.comparingByKey()))
                        .toList();
        return IntStream.range(0, sorted.size())
                .filter(i -> i < Facets.MOST || chosen.contains(sorted.get(i).getKey()))
                .mapToObj(i -> sorted.get(i).getValue())
                .toList();
    }
}
