package com.truecart.connector.magento;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How an article is named here: by its SKU, and a variant by the SKU of the product it is chosen
 * from as well, without which it cannot be put into a cart.
 */
record Sku(Optional<String> parent, String own) {
    private static final char SEPARATOR = '/';

    /** {@code "MH01/MH01-XS-Black"}, and {@code "24-MB01"} alone; a slash inside is written %2F. */
    String id() {
        return parent.map(sku -> escaped(sku) + SEPARATOR).orElse("") + escaped(own);
    }

    static Sku parse(String id) {
        int separator = id.indexOf(SEPARATOR);
        return separator < 0
                ? new Sku(Optional.empty(), plain(id))
                : new Sku(
                        Optional.of(plain(id.substring(0, separator))),
                        plain(id.substring(separator + 1)));
    }

    /** As an entry of a cart. */
    Map<String, Object> entry(int quantity) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("sku", own);
        entry.put("quantity", quantity);
        parent.ifPresent(sku -> entry.put("parent_sku", sku));
        return entry;
    }

    private static String escaped(String sku) {
        return sku.replace("%", "%25").replace("/", "%2F");
    }

    private static String plain(String escaped) {
        return escaped.replace("%2F", "/").replace("%25", "%");
    }
}
