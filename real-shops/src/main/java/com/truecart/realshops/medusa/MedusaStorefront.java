package com.truecart.realshops.medusa;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The shop as a stranger meets it. May be used by several threads. */
public final class MedusaStorefront {
    private final Api api;

    MedusaStorefront(Api stranger, String publishableKey) {
        this.api = stranger.as("x-publishable-api-key", publishableKey);
    }

    /**
     * What the shop asks for goods and codes put into a cart in one call, no delivery chosen; with
     * tax, and as unrounded as the shop leaves it.
     *
     * @param units by variant
     * @param codes all known to the shop; one it does not know is a {@link MedusaRefusal}
     */
    public BigDecimal total(
            String region, String country, Map<String, Integer> units, List<String> codes) {
        List<Map<String, ?>> items = new ArrayList<>();
        units.forEach((id, quantity) -> items.add(Map.of("variant_id", id, "quantity", quantity)));
        return api.post(
                        "/store/carts?fields=total",
                        Map.of(
                                "region_id",
                                region,
                                "items",
                                items,
                                "promo_codes",
                                codes,
                                "shipping_address",
                                Map.of("country_code", country.toLowerCase(Locale.ROOT))))
                .at("/cart/total")
                .decimalValue();
    }
}
