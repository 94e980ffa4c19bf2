package com.truecart.connector.medusa;

import com.truecart.model.Benefit;
import com.truecart.model.Benefit.BuyThisGetThat;
import com.truecart.model.Promotion;
import com.truecart.model.Scope;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Several "buy this, get that" at once. A unit that served one, bought or given, serves no other at
 * Medusa; our arithmetic lets it. So of two that want the same goods only the one that Medusa looks
 * at first is priced, and neither where it does not say which that is.
 */
final class BuyGets {
    private static final String EVERYTHING = "";

    /** {@code sortByBuyGetType} of its promotion module; of equals it says nothing. */
    private static final Comparator<Promotion> MEDUSAS_ORDER =
            Comparator.comparing(BuyGets::offer, Comparator.comparingLong(BuyThisGetThat::ratePpm))
                    .thenComparing(BuyGets::offer, Comparator.comparingInt(BuyThisGetThat::buy))
                    .thenComparing(BuyGets::offer, Comparator.comparingInt(BuyThisGetThat::get))
                    .reversed();

    private BuyGets() {}

    /** The same promotions, those that would want what an earlier one may have taken not priced. */
    static List<Promotion> apart(List<Promotion> promotions) {
        List<Promotion> wanting =
                promotions.stream()
                        .filter(promotion -> promotion.benefit() instanceof BuyThisGetThat)
                        .toList();
        return promotions.stream()
                .map(promotion ->
                        wanting.contains(promotion)
                                        && wanting.stream()
                                                .anyMatch(other -> mayTakeFrom(other, promotion))
                                ? notPriced(promotion)
                                : promotion)
                .toList();
    }

    /** Whether another one wants the same goods and is not known to be looked at later. */
    private static boolean mayTakeFrom(Promotion other, Promotion promotion) {
        if (other.equals(promotion) || MEDUSAS_ORDER.compare(other, promotion) > 0) {
            return false;
        }
        Set<String> goods = goods(promotion);
        Set<String> taken = goods(other);
        return goods.contains(EVERYTHING)
                || taken.contains(EVERYTHING)
                || !Collections.disjoint(taken, goods);
    }

    private static Set<String> goods(Promotion promotion) {
        Set<String> goods = new HashSet<>(ids(promotion.scope()));
        goods.addAll(ids(offer(promotion).that()));
        return goods;
    }

    private static Promotion notPriced(Promotion promotion) {
        BuyThisGetThat offer = offer(promotion);
        return new Promotion(
                promotion.ref(),
                promotion.label(),
                promotion.stage(),
                promotion.scope(),
                promotion.trigger(),
                new Benefit.Unmodelled(
                        "buy "
                                + offer.buy()
                                + ", get "
                                + offer.get()
                                + ", with units that no other such promotion has used"),
                promotion.validity(),
                promotion.evidence(),
                promotion.stacking(),
                promotion.limits(),
                promotion.funding());
    }

    private static BuyThisGetThat offer(Promotion promotion) {
        if (promotion.benefit() instanceof BuyThisGetThat offer) {
            return offer;
        }
        throw new IllegalArgumentException(promotion.ref() + " is no \"buy this, get that\"");
    }

    /** What is not named piece by piece may be anything, and meets all others. */
    private static Set<String> ids(Scope scope) {
        return scope instanceof Scope.Listings(Set<String> ids) ? ids : Set.of(EVERYTHING);
    }
}
