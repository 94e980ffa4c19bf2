package com.truecart.pricing.words;

import java.util.Optional;

/**
 * One line of a price as people read it.
 *
 * @param words what the line is, in the reader's language
 * @param amount the amount it states, written for the reader; empty where the words say all
 */
public record PriceLine(Kind kind, String words, Optional<String> amount) {

    /** What a line is about; lines of a price come in this order. */
    public enum Kind {
        /** The list price, or a change of it with its sign. */
        STEP,
        /** What is paid. */
        PAYABLE,
        /** The goods' price of one unit, where there are several. */
        PER_UNIT,
        /** The goods' price of a kilogram, a litre or a piece, where the contents are known. */
        PER_MEASURE,
        /** Comes back later; not in the amount to pay. */
        VALUE_BACK,
        /** Comes on top; not in the amount to pay. */
        GIFT,
        /** A rule that does not apply, and why. */
        NOT_APPLIED,
        /** A better combination may exist. */
        NOT_PROVEN_BEST,
        /** As of when, and from which source. */
        SOURCE
    }
}
