package com.truecart.model;

/**
 * Whether an offer can be bought now, in the words of schema.org; {@link #UNSTATED} where the
 * upstream is silent.
 */
public enum Availability {
    IN_STOCK,
    LOW_STOCK,
    PREORDER,
    BACKORDER,
    OUT_OF_STOCK,
    DISCONTINUED,
    UNSTATED;

    /**
     * Whether a shopper may count on getting it; silence counts as yes, because price-watch sources
     * state prices of shelves only.
     */
    public boolean canBeBought() {
        return switch (this) {
            case IN_STOCK, LOW_STOCK, PREORDER, BACKORDER, UNSTATED -> true;
            case OUT_OF_STOCK, DISCONTINUED -> false;
        };
    }
}
