package com.truecart.model;

/**
 * Who sells: on a marketplace or a price-watch feed one connection carries many sellers, elsewhere
 * the shop itself.
 *
 * @param id stable within its connection, never blank
 * @param name as the upstream writes it
 */
public record Seller(String id, Localized name) {
    public Seller {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a seller needs an id");
        }
    }
}
