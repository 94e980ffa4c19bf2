package com.truecart.pricing;

import com.truecart.model.Contents;
import com.truecart.model.Money;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is known of the thing itself, as far as a price depends on it or is compared by it.
 *
 * @param contents how much is in one unit, for prices per kilogram, litre or piece; empty means
 *     unknown, never guessed
 * @param grams what one unit weighs with its packing, for delivery fees by weight
 * @param bestBefore the end of its best-before day, where the store is
 * @param taxPpm tax rate in parts per million of the price without tax, from nothing to everything
 */
public record Article(
        Optional<Contents> contents, OptionalInt grams, Optional<Instant> bestBefore, long taxPpm) {

    /** A thing of which nothing is known. */
    public static final Article UNKNOWN =
            new Article(Optional.empty(), OptionalInt.empty(), Optional.empty(), 0);

    public Article {
        if (grams.isPresent() && grams.getAsInt() < 0) {
            throw new IllegalArgumentException(
                    "grams: must not be negative, is " + grams.getAsInt());
        }
        if (taxPpm < 0 || taxPpm > Money.PPM) {
            throw new IllegalArgumentException("taxPpm: must be in 0..1000000, is " + taxPpm);
        }
    }

    /** The same with its contents. */
    public Article holding(Contents stated) {
        return new Article(Optional.of(stated), grams, bestBefore, taxPpm);
    }

    /** The same with its weight. */
    public Article weighing(int stated) {
        return new Article(contents, OptionalInt.of(stated), bestBefore, taxPpm);
    }

    /** The same with its best-before date. */
    public Article bestBefore(Instant stated) {
        return new Article(contents, grams, Optional.of(stated), taxPpm);
    }

    /** The same with its tax rate. */
    public Article taxedAt(long statedPpm) {
        return new Article(contents, grams, bestBefore, statedPpm);
    }
}
