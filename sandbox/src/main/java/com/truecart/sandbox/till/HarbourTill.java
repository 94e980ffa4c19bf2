package com.truecart.sandbox.till;

import com.truecart.sandbox.store.Shelf;
import java.util.ArrayList;
import java.util.List;

/** Harbour Grocer: FRESH20 takes HK$20 off from HK$200, measured before any coupon. */
public final class HarbourTill implements Till {
    private static final String CODE = "FRESH20";
    private static final long OFF = 2_000;
    private static final long MINIMUM = 20_000;

    @Override
    public Bill ring(List<CartLine> lines, List<String> codes) {
        List<Reduction> reductions = new ArrayList<>();
        List<RefusedCode> refused = new ArrayList<>();
        long subtotal = lines.stream().mapToLong(CartLine::subtotal).sum();
        for (String code : codes) {
            if (!code.equalsIgnoreCase(CODE)) {
                refused.add(
                        new RefusedCode(
                                code,
                                RefusedCode.Reason.UNKNOWN,
                                "Coupon \"" + code + "\" does not exist!"));
            } else if (subtotal < MINIMUM) {
                refused.add(
                        new RefusedCode(
                                code,
                                RefusedCode.Reason.BELOW_MINIMUM,
                                "The minimum spend for this coupon is HK$200.00."));
            } else {
                List<Long> left = lines.stream().map(CartLine::subtotal).toList();
                reductions.add(
                        Reduction.coupon(
                                CODE,
                                "HK$20 off from HK$200",
                                WooCoupons.amount(lines, left, OFF)));
            }
        }
        return new Bill(lines, reductions, refused);
    }

    @Override
    public List<PublishedPromotion> published(Shelf shelf) {
        return List.of(
                PublishedPromotion.of(
                                "HG-FRESH20", "HK$20 off from HK$200 with FRESH20", "money_off")
                        .code(CODE)
                        .with("money_off_amount", PublishedPromotion.hkd(OFF))
                        .with("minimum_purchase_amount", PublishedPromotion.hkd(MINIMUM)));
    }
}
