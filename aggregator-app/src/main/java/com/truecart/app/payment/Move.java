package com.truecart.app.payment;

import com.truecart.model.Money;

/**
 * Something the provider is asked to do with the money, committed before it is asked.
 *
 * @param reference the same on each repeat
 * @param payment the reference of the try it is about
 * @param amount zero for a release
 */
record Move(String reference, String payment, Kind kind, Money amount) {

    /** What is asked for. */
    enum Kind {
        CAPTURE,
        RELEASE,
        REFUND
    }
}
