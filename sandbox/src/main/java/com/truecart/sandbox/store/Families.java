package com.truecart.sandbox.store;

import com.truecart.sandbox.world.Product;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sizes of one thing, for shops that sell them as variants of one product. */
public final class Families {
    private Families() {}

    /** What is on the shelf by what its names have in common, in shelf order. */
    public static Map<String, List<Offer>> of(Shelf shelf) {
        Map<String, List<Offer>> families = new LinkedHashMap<>();
        for (Offer offer : shelf.offers()) {
            families.computeIfAbsent(name(offer.product()), _ -> new ArrayList<>()).add(offer);
        }
        return families;
    }

    /** The product's name without its size. */
    public static String name(Product product) {
        String name = product.name();
        return name.endsWith(" " + product.pack())
                ? name.substring(0, name.length() - product.pack().length() - 1)
                : name;
    }
}
