package com.truecart.app.catalog;

import com.truecart.model.Localized;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A product with every offer that is not withdrawn.
 *
 * @param category widest first
 * @param identifiers GTINs, part numbers and source codes, for people and for search
 * @param attributes by upstream name, from all its listings
 * @param salesRank the best any source states
 */
public record ProductFacts(
        ProductId id,
        Localized title,
        Optional<Localized> brand,
        List<Localized> category,
        Optional<Localized> description,
        Optional<URI> image,
        List<String> identifiers,
        Map<String, String> attributes,
        OptionalInt salesRank,
        List<OfferFacts> offers) {

    public ProductFacts {
        category = List.copyOf(category);
        identifiers = List.copyOf(identifiers);
        attributes = Map.copyOf(attributes);
        offers = List.copyOf(offers);
    }
}
