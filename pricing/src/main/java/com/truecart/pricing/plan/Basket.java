package com.truecart.pricing.plan;

import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is wanted, where it may be bought, and in which currency the plan is made.
 *
 * @param wants with unique ids, in the shopper's order
 * @param stores with unique ids; candidates at other stores are not considered
 * @param currency offers in other currencies are reported, never summed
 */
public record Basket(List<Want> wants, List<Store> stores, Currency currency) {
    public Basket {
        wants = List.copyOf(wants);
        stores = List.copyOf(stores);
        Set<String> ids = new HashSet<>();
        for (Want want : wants) {
            if (!ids.add(want.id())) {
                throw new IllegalArgumentException("two wants are called " + want.id());
            }
        }
        ids.clear();
        for (Store store : stores) {
            if (!ids.add(store.id())) {
                throw new IllegalArgumentException("two stores are called " + store.id());
            }
        }
    }
}
