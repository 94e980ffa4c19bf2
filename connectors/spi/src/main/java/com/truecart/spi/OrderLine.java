package com.truecart.spi;

/**
 * One listing in a number of units.
 *
 * @param upstreamId {@link com.truecart.model.Listing#upstreamId()}
 */
public record OrderLine(String upstreamId, int quantity) {
    public OrderLine {
        if (quantity < 1) {
            throw new IllegalArgumentException("quantity: must be at least 1, is " + quantity);
        }
    }
}
