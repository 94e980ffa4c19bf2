package com.truecart.pages;

import com.truecart.app.catalog.Asked;
import com.truecart.app.catalog.FreshPrices;
import com.truecart.app.catalog.Freshness;
import com.truecart.app.catalog.OfferFacts;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** One store is silent and its prices are old, another has just changed the price of noodles. */
final class ShelfFreshPrices implements FreshPrices {

    @Override
    public Map<Long, Freshness> of(Collection<OfferFacts> offers) {
        Map<Long, Freshness> freshness = new HashMap<>();
        offers.forEach(offer -> freshness.put(offer.id(), of(offer)));
        return freshness;
    }

    private static Freshness of(OfferFacts offer) {
        if (offer.store().equals(Shelf.FERRY)) {
            return new Freshness(
                    offer.seenAt(),
                    true,
                    Optional.of(new Asked.Failed(Asked.Reason.UNREACHABLE, Shelf.NOW)));
        }
        if (offer.store().equals(Shelf.PEAK) && offer.productId().equals(Shelf.NOODLES)) {
            return new Freshness(
                    Shelf.NOW,
                    false,
                    Optional.of(
                            new Asked.Answered(
                                    offer.price().plus(Shelf.hkd(1_00)),
                                    offer.price(),
                                    Shelf.NOW)));
        }
        return new Freshness(offer.seenAt(), false, Optional.empty());
    }

    @Override
    public boolean ask(Collection<OfferFacts> shown) {
        return false;
    }
}
