package com.truecart.chaos;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * What one shopper sets out to do: the same each time it is drawn by the same seed.
 *
 * @param articles by shop, which of its articles: the last one is sold out when it is ordered
 */
record Errand(Way way, Ending ending, Map<String, Integer> articles) {
    static final List<String> HONG_KONG = List.of("hk-corner", "hk-market");
    static final List<String> MAINLAND = List.of("cn-east", "cn-west");
    static final String TELLING = "everyday-home";

    /** The store that tells has a budget of ten calls a second, and an order takes a dozen. */
    private static final int TELLING_EVERY = 12;

    /** Cards are not charged for less than this article. */
    private static final int DEAR_ENOUGH = 4;

    /** How it is paid. */
    enum Way {
        CARD,
        WECHAT,
        ALIPAY;

        String account() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        /** Where somebody turns who does not pay so. */
        Way other() {
            return switch (this) {
                case CARD -> CARD;
                case WECHAT -> ALIPAY;
                case ALIPAY -> WECHAT;
            };
        }
    }

    /** What comes of it. */
    enum Ending {
        PAYS,
        /** With a card that is declined, then with one that is not. */
        PAYS_AT_THE_SECOND_CARD,
        /** Begins to pay, and then pays another way. */
        TURNS_TO_ANOTHER_WAY,
        /** Begins to pay, and then does not want it any more. */
        CALLS_IT_OFF
    }

    /** So many errands. */
    static List<Errand> draw(long seed, int count) {
        Random random = new Random(seed);
        return IntStream.range(0, count)
                .mapToObj(number -> draw(random, number % TELLING_EVERY == 0))
                .toList();
    }

    private static Errand draw(Random random, boolean telling) {
        int drawn = random.nextInt(5);
        Way way = drawn < 3 ? Way.CARD : drawn == 3 ? Way.WECHAT : Way.ALIPAY;
        List<String> shops = new ArrayList<>(way == Way.CARD ? HONG_KONG : MAINLAND);
        if (random.nextBoolean()) {
            shops.removeLast();
        }
        if (way == Way.CARD && telling) {
            shops.add(TELLING);
        }
        Map<String, Integer> articles = new LinkedHashMap<>();
        for (String shop : shops) {
            articles.put(
                    shop,
                    random.nextInt(5) == 0
                            ? Shelf.ARTICLES - 1
                            : DEAR_ENOUGH + random.nextInt(Shelf.ARTICLES - 1 - DEAR_ENOUGH));
        }
        int end = random.nextInt(10);
        return new Errand(
                way,
                end < 6
                        ? Ending.PAYS
                        : end == 6
                                ? Ending.PAYS_AT_THE_SECOND_CARD
                                : end < 9 ? Ending.TURNS_TO_ANOTHER_WAY : Ending.CALLS_IT_OFF,
                articles);
    }
}
