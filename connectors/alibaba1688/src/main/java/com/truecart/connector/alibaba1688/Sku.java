package com.truecart.connector.alibaba1688;

import java.util.Optional;

/**
 * What can be ordered: an offer, or one spec of an offer that has several.
 *
 * @param offerId a number
 * @param specId 32 hexadecimal digits
 */
record Sku(String offerId, Optional<String> specId) {

    /** As a listing's key: "548818919805" or "548818919805:eb81c61d…". */
    String key() {
        return offerId + specId.map(spec -> ":" + spec).orElse("");
    }

    static Optional<Sku> parse(String key) {
        int colon = key.indexOf(':');
        String offer = colon < 0 ? key : key.substring(0, colon);
        if (!offer.matches("[1-9]\\d{0,17}") || colon == key.length() - 1) {
            return Optional.empty();
        }
        return Optional.of(
                new Sku(
                        offer,
                        colon < 0 ? Optional.empty() : Optional.of(key.substring(colon + 1))));
    }
}
