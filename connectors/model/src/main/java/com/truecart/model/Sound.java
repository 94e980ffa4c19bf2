package com.truecart.model;

import java.util.Optional;

/** Refuses numbers no promotion can mean, by the name of their field. */
final class Sound {

    private Sound() {}

    static void requireRate(long ratePpm) {
        if (ratePpm <= 0 || ratePpm > Money.PPM) {
            throw new IllegalArgumentException("ratePpm: must be in 1..1000000, is " + ratePpm);
        }
    }

    static void requireAtLeast(int least, int value, String field) {
        if (value < least) {
            throw new IllegalArgumentException(
                    field + ": must be at least " + least + ", is " + value);
        }
    }

    static void requireTimes(Optional<Integer> times, String field) {
        times.ifPresent(value -> requireAtLeast(1, value, field));
    }

    static void requireNotNegative(Money amount, String field) {
        if (amount.isNegative()) {
            throw new IllegalArgumentException(field + ": must not be negative, is " + amount);
        }
    }

    static void requireNotNegative(Optional<Money> amount, String field) {
        amount.ifPresent(value -> requireNotNegative(value, field));
    }

    static void requirePositive(Money amount, String field) {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException(field + ": must be above nothing, is " + amount);
        }
    }
}
