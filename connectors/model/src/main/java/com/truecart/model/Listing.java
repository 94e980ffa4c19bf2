package com.truecart.model;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One sellable thing (a variant, where the upstream has variants) as an upstream lists it at one
 * moment.
 *
 * @param upstreamId the upstream's stable key; price history hangs on it
 * @param variantOf the upstream's key of the group this is a variant of
 * @param title the name; for people and for search
 * @param brand the maker's or house brand
 * @param category from the widest to the narrowest, possibly empty
 * @param description plain text: a connector strips markup before it hands a listing over
 * @param identifiers what identifies the article beyond this shop
 * @param attributes further facts by their upstream name ("Colour" → "black")
 * @param page where a person can see it
 * @param image a picture
 * @param salesRank place in the upstream's own popularity order, 1 is the best seller
 * @param offers who sells it at which price; never empty, one per seller
 * @param seenAt when the upstream stated all this: the answer's time, or the day a dated file is
 *     for
 */
public record Listing(
        String upstreamId,
        Optional<String> variantOf,
        Localized title,
        Optional<Localized> brand,
        List<Localized> category,
        Optional<Localized> description,
        Identifiers identifiers,
        Map<String, String> attributes,
        Optional<URI> page,
        Optional<URI> image,
        OptionalInt salesRank,
        List<Offer> offers,
        Instant seenAt) {

    public Listing {
        if (upstreamId.isBlank()) {
            throw new IllegalArgumentException("upstreamId: must not be blank");
        }
        if (offers.isEmpty()) {
            throw new IllegalArgumentException("offers: a listing needs at least one priced offer");
        }
        if (offers.stream().map(offer -> offer.seller().id()).distinct().count() != offers.size()) {
            throw new IllegalArgumentException("offers: one seller offers it twice");
        }
        category = List.copyOf(category);
        attributes = Map.copyOf(attributes);
        offers = List.copyOf(offers);
    }
}
