package com.truecart.search;

import com.truecart.model.Money;

/**
 * One offer of a product, as far as searching needs it.
 *
 * @param offerId unique over all products
 * @param effective what one unit costs anyone now; the price that is filtered and sorted by
 * @param discountPpm how far that is below {@code list}, in parts per million
 */
public record OfferDocument(
        String offerId,
        String storeId,
        String connectionId,
        Money effective,
        Money list,
        long discountPpm,
        boolean inStock,
        boolean hasPromotion) {
    public OfferDocument {
        if (!effective.currency().equals(list.currency())) {
            throw new IllegalArgumentException(
                    offerId + ": " + effective + " and " + list + " are two currencies");
        }
    }
}
