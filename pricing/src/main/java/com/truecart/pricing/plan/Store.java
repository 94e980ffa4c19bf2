package com.truecart.pricing.plan;

import com.truecart.model.DeliveryTerms;
import com.truecart.model.Promotion;
import com.truecart.pricing.Shopper;
import java.util.List;
import java.util.Optional;

/**
 * A store a plan may buy from.
 *
 * @param delivery the stated terms; empty where they are unknown, which the plan says
 * @param shopper what the shopper has confirmed at this very store
 */
public record Store(
        String id,
        List<Promotion> storePromotions,
        Optional<DeliveryTerms> delivery,
        Shopper shopper) {
    public Store {
        storePromotions = List.copyOf(storePromotions);
    }
}
