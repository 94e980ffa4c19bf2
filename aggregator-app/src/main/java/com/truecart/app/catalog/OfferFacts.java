package com.truecart.app.catalog;

import com.truecart.model.Availability;
import com.truecart.model.ItemCondition;
import com.truecart.model.Localized;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One offer as recorded: what a store stated, and when.
 *
 * @param id ours
 * @param productId the product its listing was matched to
 * @param upstreamId the listing's key at the upstream, which orders name
 * @param listingTitle the store's own name for it
 * @param promotions stated on this very offer
 * @param page where a person sees it at the store
 * @param seenAt when the upstream last stated it: the age of the price
 */
public record OfferFacts(
        long id,
        ProductId productId,
        StoreId store,
        String upstreamId,
        Localized listingTitle,
        Optional<Localized> brand,
        List<Localized> category,
        Money price,
        Optional<Money> listPrice,
        Availability availability,
        ItemCondition condition,
        List<Promotion> promotions,
        Optional<URI> page,
        Instant seenAt) {

    public OfferFacts {
        category = List.copyOf(category);
        promotions = List.copyOf(promotions);
    }
}
