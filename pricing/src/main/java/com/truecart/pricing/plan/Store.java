package com.truecart.pricing.plan;

import com.truecart.model.DeliveryTerms;
import com.truecart.model.Money;
import com.truecart.model.OrderTerms;
import com.truecart.model.Promotion;
import com.truecart.pricing.Shopper;
import com.truecart.pricing.profile.EngineProfile;
import com.truecart.pricing.profile.EngineProfiles;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * A store a plan may buy from.
 *
 * @param delivery the stated terms; empty where they are unknown, which the plan says
 * @param shopper what the shopper has confirmed at this very store
 * @param profile how the store works a cart out
 * @param terms what orders the store takes, and when they arrive
 */
public record Store(
        String id,
        List<Promotion> storePromotions,
        Optional<DeliveryTerms> delivery,
        Shopper shopper,
        EngineProfile profile,
        OrderTerms terms) {

    /** A store that takes orders of any size and does not say when they arrive. */
    public Store(
            String id,
            List<Promotion> storePromotions,
            Optional<DeliveryTerms> delivery,
            Shopper shopper,
            EngineProfile profile) {
        this(id, storePromotions, delivery, shopper, profile, OrderTerms.NONE);
    }

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

    /** The same store with these terms. */
    public Store on(OrderTerms stated) {
        return new Store(id, storePromotions, delivery, shopper, profile, stated);
    }

    /** What an order must come to at least in this currency; another currency binds nobody. */
    long minimumIn(Currency currency) {
        return terms.minimum()
                .filter(least -> least.currency().equals(currency))
                .map(Money::minor)
                .orElse(0L);
    }
}
