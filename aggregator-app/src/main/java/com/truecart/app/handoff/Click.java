package com.truecart.app.handoff;

import com.truecart.app.catalog.ProductId;
import com.truecart.model.Localized;
import com.truecart.model.Money;
import com.truecart.spi.HandOffReference;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A visit to a store that a tracked link was made for.
 *
 * @param reference what the link carries, where the store has a place for it
 * @param upstreamId the listing the link leads to
 * @param title the store's own name for it, as shown
 * @param predicted what so many units were to cost, without delivery
 */
public record Click(
        HandOffReference reference,
        UUID shopper,
        String connectionId,
        Localized storeName,
        ProductId product,
        String upstreamId,
        Localized title,
        int quantity,
        Optional<Money> predicted,
        Instant at) {}
