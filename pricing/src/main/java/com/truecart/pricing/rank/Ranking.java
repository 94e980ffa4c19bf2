package com.truecart.pricing.rank;

import com.truecart.model.Money;
import com.truecart.model.Promotion.Evidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Ranks offers by what this shopper pays for this quantity, delivery included.
 *
 * <p>What cannot be bought comes last; then other currencies than the shopper's, by their code;
 * then unknown delivery fees after known ones; then the higher amount. Between equal amounts: the
 * stronger evidence, the fresher price, the lower number.
 */
public final class Ranking {

    private final Currency home;

    /**
     * @param home the currency whose offers come first
     */
    public Ranking(Currency home) {
        this.home = home;
    }

    /**
     * The offers in their order, each with the reason for its place.
     *
     * @throws IllegalArgumentException where two offers have one id or are not priced for the same
     *     quantity
     */
    public List<Ranked> rank(List<Contender> contenders) {
        Set<Long> ids = new HashSet<>();
        for (Contender one : contenders) {
            if (!ids.add(one.id())) {
                throw new IllegalArgumentException("two offers have the id " + one.id());
            }
            if (one.price().quantity() != contenders.getFirst().price().quantity()) {
                throw new IllegalArgumentException(
                        "offers for "
                                + one.price().quantity()
                                + " and for "
                                + contenders.getFirst().price().quantity()
                                + " units have no order");
            }
        }
        List<Contender> sorted = contenders.stream().sorted(order()).toList();
        List<Ranked> ranked = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            Reason reason = i == 0 ? new Reason.First() : behind(sorted.get(i - 1), sorted.get(i));
            ranked.add(new Ranked(i + 1, sorted.get(i), reason));
        }
        return List.copyOf(ranked);
    }

    private Comparator<Contender> order() {
        return Comparator.comparing((Contender one) -> !one.canBeBought())
                .thenComparing(one -> !currency(one).equals(home))
                .thenComparing(one -> currency(one).getCurrencyCode())
                .thenComparing(one -> one.price().delivery().isEmpty())
                .thenComparingLong(one -> one.price().payable().minor())
                .thenComparing(Contender::weakestEvidence)
                .thenComparing(Contender::seenAt, Comparator.reverseOrder())
                .thenComparingLong(Contender::id);
    }

    /** The first thing in which two neighbours of the order differ. */
    private static Reason behind(Contender before, Contender own) {
        if (before.canBeBought() && !own.canBeBought()) {
            return new Reason.NotAvailable();
        }
        if (!currency(own).equals(currency(before))) {
            return new Reason.OtherCurrency(currency(own));
        }
        if (before.price().delivery().isPresent() && own.price().delivery().isEmpty()) {
            return new Reason.DeliveryUnknown();
        }
        Money more = own.price().payable().minus(before.price().payable());
        if (more.isPositive()) {
            return new Reason.CostsMore(more);
        }
        Evidence weakest = own.weakestEvidence();
        if (weakest != before.weakestEvidence()) {
            return new Reason.WeakerEvidence(weakest, before.weakestEvidence());
        }
        if (!own.seenAt().equals(before.seenAt())) {
            return new Reason.OlderPrice(own.seenAt(), before.seenAt());
        }
        return new Reason.NothingElse();
    }

    private static Currency currency(Contender one) {
        return one.price().payable().currency();
    }
}
