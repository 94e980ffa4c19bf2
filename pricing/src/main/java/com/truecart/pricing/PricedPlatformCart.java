package com.truecart.pricing;

import com.truecart.model.Money;
import com.truecart.model.Promotion;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The carts of several stores of one platform with their prices: each store's share of a platform
 * promotion is a step of that store's price, and the shares are the whole to the cent.
 *
 * @param stores each store's priced cart by the store's id; of promotions that are not in its
 *     amount it speaks of its own only
 * @param payable what is to pay in all, never below zero; refused where it is not the stores'
 *     payable amounts together
 * @param notApplied promotions of the platform that lower no store's amount, and why
 * @param gifts what the platform adds
 * @param valueBack what the platform gives back later, worked out over all stores
 * @param isProvenBest false where a better combination may exist that was not looked at
 * @param asOf the moment this was worked out for
 */
public record PricedPlatformCart(
        SortedMap<String, PricedCart> stores,
        Money payable,
        List<NotApplied> notApplied,
        List<GiftNote> gifts,
        List<ValueBackNote> valueBack,
        boolean isProvenBest,
        Instant asOf) {

    public PricedPlatformCart {
        stores = Collections.unmodifiableSortedMap(new TreeMap<>(stores));
        notApplied = List.copyOf(notApplied);
        gifts = List.copyOf(gifts);
        valueBack = List.copyOf(valueBack);
        Money sum =
                stores.values().stream()
                        .map(PricedCart::payable)
                        .reduce(Money.zero(payable.currency()), Money::plus);
        if (!sum.equals(payable)) {
            throw new IllegalArgumentException("stores come to " + sum + ", payable is " + payable);
        }
    }

    /** What a promotion takes off all stores together; nothing where it is in no amount. */
    public Money saved(Promotion promotion) {
        Money saved = Money.zero(payable.currency());
        for (PricedCart cart : stores.values()) {
            for (PriceStep step : cart.steps()) {
                if (step.promotion().filter(promotion::equals).isPresent()) {
                    saved = saved.minus(step.change());
                }
            }
        }
        return saved;
    }
}
