package com.truecart.app.catalog;

import java.util.UUID;

/** Our name for a product: an article, whoever sells it. */
public record ProductId(UUID value) {

    /**
     * Reads the id out of an address or a request; anything else is an {@link
     * IllegalArgumentException}.
     */
    public static ProductId parse(String text) {
        return new ProductId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
