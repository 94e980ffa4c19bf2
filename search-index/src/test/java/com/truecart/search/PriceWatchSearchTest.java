package com.truecart.search;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.truecart.model.Localized;
import com.truecart.model.Money;
import com.truecart.search.Facets.Count;
import com.truecart.search.lucene.LuceneOffers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Real products, real prices, two languages. */
class PriceWatchSearchTest {

    private static final LuceneOffers OFFERS = LuceneOffers.inMemory();
    private static final Map<String, ProductDocument> PRODUCTS = new TreeMap<>();

    @BeforeAll
    static void shelve() {
        Optional<List<ProductDocument>> products = PriceWatch.products();
        assumeTrue(products.isPresent());
        products.get().forEach(product -> PRODUCTS.put(product.productId(), product));
        OFFERS.rebuild(products.get().stream());
    }

    @AfterAll
    static void close() {
        OFFERS.close();
    }

    @Test
    void allProductsAreThere() {
        assertThat(OFFERS.search(SearchQuery.of("")).total()).isEqualTo(2_619);
    }

    @Test
    void theBestHitsAreWhatWasAskedFor() {
        assertBest("可樂", name -> name.contains("可樂"));
        assertBest("牛奶", name -> name.contains("牛奶") || name.contains("鮮奶"));
        assertBest("milk", name -> isPlainMilk(name));
        assertBest(
                "extra virgin olive oil",
                name -> name.contains("extra virgin") && name.contains("olive oil"));
        assertBest(
                "coca cola 330ml", 4, name -> name.contains("coca cola") && name.contains("330ml"));
        assertBest("fresh milk", name -> name.contains("milk") && name.contains("fresh"));
        assertBest("橄欖油", name -> name.contains("橄欖油"));
        assertBest("shampoos", name -> name.contains("shampoo"));
    }

    @Test
    void theFormOfCharactersChangesNothing() {
        assertThat(ids("可乐")).isEqualTo(ids("可樂")).isNotEmpty();
        assertThat(ids("橄榄油")).isEqualTo(ids("橄欖油")).isNotEmpty();
        assertThat(ids("ＣＯＣＡ ＣＯＬＡ ３３０ｍｌ")).isEqualTo(ids("coca cola 330ML")).isNotEmpty();
    }

    @Test
    void nineteenOfTwentyNamesFindTheirProductInEitherLanguage() {
        for (String language : List.of("en", "zh-Hant")) {
            int asked = 0;
            int found = 0;
            for (ProductDocument product : everyFifth()) {
                String name = product.title().byLanguage().getOrDefault(language, "");
                String brand =
                        product.brand().orElseThrow().byLanguage().getOrDefault(language, "");
                SearchPage page =
                        OFFERS.search(SearchQuery.of(cut(brand + " " + name)).onPage(0, 10));
                asked++;
                found += Shelf.ids(page).contains(product.productId()) ? 1 : 0;
            }
            System.out.printf(
                    "Known product by its name (%s): %d of %d in the first ten%n",
                    language, found, asked);
            assertThat(found).isGreaterThanOrEqualTo(asked * 95 / 100);
        }
    }

    @Test
    void sevenOfEightProductsAreFoundByWordsInAnotherOrderWithoutTheLast() {
        int asked = 0;
        int found = 0;
        for (ProductDocument product : everyFifth()) {
            String name = english(product.brand().orElseThrow()) + " " + english(product.title());
            List<String> words = List.of(name.split("\\s+")).reversed();
            SearchPage page =
                    OFFERS.search(
                            SearchQuery.of(cut(String.join(" ", words.subList(1, words.size()))))
                                    .onPage(0, 10));
            asked++;
            found += Shelf.ids(page).contains(product.productId()) ? 1 : 0;
        }
        System.out.printf(
                "Known product, words turned round, the size dropped: %d of %d in the first ten%n",
                found, asked);
        assertThat(found).isGreaterThanOrEqualTo(asked * 7 / 8);
    }

    @Test
    void facetsAndTotalsEqualWhatCountingByHandGives() {
        Currency hkd = Currency.getInstance("HKD");
        Filters cheap = Filters.NONE.priced(Optional.empty(), Optional.of(new Money(2_000, hkd)));
        for (String text : List.of("", "milk", "茶")) {
            Set<String> inText = allIds(SearchQuery.of(text));
            for (Filters filters :
                    List.of(
                            Filters.NONE,
                            cheap,
                            cheap.onlyWithPromotion().atStores(Set.of("WELLCOME", "JASONS")),
                            cheap.ofBrands(Set.of("Vita", "Nestle")),
                            Filters.NONE
                                    .onlyWithPromotion()
                                    .atStores(Set.of("AEON"))
                                    .inCategories(Set.of("Beverages")))) {
                SearchQuery query = SearchQuery.of(text).with(filters);
                SearchPage page = OFFERS.search(query);
                assertThat(allIds(query))
                        .isEqualTo(
                                matching(inText, filters)
                                        .map(ProductDocument::productId)
                                        .collect(Collectors.toSet()))
                        .hasSize((int) page.total());
                assertThat(byBrandKey(page.facets().brands()))
                        .isEqualTo(
                                most(
                                        counted(
                                                matching(inText, filters.ofBrands(Set.of())),
                                                product ->
                                                        product.brand().stream()
                                                                .map(PriceWatchSearchTest::english)
                                                                .map(Facets::brandKey)),
                                        filters.brands().stream()
                                                .map(Facets::brandKey)
                                                .collect(Collectors.toSet())));
                assertThat(counts(page.facets().categories()))
                        .isEqualTo(
                                most(
                                        counted(
                                                matching(inText, filters.inCategories(Set.of())),
                                                product ->
                                                        product.category().stream()
                                                                .map(
                                                                        PriceWatchSearchTest
                                                                                ::english)),
                                        filters.categories()));
                Filters anyStore = filters.atStores(Set.of());
                assertThat(counts(page.facets().stores()))
                        .isEqualTo(
                                counted(
                                        matching(inText, anyStore),
                                        product ->
                                                product.offers().stream()
                                                        .filter(offer -> fulfils(offer, anyStore))
                                                        .map(OfferDocument::storeId)));
            }
        }
    }

