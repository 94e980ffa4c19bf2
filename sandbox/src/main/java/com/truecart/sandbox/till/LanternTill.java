package com.truecart.sandbox.till;

import com.truecart.sandbox.store.Shelf;
import java.util.ArrayList;
import java.util.List;

/** Lantern Books: READ10 takes 10 % off every book, without a cap. */
public final class LanternTill implements Till {
    private static final String CODE = "READ10";
    private static final String BOOKS = "Books";

    @Override
    public Bill ring(List<CartLine> lines, List<String> codes) {
        List<Reduction> reductions = new ArrayList<>();
        List<RefusedCode> refused = new ArrayList<>();
        List<Boolean> books = lines.stream().map(l -> l.offer().product().isIn(BOOKS)).toList();
        for (String code : codes) {
            if (!code.equalsIgnoreCase(CODE)) {
                refused.add(
                        new RefusedCode(
                                code,
                                RefusedCode.Reason.UNKNOWN,
                                "Coupon \"" + code + "\" does not exist!"));
            } else if (!books.contains(true)) {
                refused.add(
                        new RefusedCode(
                                code,
                                RefusedCode.Reason.NOTHING_ELIGIBLE,
                                "Sorry, this coupon is not applicable to selected products."));
            } else {
                reductions.add(
                        Reduction.coupon(
                                CODE, "10% off books", WooCoupons.percent(lines, books, 10)));
            }
        }
        return new Bill(lines, reductions, refused);
    }

    @Override
    public List<PublishedPromotion> published(Shelf shelf) {
        return List.of(
                PublishedPromotion.of("LB-READ10", "10% off all books with READ10", "percent_off")
                        .code(CODE)
                        .with("percent_off", "10")
                        .only(shelf, o -> o.product().isIn(BOOKS)));
    }
}
