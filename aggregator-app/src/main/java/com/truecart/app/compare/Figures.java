package com.truecart.app.compare;

/**
 * How much is in the record.
 *
 * @param stores with at least one offer now
 * @param products with at least one offer now
 * @param freshPrices offers whose price was seen in the last 24 hours
 */
public record Figures(long stores, long products, long freshPrices) {

    /** Where they come from. */
    public interface Source {
        Figures now();
    }
}
