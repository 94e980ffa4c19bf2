package com.truecart.pricing.rank;

import com.truecart.model.Promotion;
import com.truecart.model.Promotion.Evidence;
import com.truecart.pricing.EffectivePrice;
import com.truecart.pricing.PriceStep;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * All that decides the place of an offer. What somebody pays for being listed, what a sale would
 * bring us and prices that need something the shopper has not confirmed have no field here, so they
 * cannot decide anything.
 *
 * @param id ours, unique among the offers that are ranked; the last resort between equals
 * @param price for this shopper and quantity
 * @param canBeBought whether anybody can buy it now
 * @param seenAt when the store last stated its price
 */
public record Contender(long id, EffectivePrice price, boolean canBeBought, Instant seenAt) {

    /** How surely the least sure of the promotions in the price is known. */
    public Evidence weakestEvidence() {
        return price.steps().stream()
                .map(PriceStep::promotion)
                .flatMap(Optional::stream)
                .map(Promotion::evidence)
                .max(Comparator.naturalOrder())
                .orElse(Evidence.VERIFIED);
    }
}
