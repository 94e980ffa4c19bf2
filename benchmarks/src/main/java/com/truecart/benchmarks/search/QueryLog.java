package com.truecart.benchmarks.search;

import com.truecart.benchmarks.search.RealNames.Named;
import com.truecart.model.Money;
import com.truecart.search.Filters;
import com.truecart.search.SearchQuery;
import com.truecart.search.Sort;
import com.truecart.search.analysis.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * What shoppers ask: one to three words that stand side by side in a real name, in either language,
 * few of them often and most hardly ever (Zipf); half with filters, a quarter by price.
 */
final class QueryLog {

    private static final Currency HKD = Currency.getInstance("HKD");
    private static final int TEXTS = 10_000;
    private static final int PAGE = 20;

    private final Random random;
    private final GeneratedOffers offers;
    private final List<String> texts = new ArrayList<>();

    /** Of the text at each place and all before it, how likely one of them is asked. */
    private final double[] upTo = new double[TEXTS];

    private QueryLog(GeneratedOffers offers, long seed) {
        this.random = new Random(seed);
        this.offers = offers;
        double sum = 0;
        for (int place = 0; place < TEXTS; place++) {
            texts.add(text());
            sum += 1.0 / (place + 1);
            upTo[place] = sum;
        }
    }

    /** So many questions in the order they are asked. */
    static List<SearchQuery> of(int many, GeneratedOffers offers, long seed) {
        QueryLog log = new QueryLog(offers, seed);
        List<SearchQuery> all = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            all.add(log.next());
        }
        return all;
    }

    private SearchQuery next() {
        double drawn = random.nextDouble() * upTo[TEXTS - 1];
        int place = Arrays.binarySearch(upTo, drawn);
        String text = texts.get(place < 0 ? -place - 1 : place);
        Filters filters = random.nextBoolean() ? filters() : Filters.NONE;
        return switch (random.nextInt(8)) {
            case 0, 1 -> new SearchQuery(text, filters.in(HKD), Sort.PRICE, 0, PAGE);
            case 2 -> new SearchQuery(text, filters, Sort.DISCOUNT, 0, PAGE);
            default -> new SearchQuery(text, filters, Sort.RELEVANCE, 0, PAGE);
        };
    }

    private String text() {
        List<String> words = random.nextBoolean() ? any().english() : any().chinese();
        int many = Math.min(words.size(), 1 + random.nextInt(3));
        int from = random.nextInt(words.size() - many + 1);
        String text = String.join(" ", words.subList(from, from + many));
        return Word.in(text).isEmpty() ? text() : SearchQuery.shortened(text);
    }

    private Filters filters() {
        Filters filters = Filters.NONE;
        if (random.nextInt(3) == 0) {
            int store = random.nextInt(offers.stores().size() - 1);
            filters = filters.atStores(Set.copyOf(offers.stores().subList(store, store + 2)));
        }
        if (random.nextInt(3) == 0) {
            filters = filters.onlyInStock();
        }
        if (random.nextInt(5) == 0) {
            filters = filters.onlyWithPromotion();
        }
        if (random.nextInt(5) == 0) {
            filters = filters.inCategories(Set.of(any().category().get(1).in(Locale.ENGLISH)));
        }
        if (random.nextInt(5) == 0) {
            filters = filters.ofBrands(Set.of(any().brand().in(Locale.ENGLISH)));
        }
        if (random.nextInt(3) == 0) {
            long least = random.nextInt(5_000);
            filters =
                    filters.priced(
                            Optional.of(new Money(least, HKD)),
                            Optional.of(new Money(least + 1_000 + random.nextInt(9_000), HKD)));
        }
        return filters;
    }

    private Named any() {
        List<Named> all = offers.real().products();
        return all.get(random.nextInt(all.size()));
    }
}
