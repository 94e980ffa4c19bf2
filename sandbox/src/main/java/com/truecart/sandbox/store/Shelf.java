package com.truecart.sandbox.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What a shop has, and for how much. */
public final class Shelf {
    private final Map<String, Offer> bySku = new LinkedHashMap<>();
    private final Map<String, String> skuByItemId = new LinkedHashMap<>();

    /** Fills the shelf. */
    public Shelf(List<Offer> offers) {
        for (Offer offer : offers) {
            bySku.put(offer.sku(), offer);
            skuByItemId.put(offer.itemId(), offer.sku());
        }
    }

    /** Everything, in shelf order. */
    public synchronized List<Offer> offers() {
        return List.copyOf(bySku.values());
    }

    /** By the shop's own number. */
    public synchronized Optional<Offer> sku(String sku) {
        return Optional.ofNullable(bySku.get(sku));
    }

    /** By the protocol's id. */
    public synchronized Optional<Offer> item(String itemId) {
        return Optional.ofNullable(skuByItemId.get(itemId)).flatMap(this::sku);
    }

    /** Sets the selling price; a price above the regular one becomes the regular one. */
    public void setPrice(String sku, long price) {
        if (price < 0) {
            throw new IllegalArgumentException("A price cannot be negative");
        }
        change(
                sku,
                o ->
                        new Offer(
                                o.sku(),
                                o.itemId(),
                                o.product(),
                                Math.max(price, o.regularPrice()),
                                price,
                                o.stock()));
    }

    /** Sets how many are left. */
    public void setStock(String sku, int quantity) {
        if (quantity < 0) {
            throw new IllegalArgumentException("A stock cannot be negative");
        }
        change(sku, o -> stocked(o, quantity));
    }

    /** Takes all of these, or none: the answer is the first offer that has too few. */
    public synchronized Optional<Offer> take(Map<String, Integer> quantities) {
        for (var wanted : quantities.entrySet()) {
            Offer offer = known(wanted.getKey());
            if (offer.stock() < wanted.getValue()) {
                return Optional.of(offer);
            }
        }
        quantities.forEach((sku, n) -> change(sku, o -> stocked(o, o.stock() - n)));
        return Optional.empty();
    }

    /** Takes what was sold before a restart, down to nothing at worst. */
    public void replay(String sku, int quantity) {
        if (sku(sku).isPresent()) {
            change(sku, o -> stocked(o, Math.max(0, o.stock() - quantity)));
        }
    }

    private synchronized void change(String sku, UnaryOperator<Offer> how) {
        bySku.put(sku, how.apply(known(sku)));
    }

    private Offer known(String sku) {
        Offer offer = bySku.get(sku);
        if (offer == null) {
            throw new NoSuchElementException("No such product here: " + sku);
        }
        return offer;
    }

    private static Offer stocked(Offer o, int stock) {
        return new Offer(o.sku(), o.itemId(), o.product(), o.regularPrice(), o.price(), stock);
    }
}
