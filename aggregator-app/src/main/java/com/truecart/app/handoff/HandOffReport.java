package com.truecart.app.handoff;

import com.truecart.app.catalog.ProductId;
import com.truecart.model.Localized;
import com.truecart.model.Money;
import com.truecart.spi.HandedOrder;
import java.time.Instant;
import java.util.Optional;

/**
 * What a store reports of an order that came of a shopper's visit.
 *
 * @param source who reports it: the connection's name
 * @param product what the visit was for
 * @param quantity as ordered
 * @param predicted what {@code predictedFor} units were to cost without delivery
 * @param paid as the store counts it
 * @param statusText the store's own word
 * @param matchedByReference whether the store named the visit; otherwise product and time fit
 * @param otherListing whether the store names another listing than the one the link led to
 * @param readAt when we were told
 */
public record HandOffReport(
        Localized storeName,
        Localized source,
        ProductId product,
        Localized title,
        int quantity,
        Optional<Money> predicted,
        int predictedFor,
        Optional<Money> paid,
        HandedOrder.Status status,
        String statusText,
        boolean matchedByReference,
        boolean otherListing,
        Instant orderedAt,
        Instant readAt) {

    /**
     * Whether what was paid can stand against what was predicted: the same things, counted alike.
     */
    public boolean differs() {
        return !otherListing
                && quantity == predictedFor
                && paid.isPresent()
                && predicted.isPresent()
                && !paid.equals(predicted);
    }
}
