package com.truecart.app.checkout;

import java.util.Arrays;
import java.util.Optional;

/**
 * What we, not the store, say where there is no quote. The record holds the English sentence; pages
 * recognise it and say it in the reader's language.
 */
public enum OwnReason {
    NO_WAY_OF_PAYING("the store takes orders from here by no way of paying"),
    OTHER_CURRENCY("the store quotes in another currency"),
    NO_ANSWER("no usable answer from the store just now");

    private final String sentence;

    OwnReason(String sentence) {
        this.sentence = sentence;
    }

    /** For the record. */
    String sentence() {
        return sentence;
    }

    /** Which of ours this is; empty for the words of a store. */
    public static Optional<OwnReason> of(String recorded) {
        if (recorded.equals("cash on delivery is not offered")) {
            // on record from when there was no other way
            return Optional.of(NO_WAY_OF_PAYING);
        }
        return Arrays.stream(values()).filter(own -> recorded.equals(own.sentence)).findFirst();
    }
}
