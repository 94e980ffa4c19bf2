package com.truecart.pricing;

import com.truecart.model.Listing;
import com.truecart.model.Localized;
import com.truecart.model.Money;
import com.truecart.model.Offer;
import com.truecart.model.Promotion;
import java.util.List;
import java.util.Optional;

/**
 * What a store states on one offer, as far as its price depends on it.
 *
 * @param upstreamId the listing's key at the store; lines with the same one are units of the same
 *     offer
 * @param unitPrice what one unit costs before promotions
 * @param listPrice the struck-through price, never below {@code unitPrice}
 * @param promotions those stated on this very offer
 * @param article what is known of the thing itself
 */
public record OfferTerms(
        String upstreamId,
        Optional<Localized> brand,
        List<Localized> category,
        Money unitPrice,
        Optional<Money> listPrice,
        List<Promotion> promotions,
        Article article) {

    /** The terms of a thing of which nothing more is known. */
    public OfferTerms(
            String upstreamId,
            Optional<Localized> brand,
            List<Localized> category,
            Money unitPrice,
            Optional<Money> listPrice,
            List<Promotion> promotions) {
        this(upstreamId, brand, category, unitPrice, listPrice, promotions, Article.UNKNOWN);
    }

    public OfferTerms {
        if (unitPrice.isNegative()) {
            throw new IllegalArgumentException("unitPrice: must not be negative, is " + unitPrice);
        }
        if (listPrice.isPresent() && listPrice.get().compareTo(unitPrice) < 0) {
            throw new IllegalArgumentException(
                    "listPrice: " + listPrice.get() + " is below the price " + unitPrice);
        }
        category = List.copyOf(category);
        promotions = List.copyOf(promotions);
    }

    /** The terms of one seller's offer for a listing. */
    public static OfferTerms of(Listing listing, Offer offer) {
        return new OfferTerms(
                listing.upstreamId(),
                listing.brand(),
                listing.category(),
                offer.price(),
                offer.listPrice(),
                offer.promotions());
    }

    /** The same terms of a thing of which more is known. */
    public OfferTerms of(Article known) {
        return new OfferTerms(upstreamId, brand, category, unitPrice, listPrice, promotions, known);
    }

    Money list() {
        return listPrice.orElse(unitPrice);
    }
}
