package com.truecart.pricing.plan;

import com.truecart.model.Availability;
import com.truecart.model.Listing;
import com.truecart.model.Offer;
import com.truecart.pricing.OfferTerms;

/** An offer at a store that would fulfil a want. */
public record Candidate(String storeId, OfferTerms offer, Availability availability) {

    /** The candidate that one seller's offer for a listing makes. */
    public static Candidate of(String storeId, Listing listing, Offer offer) {
        return new Candidate(storeId, OfferTerms.of(listing, offer), offer.availability());
    }
}
