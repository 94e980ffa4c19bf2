package com.truecart.pricing.plan;

import com.truecart.model.Availability;
import com.truecart.model.Listing;
import com.truecart.model.Offer;
import com.truecart.pricing.OfferTerms;
import java.util.OptionalInt;

/**
 * An offer at a store that would fulfil a want.
 *
 * @param stock how many units the store has, where it says so
 */
public record Candidate(
        String storeId, OfferTerms offer, Availability availability, OptionalInt stock) {
    public Candidate {
        if (stock.isPresent() && stock.getAsInt() < 0) {
            throw new IllegalArgumentException(
                    "stock: must not be negative, is " + stock.getAsInt());
        }
    }

    /** An offer of which the store does not say how many there are. */
    public Candidate(String storeId, OfferTerms offer, Availability availability) {
        this(storeId, offer, availability, OptionalInt.empty());
    }

    /** The candidate that one seller's offer for a listing makes. */
    public static Candidate of(String storeId, Listing listing, Offer offer) {
        return new Candidate(storeId, OfferTerms.of(listing, offer), offer.availability());
    }
}
