package com.truecart.sandbox.till;

import com.truecart.sandbox.store.Offer;
import com.truecart.sandbox.store.Shelf;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Sampan General: every second unit of a flagged product at half price, by itself; SAMPAN15 takes
 * HK$15 off what is left, without a minimum.
 */
public final class SampanTill implements Till {
    /** The flagged products: tea, milk, noodles, oyster sauce, toilet rolls, toothpaste, soap. */
    public static final Set<Integer> FLAGGED = Set.of(1025, 1068, 1140, 1119, 2004, 2033, 2041);

    private static final String CODE = "SAMPAN15";
    private static final long OFF = 1_500;

    @Override
    public Bill ring(List<CartLine> lines, List<String> codes) {
        List<Reduction> reductions = new ArrayList<>();
        List<RefusedCode> refused = new ArrayList<>();
        List<Long> halves = lines.stream().map(SampanTill::secondUnits).toList();
        if (halves.stream().anyMatch(h -> h > 0)) {
            reductions.add(
                    Reduction.automatic(
                            "second-unit-half-price", "2nd unit at half price 第二件半價", halves));
        }
        List<Long> left = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            left.add(lines.get(i).subtotal() - halves.get(i));
        }
        for (String code : codes) {
            if (code.equalsIgnoreCase(CODE)) {
                reductions.add(
                        Reduction.coupon(CODE, "HK$15 off", WooCoupons.amount(lines, left, OFF)));
            } else {
                refused.add(
                        new RefusedCode(
                                code,
                                RefusedCode.Reason.UNKNOWN,
                                "Coupon \"" + code + "\" does not exist!"));
            }
        }
        return new Bill(lines, reductions, refused);
    }

    private static long secondUnits(CartLine line) {
        return isFlagged(line.offer()) ? line.quantity() / 2 * (line.offer().price() / 2) : 0;
    }

    private static boolean isFlagged(Offer offer) {
        return FLAGGED.contains(offer.product().number());
    }

    /** One row per product, because the second unit must be of the same product. */
    @Override
    public List<PublishedPromotion> published(Shelf shelf) {
        List<PublishedPromotion> rows = new ArrayList<>();
        for (Offer offer : shelf.offers()) {
            if (isFlagged(offer)) {
                rows.add(
                        PublishedPromotion.of(
                                        "SG-HALF-" + offer.product().number(),
                                        "2nd unit at half price 第二件半價: " + offer.product().name(),
                                        "buy_m_get_n_percent_off")
                                .with("minimum_purchase_quantity", "1")
                                .with("get_this_quantity_discounted", "1")
                                .with("percent_off", "50")
                                .only(shelf, o -> o.sku().equals(offer.sku())));
            }
        }
        rows.add(
                PublishedPromotion.of("SG-SAMPAN15", "HK$15 off with SAMPAN15", "money_off")
                        .code(CODE)
                        .with("money_off_amount", PublishedPromotion.hkd(OFF)));
        return rows;
    }
}
