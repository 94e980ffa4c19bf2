package com.truecart.model;

/**
 * How much is in one unit of an offer, so that prices can be compared per kilogram, litre or piece.
 *
 * @param amount above nothing, in the unit
 */
public record Contents(long amount, Unit unit) {

    /** What is counted. */
    public enum Unit {
        GRAM(1000),
        MILLILITRE(1000),
        PIECE(1);

        private final long reference;

        Unit(long reference) {
            this.reference = reference;
        }

        /**
         * How many make what people compare by: a kilogram, a litre, a piece (Directive 98/6/EC).
         */
        public long reference() {
            return reference;
        }
    }

    public Contents {
        if (amount < 1) {
            throw new IllegalArgumentException("amount: must be at least 1, is " + amount);
        }
    }
}
