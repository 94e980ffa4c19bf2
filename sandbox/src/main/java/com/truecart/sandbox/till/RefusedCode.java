package com.truecart.sandbox.till;

/** A coupon code that was not honoured, and why. */
public record RefusedCode(String code, Reason reason, String sentence) {

    /** Why a code is not honoured. */
    public enum Reason {
        /** No such code. */
        UNKNOWN,
        /** The cart is too small. */
        BELOW_MINIMUM,
        /** Nothing in the cart the code is for. */
        NOTHING_ELIGIBLE
    }
}