    @Test
    void sortedByPriceTheCheapestOffersAscend() {
        Currency hkd = Currency.getInstance("HKD");
        Filters promoted = Filters.NONE.in(hkd).onlyWithPromotion();
        List<Long> prices = new ArrayList<>();
        for (int page = 0; page < 5; page++) {
            SearchPage found =
                    OFFERS.search(
                            SearchQuery.of("milk").with(promoted).by(Sort.PRICE).onPage(page, 20));
            for (SearchPage.Hit hit : found.hits()) {
                long cheapest =
                        product(hit).offers().stream()
                                .filter(offer -> fulfils(offer, promoted))
                                .mapToLong(offer -> offer.effective().minor())
                                .min()
                                .orElseThrow();
                prices.add(cheapest);
            }
        }
        assertThat(prices).hasSizeGreaterThan(20).isSortedAccordingTo(Comparator.naturalOrder());
    }

    /** The hundred that most products have, and those that are asked for. */
    private static Map<String, Integer> most(Map<String, Integer> counts, Set<String> chosen) {
        Set<String> first =
                counts.entrySet().stream()
                        .sorted(
                                Map.Entry.<String, Integer>comparingByValue(
                                                Comparator.reverseOrder())
                                        .thenComparing(Map.Entry.comparingByKey()))
                        .limit(Facets.MOST)
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet());
        return counts.entrySet().stream()
                .filter(each -> first.contains(each.getKey()) || chosen.contains(each.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static boolean isPlainMilk(String name) {
        return name.contains("milk")
                && Stream.of("chocolate", "condensed", "evaporated", "coconut", "tea", "powder")
                        .noneMatch(name::contains);
    }

    private static void assertBest(String text, Predicate<String> expected) {
        assertBest(text, 5, expected);
    }

    private static void assertBest(String text, int best, Predicate<String> expected) {
        SearchPage page = OFFERS.search(SearchQuery.of(text).onPage(0, 10));
        List<String> names = page.hits().stream().map(hit -> name(product(hit))).toList();
        System.out.println(text + " (" + page.total() + "): " + names);
        assertThat(names).hasSizeGreaterThanOrEqualTo(best);
        assertThat(names.subList(0, best)).as(text).allMatch(expected);
    }

    private static ProductDocument product(SearchPage.Hit hit) {
        return requireNonNull(PRODUCTS.get(hit.productId()));
    }

    private static String name(ProductDocument product) {
        return Stream.concat(product.brand().stream(), Stream.of(product.title()))
                .flatMap(text -> new TreeMap<>(text.byLanguage()).values().stream())
                .collect(Collectors.joining(" "))
                .toLowerCase(Locale.ROOT);
    }

    private static Stream<ProductDocument> matching(Set<String> inText, Filters filters) {
        return PRODUCTS.values().stream()
                .filter(product -> inText.contains(product.productId()))
                .filter(product -> isOneOf(filters.brands(), product.brand().stream()))
                .filter(product -> isOneOf(filters.categories(), product.category().stream()))
                .filter(product ->
                        product.offers().stream().anyMatch(offer -> fulfils(offer, filters)));
    }

    private static boolean isOneOf(Set<String> wanted, Stream<Localized> names) {
        return wanted.isEmpty()
                || names.map(PriceWatchSearchTest::english).anyMatch(wanted::contains);
    }

    private static boolean fulfils(OfferDocument offer, Filters filters) {
        return (filters.stores().isEmpty() || filters.stores().contains(offer.storeId()))
                && filters.maxPrice()
                        .map(most -> offer.effective().compareTo(most) <= 0)
                        .orElse(true)
                && (!filters.hasPromotion() || offer.hasPromotion());
    }

    private static Map<String, Integer> counted(
            Stream<ProductDocument> products, Function<ProductDocument, Stream<String>> values) {
        Map<String, Integer> counts = new TreeMap<>();
        products.forEach(product ->
                values.apply(product)
                        .distinct()
                        .forEach(value -> counts.merge(value, 1, Integer::sum)));
        return counts;
    }

    private static Map<String, Integer> counts(List<Count> facet) {
        return facet.stream().collect(Collectors.toMap(Count::value, Count::products));
    }

    private static Map<String, Integer> byBrandKey(List<Count> facet) {
        return facet.stream()
                .collect(
                        Collectors.toMap(count -> Facets.brandKey(count.value()), Count::products));
    }

    private static String english(Localized text) {
        return text.in(Locale.ENGLISH);
    }

    private static List<ProductDocument> everyFifth() {
        List<ProductDocument> all = List.copyOf(PRODUCTS.values());
        return Stream.iterate(0, i -> i < all.size(), i -> i + 5).map(all::get).toList();
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(text.length(), SearchQuery.LONGEST_TEXT)).strip();
    }

    private static List<String> ids(String text) {
        return Shelf.ids(OFFERS.search(SearchQuery.of(text)));
    }

    private static Set<String> allIds(SearchQuery query) {
        Set<String> ids = new HashSet<>();
        for (int page = 0; ; page++) {
            List<String> onPage = Shelf.ids(OFFERS.search(query.onPage(page, 100)));
            ids.addAll(onPage);
            if (onPage.size() < 100) {
                return ids;
            }
        }
    }
}
