package com.truecart.app.catalog;

import com.truecart.model.Availability;
import com.truecart.model.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one store asked for one offer at one moment; never edited.
 *
 * @param promotions the upstream's words
 * @param source whether a pull, a look-up between two pulls, or a quote saw it
 */
public record PriceObservation(
        long offerId,
        StoreId store,
        Instant seenAt,
        Money price,
        Optional<Money> listPrice,
        Availability availability,
        List<String> promotions,
        Source source) {

    /** How a price was seen. */
    public enum Source {
        PULL,
        LOOKUP,
        QUOTE
    }
}
