package com.truecart.pricing.plan;

import com.truecart.pricing.plan.MissingWant.Why;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;

/** Which of a want's candidates a plan may use. */
final class Candidates {

    private Candidates() {}

    /**
     * By key, so that the order in which a caller names candidates never decides between equals.
     */
    static List<Candidate> at(Want want, Store store) {
        return want.candidates().stream()
                .filter(candidate -> candidate.storeId().equals(store.id()))
                .sorted(Comparator.comparing(candidate -> candidate.offer().upstreamId()))
                .toList();
    }

    /** Those at a store that can be bought now in this currency. */
    static List<Candidate> buyable(Want want, Store store, Currency currency) {
        return at(want, store).stream()
                .filter(candidate -> canBeBought(candidate, currency))
                .toList();
    }

    static boolean canBeBought(Candidate candidate, Currency currency) {
        return candidate.availability().canBeBought()
                && candidate.offer().unitPrice().currency().equals(currency);
    }

    private static boolean asksALeast(Candidate candidate, Basket basket) {
        return basket.stores().stream()
                .filter(store -> store.id().equals(candidate.storeId()))
                .anyMatch(store -> store.minimumIn(basket.currency()) > 0);
    }

    /** Why a plan goes without this want. */
    static Why whyMissing(Want want, Basket basket) {
        List<Candidate> offered =
                basket.stores().stream().flatMap(store -> at(want, store).stream()).toList();
        if (offered.isEmpty()) {
            return Why.NO_OFFER;
        }
        List<Candidate> buyable =
                offered.stream()
                        .filter(candidate -> candidate.availability().canBeBought())
                        .toList();
        if (buyable.isEmpty()) {
            return Why.NOT_AVAILABLE;
        }
        List<Candidate> ours =
                buyable.stream()
                        .filter(candidate -> canBeBought(candidate, basket.currency()))
                        .toList();
        if (ours.isEmpty()) {
            return Why.OTHER_CURRENCY;
        }
        int most =
                ours.stream()
                        .mapToInt(candidate -> candidate.stock().orElse(want.quantity()))
                        .max()
                        .orElse(0);
        if (most < want.quantity()) {
            return Why.NOT_ENOUGH;
        }
        if (want.worth().isPresent()) {
            return Why.NOT_WORTH_IT;
        }
        return basket.maxStores().isEmpty()
                        && ours.stream().allMatch(each -> asksALeast(each, basket))
                ? Why.ORDER_TOO_SMALL
                : Why.NOT_AT_THIS_STORE;
    }
}
