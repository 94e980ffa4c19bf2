package com.truecart.search;

import com.truecart.model.Localized;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A product with its offers, as it is searched.
 *
 * @param category from the widest to the narrowest
 * @param identifiers GTIN, part numbers and codes a shopper might type
 * @param salesRank 1 is the best seller
 * @param offers at least one: a product nobody offers is removed, not put
 */
public record ProductDocument(
        String productId,
        Localized title,
        Optional<Localized> brand,
        List<Localized> category,
        List<String> identifiers,
        OptionalInt salesRank,
        List<OfferDocument> offers) {
    public ProductDocument {
        if (productId.isBlank()) {
            throw new IllegalArgumentException("productId: must not be blank");
        }
        if (offers.isEmpty()) {
            throw new IllegalArgumentException(productId + ": a product needs at least one offer");
        }
        category = List.copyOf(category);
        identifiers = List.copyOf(identifiers);
        offers = List.copyOf(offers);
    }
}
