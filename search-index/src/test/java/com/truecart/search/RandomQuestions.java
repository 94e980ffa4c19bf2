package com.truecart.search;

import com.truecart.model.Localized;
import com.truecart.model.Money;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;

/**
 * Questions as shoppers ask them, and as nobody does: words of real products in both languages, in
 * any order and form, with any filters, sorts and pages; the same for the same seed.
 */
final class RandomQuestions {

    private static final Currency HKD = Currency.getInstance("HKD");
    private static final List<String> ODD =
            List.of(
                    "",
                    "   ",
                    "\"milk",
                    "milk AND (OR",
                    "a*b?c~2^9",
                    "😀 cola",
                    "'; drop table offer; --",
                    "<script>alert(1)</script>",
                    "the of and",
                    "ＭＩＬＫ ３３０ｍｌ",
                    "牛",
                    "x".repeat(SearchQuery.LONGEST_TEXT),
                    "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23",
                    "wh1000xm4");

    private final Random random;
    private final List<ProductDocument> products;
    private final List<String> stores;
    private final List<String> categories;

    RandomQuestions(long seed, List<ProductDocument> products) {
        this.random = new Random(seed);
        this.products = products;
        this.stores =
                distinct(product -> product.offers().stream().map(OfferDocument::storeId).toList());
        this.categories =
                distinct(product ->
                        product.category().stream()
                                .map(level -> level.in(Locale.ENGLISH))
                                .toList());
    }

    private List<String> distinct(Function<ProductDocument, List<String>> of) {
        return products.stream()
                .flatMap(each -> of.apply(each).stream())
                .distinct()
                .sorted()
                .toList();
    }

    SearchQuery next() {
        Filters filters = filters();
        Sort sort = any(List.of(Sort.values()));
        if (sort == Sort.PRICE) {
            filters = filters.in(HKD);
        }
        return new SearchQuery(
                SearchQuery.shortened(text()),
                filters,
                sort,
                random.nextInt(4) == 0 ? random.nextInt(20) : 0,
                1 + random.nextInt(30));
    }

    private String text() {
        return switch (random.nextInt(9)) {
            case 0 -> any(ODD);
            case 1 -> words(any(products).brand().orElseThrow(), 1 + random.nextInt(2));
            case 2 -> words(any(products).title(), 1) + " " + words(any(products).title(), 1);
            case 8 -> {
                ProductDocument product = any(products);
                yield product.brand().orElseThrow().in(Locale.ENGLISH)
                        + " "
                        + product.category().getLast().in(Locale.ENGLISH);
            }
            case 3 -> words(any(products).title(), 9).toUpperCase(Locale.ROOT);
            default -> words(any(products).title(), 1 + random.nextInt(4));
        };
    }

    private String words(Localized texts, int most) {
        String text = any(List.copyOf(texts.byLanguage().values()));
        List<String> words = new ArrayList<>(List.of(text.strip().split("\\s+")));
        if (random.nextBoolean()) {
            Collections.shuffle(words, random);
        }
        return String.join(" ", words.subList(0, Math.min(words.size(), most)));
    }

    private Filters filters() {
        Filters filters = Filters.NONE;
        if (random.nextInt(3) == 0) {
            filters = filters.atStores(some(stores));
        }
        if (random.nextInt(4) == 0) {
            filters =
                    filters.ofBrands(
                            Set.of(any(products).brand().orElseThrow().in(Locale.ENGLISH)));
        }
        if (random.nextInt(4) == 0) {
            filters = filters.inCategories(some(categories));
        }
        if (random.nextInt(4) == 0) {
            filters = filters.onlyInStock();
        }
        if (random.nextInt(4) == 0) {
            filters = filters.onlyWithPromotion();
        }
        if (random.nextInt(4) == 0) {
            long least = random.nextInt(5_000);
            filters =
                    filters.priced(
                            Optional.of(new Money(least, HKD)),
                            Optional.of(new Money(least + random.nextInt(10_000), HKD)));
        }
        return filters;
    }

    private Set<String> some(List<String> values) {
        Set<String> some = new HashSet<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            some.add(any(values));
        }
        some.add(random.nextInt(10) == 0 ? "nowhere" : any(values));
        return some;
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
