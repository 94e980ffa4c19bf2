package com.truecart.app.catalog;

import java.util.Collection;
import java.util.Map;

/** How old prices are, and new ones for those that are older than promised. */
public interface FreshPrices {

    /** How far the price of each offer can be relied on, by its id. */
    Map<Long, Freshness> of(Collection<OfferFacts> offers);

    /**
     * Asks the stores of the stalest of these offers anew, of a few at most, and waits for the
     * answers no longer than the deadline an operator set, whatever a store does. Those that came
     * are on record then; those that come later will be.
     *
     * @param shown what somebody is about to look at; those that are fresh are left alone
     * @return whether anything is known now that was not before, so that the offers must be read
     *     again
     */
    boolean ask(Collection<OfferFacts> shown);
}
