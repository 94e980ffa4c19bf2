package com.truecart.pricing.rank;

/**
 * An offer at its place.
 *
 * @param place from 1
 * @param reason why it stands behind the one before
 */
public record Ranked(int place, Contender contender, Reason reason) {
    public Ranked {
        if (place < 1 || (place == 1) != (reason instanceof Reason.First)) {
            throw new IllegalArgumentException("place " + place + " with the reason " + reason);
        }
    }
}
