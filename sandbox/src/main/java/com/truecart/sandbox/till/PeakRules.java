package com.truecart.sandbox.till;

import com.truecart.sandbox.store.Offer;
import com.truecart.sandbox.store.Shelf;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Peak Market: publishes rules and takes no orders through its feed. */
public final class PeakRules implements Till {
    /** Buy two, get one free: two kinds of noodles and oatmeal. */
    public static final Set<Integer> THIRD_FREE = Set.of(1140, 1143, 1162);

    @Override
    public Bill ring(List<CartLine> lines, List<String> codes) {
        throw new UnsupportedOperationException("Peak Market takes no orders through its feed");
    }

    @Override
    public List<PublishedPromotion> published(Shelf shelf) {
        List<PublishedPromotion> rows = new ArrayList<>();
        rows.add(
                PublishedPromotion.of("PM-CLEAN15", "15% off cleaning", "percent_off")
                        .with("percent_off", "15")
                        .only(shelf, o -> o.product().isIn("Cleaning")));
        rows.add(
                PublishedPromotion.of("PM-50OFF400", "HK$50 off from HK$400", "money_off")
                        .with("money_off_amount", PublishedPromotion.hkd(5_000))
                        .with("minimum_purchase_amount", PublishedPromotion.hkd(40_000)));
        for (Offer offer : shelf.offers()) {
            if (THIRD_FREE.contains(offer.product().number())) {
                rows.add(
                        PublishedPromotion.of(
                                        "PM-THIRD-" + offer.product().number(),
                                        "Buy 2 get 1 free: " + offer.product().name(),
                                        "buy_m_get_n_percent_off")
                                .with("minimum_purchase_quantity", "2")
                                .with("get_this_quantity_discounted", "1")
                                .with("percent_off", "100")
                                .only(shelf, o -> o.sku().equals(offer.sku())));
            }
        }
        rows.add(
                PublishedPromotion.of("PM-PEAK5", "5% off with PEAK5, at most HK$60", "percent_off")
                        .code("PEAK5")
                        .with("percent_off", "5")
                        .with("max_discount_amount", PublishedPromotion.hkd(6_000)));
        rows.add(
                PublishedPromotion.of(
                                "PM-GIFT600", "A tote bag from HK$600", "free_gift_with_value")
                        .with("free_gift_description", "Peak Market tote bag 山頂市集布袋")
                        .with("free_gift_value", PublishedPromotion.hkd(6_800))
                        .with("minimum_purchase_amount", PublishedPromotion.hkd(60_000)));
        return rows;
    }
}
