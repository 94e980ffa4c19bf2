package com.truecart.app.order;

import java.util.Arrays;
import java.util.Optional;

/**
 * What we, not the store, say about a sub-order that was not placed or cannot be settled by itself.
 * The record holds the English sentence, so that it is read without this program; pages recognise
 * it and say it in the reader's language.
 */
public enum OwnReason {
    UNREACHABLE("could not reach the store"),
    NOT_PERMITTED("the store does not let us order at present"),
    NOT_PAID("it was not paid in time, so nothing was ordered here"),
    TOO_LATE("nothing was sent within an hour of your order, so nothing was ordered here"),
    NONE_SHOWN("the store shows no order after repeated attempts; we ask it before anything more"),
    NOTHING_PROVEN(
            "the store shows no order of ours, but its list cannot prove there is none; we ask it"),
    CANNOT_ASK("the store cannot be asked automatically; we ask it"),
    DECLINED("you said that you did not buy it there"),
    STORE_HAS_NONE("we asked the store, and it has no order of yours"),
    KEY_FORGOTTEN("the store forgets keys after a day; we ask it");

    private final String sentence;

    OwnReason(String sentence) {
        this.sentence = sentence;
    }

    /** For the record. */
    String sentence() {
        return sentence;
    }

    /** The same, with a technical cause that pages leave out. */
    String because(String cause) {
        return sentence + " (" + cause + ")";
    }

    /** Which of ours this is; empty for the words of a store. */
    public static Optional<OwnReason> of(String recorded) {
        return Arrays.stream(values())
                .filter(own ->
                        recorded.equals(own.sentence) || recorded.startsWith(own.sentence + " ("))
                .findFirst();
    }
}
