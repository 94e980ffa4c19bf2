package com.truecart.app.compare;

import com.truecart.model.Localized;
import com.truecart.search.Facets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Something to search for instead of typing on.
 *
 * @param words in every language there is
 */
public record Suggestion(Kind kind, Localized words) {

    /** Products that are suggested. */
    static final int PRODUCTS = 6;

    private static final int OF_A_FACET = 3;

    /** What it names. */
    public enum Kind {
        BRAND,
        CATEGORY,
        PRODUCT
    }

    static List<Suggestion> of(String typed, Facets facets, List<Localized> titles) {
        List<Suggestion> all = new ArrayList<>();
        begun(typed, facets.brands()).forEach(words -> all.add(new Suggestion(Kind.BRAND, words)));
        begun(typed, facets.categories())
                .forEach(words -> all.add(new Suggestion(Kind.CATEGORY, words)));
        titles.forEach(title -> all.add(new Suggestion(Kind.PRODUCT, title)));
        return all;
    }

    private static Stream<Localized> begun(String typed, List<Facets.Count> counts) {
        return counts.stream()
                .map(count ->
                        count.label()
                                .orElseGet(() -> Localized.of(Localized.UNSTATED, count.value())))
                .filter(label -> hasWordThatBegins(label, typed))
                .limit(OF_A_FACET);
    }

    private static boolean hasWordThatBegins(Localized label, String typed) {
        String start = typed.toLowerCase(Locale.ROOT);
        return label.byLanguage().values().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .anyMatch(name ->
                        name.startsWith(start)
                                || Arrays.stream(name.split("[\\s/&,-]+"))
                                        .anyMatch(word -> word.startsWith(start)));
    }
}
