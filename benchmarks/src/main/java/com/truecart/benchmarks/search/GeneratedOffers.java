package com.truecart.benchmarks.search;

import com.truecart.benchmarks.search.RealNames.Named;
import com.truecart.model.Localized;
import com.truecart.model.Money;
import com.truecart.search.OfferDocument;
import com.truecart.search.ProductDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * As many products as wished whose names are those of real ones cut and put together anew. Each is
 * made of its number alone, so nothing is kept.
 *
 * @param products how many
 */
record GeneratedOffers(RealNames real, List<String> stores, int products, long seed) {

    private static final int MOST_OFFERS = 5;
    private static final int OFFERS_A_PRODUCT = (1 + MOST_OFFERS) / 2;
    private static final int OTHER_STORES = 11;
    private static final int PPM = 1_000_000;

    /** About so many offers: three for each product on average, one to five. */
    static GeneratedOffers about(int offers, long seed) {
        RealNames real = RealNames.read();
        List<String> stores = new ArrayList<>(real.stores());
        for (int i = 1; i <= OTHER_STORES; i++) {
            stores.add("STORE-" + i);
        }
        return new GeneratedOffers(real, List.copyOf(stores), offers / OFFERS_A_PRODUCT, seed);
    }

    /**
     * All of them, one at a time.
     *
     * @param round prices differ in each, all else is the same
     */
    Stream<ProductDocument> all(int round) {
        return IntStream.range(0, products).mapToObj(number -> product(number, round));
    }

    /** Offers of all products together. */
    long offers() {
        return IntStream.range(0, products).mapToLong(number -> offers(random(number))).sum();
    }

    private SplittableRandom random(int number) {
        return new SplittableRandom(seed * PPM + number);
    }

    private static int offers(SplittableRandom random) {
        return 1 + random.nextInt(MOST_OFFERS);
    }

    private ProductDocument product(int number, int round) {
        SplittableRandom random = random(number);
        int offers = offers(random);
        Named start = any(random);
        Named end = any(random);
        Named kind = random.nextInt(4) == 0 ? end : start;
        Named maker = random.nextInt(2) == 0 ? end : start;
        String id = "G%08d".formatted(number);
        return new ProductDocument(
                id,
                Localized.of("en", joined(start.english(), end.english()))
                        .and("zh-Hant", joined(start.chinese(), end.chinese())),
                Optional.of(maker.brand()),
                kind.category(),
                List.of(id),
                random.nextInt(2) == 0
                        ? OptionalInt.of(1 + random.nextInt(products))
                        : OptionalInt.empty(),
                offers(id, offers, kind.cents(), random, round));
    }

    private List<OfferDocument> offers(
            String id, int many, long cents, SplittableRandom random, int round) {
        SplittableRandom prices = new SplittableRandom(random.nextLong() + round);
        List<OfferDocument> offers = new ArrayList<>();
        int store = random.nextInt(stores.size());
        for (int i = 0; i < many; i++) {
            store = (store + 1 + random.nextInt(3)) % stores.size();
            long list = Math.max(1, cents * (80 + prices.nextInt(50)) / 100);
            long discount = prices.nextInt(3) == 0 ? prices.nextInt(PPM / 2) : 0;
            long price = Math.max(1, list * (PPM - discount) / PPM);
            offers.add(
                    new OfferDocument(
                            id + "@" + i,
                            stores.get(store),
                            "generated",
                            Money.of(price, "HKD"),
                            Money.of(list, "HKD"),
                            discount,
                            random.nextInt(10) != 0,
                            random.nextInt(4) == 0));
        }
        return offers;
    }

    private Named any(SplittableRandom random) {
        return real.products().get(random.nextInt(real.products().size()));
    }

    /** The first half of one name and the second of another. */
    private static String joined(List<String> start, List<String> end) {
        List<String> words = new ArrayList<>(start.subList(0, (start.size() + 1) / 2));
        words.addAll(end.subList(end.size() / 2, end.size()));
        return String.join(" ", words);
    }
}
