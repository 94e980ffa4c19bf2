package com.truecart.model;

import java.util.Optional;
import java.util.Set;

/**
 * How a promotion stands to others, as stated.
 *
 * @param priority lower goes first where the store's engine orders by priority
 * @param group at most one promotion of a group applies (互斥)
 * @param exclusive it applies alone or not at all
 * @param last nothing that comes after it is looked at (Magento "discard subsequent rules",
 *     commercetools "stop after this discount")
 * @param combinesWith the stages whose promotions it agrees to stand beside; empty means it says
 *     nothing. Two promotions combine only if both agree (Shopify discount classes)
 */
public record Stacking(
        int priority,
        Optional<String> group,
        boolean exclusive,
        boolean last,
        Optional<Set<Promotion.Stage>> combinesWith) {

    /** Nothing but an order. */
    public static Stacking priority(int priority) {
        return new Stacking(priority, Optional.empty(), false, false, Optional.empty());
    }

    /** At most one of this group. */
    public static Stacking oneOf(String group) {
        return new Stacking(0, Optional.of(group), false, false, Optional.empty());
    }

    /** Alone or not at all. */
    public static Stacking alone(int priority) {
        return new Stacking(priority, Optional.empty(), true, false, Optional.empty());
    }

    public Stacking {
        combinesWith = combinesWith.map(Set::copyOf);
    }
}
