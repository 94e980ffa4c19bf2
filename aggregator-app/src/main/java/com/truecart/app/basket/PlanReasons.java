package com.truecart.app.basket;

import com.truecart.app.catalog.OfferFacts;
import com.truecart.model.Localized;
import com.truecart.model.Money;
import com.truecart.pricing.plan.TopUp;
import java.util.List;

/**
 * Why the cheapest plan is as it is.
 *
 * @param elsewhere by want: the next best place for it, all else as planned
 * @param otherStores stores it does not buy from, the nearest miss first
 * @param additions what one thing more at a store would do
 */
public record PlanReasons(
        List<Elsewhere> elsewhere, List<OtherStore> otherStores, List<Addition> additions) {
    public PlanReasons {
        elsewhere = List.copyOf(elsewhere);
        otherStores = List.copyOf(otherStores);
        additions = List.copyOf(additions);
    }

    /**
     * A want bought at another store.
     *
     * @param more what the whole plan then costs more
     */
    public record Elsewhere(Localized want, Localized store, Money more) {}

    /**
     * A store the plan leaves out.
     *
     * @param want what would cost least to buy there
     * @param more what the whole plan then costs more
     */
    public record OtherStore(Localized store, Localized want, Money more) {}

    /**
     * One thing more.
     *
     * @param offer what it is
     * @param topUp what it does to what is paid
     */
    public record Addition(Localized store, OfferFacts offer, TopUp topUp) {}
}
