package com.truecart.realshops.medusa;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A product to be sold.
 *
 * @param details further fields as Medusa's Admin API names them ({@code categories}, {@code
 *     discountable}, {@code thumbnail})
 */
public record NewProduct(String title, List<NewVariant> variants, Map<String, ?> details) {

    public NewProduct {
        variants = List.copyOf(variants);
        details = Map.copyOf(details);
    }

    /** A product with one variant at the same number in every currency, that never runs out. */
    public static NewProduct of(String title, BigDecimal price) {
        return of(title, price, OptionalInt.empty());
    }

    /** The same with so many in stock. */
    public static NewProduct of(String title, BigDecimal price, OptionalInt stock) {
        return new NewProduct(
                title, List.of(new NewVariant(title, "One", price, stock, Map.of())), Map.of());
    }

    /** The same product with one more field. */
    public NewProduct with(String field, Object value) {
        Map<String, Object> more = new HashMap<>(details);
        more.put(field, value);
        return new NewProduct(title, variants, more);
    }

    /**
     * One way to have a product.
     *
     * @param option the value of its one option, unlike that of its siblings
     * @param price in every currency of the shop
     * @param stock empty where it never runs out
     * @param details further fields as Medusa's Admin API names them ({@code ean}, {@code
     *     allow_backorder}), or other values for those above
     */
    public record NewVariant(
            String sku,
            String option,
            BigDecimal price,
            OptionalInt stock,
            Map<String, ?> details) {
        public NewVariant {
            details = Map.copyOf(details);
        }
    }
}
