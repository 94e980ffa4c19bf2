package com.truecart.sandbox.till;

import com.truecart.sandbox.store.Shelf;
import java.util.List;

/** Tin Mart: publishes rules, one of which the feed's columns cannot say. */
public final class TinRules implements Till {
    /** Two packs of lemon tea are cheaper together. */
    public static final int LEMON_TEA = 1025;

    @Override
    public Bill ring(List<CartLine> lines, List<String> codes) {
        throw new UnsupportedOperationException("Tin Mart takes no orders through its feed");
    }

    @Override
    public List<PublishedPromotion> published(Shelf shelf) {
        return List.of(
                PublishedPromotion.of("TM-5OFF80", "滿HK$80減HK$5", "money_off")
                        .with("money_off_amount", PublishedPromotion.hkd(500))
                        .with("minimum_purchase_amount", PublishedPromotion.hkd(8_000)),
                PublishedPromotion.of("TM-TEA2", "檸檬茶兩排九折", "buy_m_get_percent_off")
                        .with("minimum_purchase_quantity", "2")
                        .with("percent_off", "10")
                        .only(shelf, o -> o.product().number() == LEMON_TEA),
                PublishedPromotion.of(
                                "TM-STAMPS", "罐頭每滿HK$100減HK$8，可累積，會員生日月份雙倍", "no_structured_data")
                        .only(shelf, o -> o.product().isIn("Canned Food")));
    }
}
