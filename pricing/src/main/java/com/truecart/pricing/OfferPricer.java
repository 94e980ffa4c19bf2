package com.truecart.pricing;

import com.truecart.model.DeliveryTerms;
import com.truecart.model.Promotion;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Works out what some units of one offer cost at one store, and how they could cost less. */
@SuppressWarnings("DoNotCallSuggester")
public final class OfferPricer {

    /**
     * The price of these units alone.
     *
     * @param delivery empty for the price without delivery
     */
    public EffectivePrice price(
            OfferTerms offer,
            int quantity,
            List<Promotion> storePromotions,
            Optional<DeliveryTerms> delivery,
            Shopper shopper,
            Instant now) {
        throw new UnsupportedOperationException();
    }

    /** Lower prices per unit that need more units, a code, a membership or another answer; the cheapest per unit first. */
    public List<WayToPayLess> waysToPayLess(
            OfferTerms offer,
            int quantity,
            List<Promotion> storePromotions,
            Optional<DeliveryTerms> delivery,
            Shopper shopper,
            Instant now) {
        throw new UnsupportedOperationException();
    }
}
