package com.truecart.pricing.plan;

import com.truecart.model.DeliveryTerms;
import com.truecart.model.Promotion;
import com.truecart.pricing.Shopper;
import com.truecart.pricing.profile.EngineProfile;
import com.truecart.pricing.profile.EngineProfiles;
import java.util.List;
import java.util.Optional;

/**
 * A store a plan may buy from.
 *
 * @param delivery the stated terms; empty where they are unknown, which the plan says
 * @param shopper what the shopper has confirmed at this very store
 * @param profile how the store works a cart out
 */
public record Store(
        String id,
        List<Promotion> storePromotions,
        Optional<DeliveryTerms> delivery,
        Shopper shopper,
        EngineProfile profile) {

    /** A store of which the engine is not known. */
    public Store(
            String id,
            List<Promotion> storePromotions,
            Optional<DeliveryTerms> delivery,
            Shopper shopper) {
        this(id, storePromotions, delivery, shopper, EngineProfiles.OURS);
    }

    public Store {
        storePromotions = List.copyOf(storePromotions);
    }
}
