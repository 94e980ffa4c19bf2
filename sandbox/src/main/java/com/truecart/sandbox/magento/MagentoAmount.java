package com.truecart.sandbox.magento;

import com.truecart.sandbox.store.ShopTerms;
import java.util.Map;

/** Amounts as this platform writes them: binary floating-point numbers in major units. */
final class MagentoAmount {
    private MagentoAmount() {}

    static Map<String, Object> of(long cents) {
        return of(cents / 100.0);
    }

    /** A row is multiplied as a floating-point number, and shows it: 3 times 19.9 is no 59.7. */
    static Map<String, Object> row(long unitCents, int quantity) {
        return of(unitCents / 100.0 * quantity);
    }

    private static Map<String, Object> of(double value) {
        return Map.of("value", value, "currency", ShopTerms.CURRENCY);
    }
}
