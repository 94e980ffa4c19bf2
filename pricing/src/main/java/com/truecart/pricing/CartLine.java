package com.truecart.pricing;

/**
 * Some units of one offer in a cart.
 *
 * @param lineId the caller's own name for the line, unique in its cart
 * @param quantity from 1 to {@link #MOST_UNITS}
 */
public record CartLine(String lineId, OfferTerms offer, int quantity) {

    /**
     * More units of one offer than this are a purchase we do not serve; the limit bounds the work
     * of pricing.
     */
    public static final int MOST_UNITS = 999;

    public CartLine {
        if (lineId.isBlank()) {
            throw new IllegalArgumentException("lineId: must not be blank");
        }
        if (quantity < 1 || quantity > MOST_UNITS) {
            throw new IllegalArgumentException(
                    "quantity: must be in 1.." + MOST_UNITS + ", is " + quantity);
        }
    }
}
