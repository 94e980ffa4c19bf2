package com.truecart.app.aftersales;

import com.truecart.model.DeliveryTerms;
import com.truecart.model.Promotion;
import com.truecart.pricing.OfferTerms;
import java.util.List;
import java.util.Optional;

/**
 * What a store stated of its prices when an order was made there.
 *
 * @param engine the name of the profile by which its carts were worked out
 * @param storePromotions for the store as a whole
 * @param delivery empty where it stated none
 * @param offers of the lines, with their own promotions; a line we know nothing of is absent
 */
record SoldTerms(
        String engine,
        List<Promotion> storePromotions,
        Optional<DeliveryTerms> delivery,
        List<OfferTerms> offers) {
    SoldTerms {
        storePromotions = List.copyOf(storePromotions);
        offers = List.copyOf(offers);
    }
}
