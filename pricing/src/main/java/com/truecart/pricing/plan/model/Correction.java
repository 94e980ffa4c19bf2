package com.truecart.pricing.plan.model;

import java.util.List;

/**
 * What buying exactly these takes at these stores costs beyond what the numbers say: the pricing
 * engine has worked this very choice out.
 *
 * @param stores positions; nothing else may be bought there for the correction to hold
 * @param takes positions, all whole
 * @param extra above 0
 */
public record Correction(List<Integer> stores, List<Integer> takes, long extra) {
    public Correction {
        stores = List.copyOf(stores);
        takes = List.copyOf(takes);
    }
}
