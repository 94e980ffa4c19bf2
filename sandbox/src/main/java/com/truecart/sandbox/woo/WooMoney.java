package com.truecart.sandbox.woo;

import com.truecart.sandbox.store.ShopTerms;
import tools.jackson.databind.node.ObjectNode;

/** Amounts as the Store API writes them: strings of minor units, with the currency beside them. */
final class WooMoney {
    private WooMoney() {}

    /** Adds what tells the reader how to print the amounts of this object. */
    static ObjectNode currency(ObjectNode node) {
        return node.put("currency_code", ShopTerms.CURRENCY)
                .put("currency_symbol", "HK$")
                .put("currency_minor_unit", 2)
                .put("currency_decimal_separator", ".")
                .put("currency_thousand_separator", ",")
                .put("currency_prefix", "HK$")
                .put("currency_suffix", "");
    }

    /** Cents as text. */
    static String text(long cents) {
        return Long.toString(cents);
    }
}
