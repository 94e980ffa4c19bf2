package com.truecart.search.layout;

import com.truecart.search.Explained.Reason;
import com.truecart.search.OfferDocument;
import com.truecart.search.ProductDocument;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What speaks for a product whatever was asked: that it can be had, from how many, and how well it
 * sells. No store can buy a place: nothing a store pays or says of itself is among the inputs.
 *
 * @param isAvailable whether any offer is in stock
 * @param offers how many there are
 * @param salesRank 1 is the best seller
 */
public record Standing(boolean isAvailable, int offers, OptionalInt salesRank) {

    /** What one point counts beside the words' score. */
    public static final float POINT = 0.002f;

    private static final int AVAILABLE = 40;
    private static final int PER_OFFER = 3;
    private static final int MOST_OFFERS = 10;
    private static final int BEST_SELLER = 30;
    private static final int PER_TENFOLD_RANK = 8;

    /** Of a product as it is indexed. */
    public static Standing of(ProductDocument product) {
        return new Standing(
                product.offers().stream().anyMatch(OfferDocument::inStock),
                product.offers().size(),
                product.salesRank());
    }

    /** What each of them adds to the score. */
    public Map<Reason, Float> reasons() {
        return Map.of(
                Reason.AVAILABLE, availablePoints() * POINT,
                Reason.OFFERS, offerPoints() * POINT,
                Reason.SALES_RANK, rankPoints() * POINT);
    }

    /** 0 to 100; the score is raised by {@link #POINT} for each. */
    public int points() {
        return availablePoints() + offerPoints() + rankPoints();
    }

    /** For being available. */
    public int availablePoints() {
        return isAvailable ? AVAILABLE : 0;
    }

    /** For being offered by many; more than ten are no better than ten. */
    public int offerPoints() {
        return Math.min(offers, MOST_OFFERS) * PER_OFFER;
    }

    /** For selling well; each tenfold rank is worth less. */
    public int rankPoints() {
        return salesRank.isEmpty()
                ? 0
                : Math.max(
                        0,
                        BEST_SELLER
                                - (int)
                                        Math.floor(
                                                PER_TENFOLD_RANK
                                                        * Math.log10(
                                                                Math.max(
                                                                        1, salesRank.getAsInt()))));
    }
}
