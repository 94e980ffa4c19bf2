package com.truecart.sandbox.gateway;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What is for sale at 1688, with specs, prices by quantity and stock. */
public final class WholesaleOffers {
    private static final long FIRST_OFFER = 600_000_000_000L;
    private static final int STOCK = 500;
    private static final int MANY = 10;

    private final Assortment assortment;
    private final Map<Integer, Long> prices = new HashMap<>();
    private final Map<String, Integer> stock = new HashMap<>();

    /**
     * One thing that can be ordered.
     *
     * @param spec the spec's id; empty where the offer has none
     * @param bySpec whether the spec has a price of its own, whatever the quantity
     */
    public record Sale(Goods goods, long offerId, Optional<String> spec, boolean bySpec) {
        /** Offer and spec, with a colon between. */
        public String key() {
            return offerId + spec.map(id -> ":" + id).orElse("");
        }
    }

    WholesaleOffers(Assortment assortment) {
        this.assortment = assortment;
    }

    /** The offers a word finds, each with its specs; those withdrawn are found as well. */
    public List<Sale> found(String word) {
        return assortment.found(word).stream().flatMap(this::sales).toList();
    }

    List<Goods> offers(String word) {
        return assortment.found(word);
    }

    /** One in five offers has two specs with a price each, one in five two specs of one price. */
    Stream<Sale> sales(Goods goods) {
        long offer = FIRST_OFFER + goods.number();
        int kind = goods.number() % 5;
        if (kind != 2 && kind != 3) {
            return Stream.of(new Sale(goods, offer, Optional.empty(), false));
        }
        List<Sale> sales = new ArrayList<>();
        for (String letter : List.of("a", "b")) {
            String spec = letter.repeat(24) + "%08x".formatted(goods.number());
            sales.add(new Sale(goods, offer, Optional.of(spec), kind == 2));
        }
        return sales.stream();
    }

    Optional<Goods> offer(long offerId) {
        return assortment.numbered((int) (offerId - FIRST_OFFER));
    }

    /** Found, but no longer there when it is looked up. */
    public boolean isWithdrawn(Goods goods) {
        return goods.number() % 97 == 0;
    }

    /** The fewest units the seller sells of an offer. */
    public int least(Goods goods) {
        return goods.number() % 7 == 0 ? 2 : 1;
    }

    /** From this many units of an offer on each costs less; no such number for prices by spec. */
    int many() {
        return MANY;
    }

    /** What a unit costs when so many units of the offer are bought, in fen. */
    public synchronized long price(Sale sale, int unitsOfTheOffer) {
        long price = prices.getOrDefault(sale.goods().number(), sale.goods().price());
        if (sale.bySpec()) {
            return sale.spec().orElse("").startsWith("b") ? price + 200 : price;
        }
        return unitsOfTheOffer >= MANY ? price * 9 / 10 : price;
    }

    /** Sets the price of an offer, in fen. */
    public synchronized void setPrice(Goods goods, long fen) {
        prices.put(goods.number(), fen);
    }

    /** How many are left. */
    public synchronized int stock(String key) {
        return stock.getOrDefault(key, STOCK);
    }

    /** Sets how many are left. */
    public synchronized void setStock(String key, int left) {
        stock.put(key, left);
    }
}
