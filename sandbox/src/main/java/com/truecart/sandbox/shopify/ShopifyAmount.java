package com.truecart.sandbox.shopify;

import com.truecart.sandbox.store.ShopTerms;
import java.math.BigDecimal;
import java.util.Map;

/** Amounts as this platform writes them: decimal text with at least one decimal. */
final class ShopifyAmount {
    private ShopifyAmount() {}

    /** "29.0", "29.95". */
    static Map<String, Object> of(long cents) {
        return Map.of("amount", text(cents), "currencyCode", ShopTerms.CURRENCY);
    }

    static String text(long cents) {
        BigDecimal amount = BigDecimal.valueOf(cents, 2).stripTrailingZeros();
        return amount.setScale(Math.max(1, amount.scale())).toPlainString();
    }
}
