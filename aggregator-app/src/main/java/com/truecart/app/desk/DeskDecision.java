package com.truecart.app.desk;

import com.truecart.model.Money;
import java.time.Instant;

/** What a person decides about an exception. */
public sealed interface DeskDecision {

    /** The store, asked, has the order. */
    record StoreHasIt(String number, Money charged) implements DeskDecision {}

    /** The store, asked, has none. */
    record StoreHasNone(Instant askedAt, boolean sendAgain) implements DeskDecision {}

    /** It was seen to outside of here. */
    record SeenTo() implements DeskDecision {}
}
