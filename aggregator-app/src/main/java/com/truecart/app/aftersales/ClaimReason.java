package com.truecart.app.aftersales;

/** Why, in words a store can act on; the shopper's own words come besides. */
public enum ClaimReason {
    DAMAGED,
    NOT_AS_DESCRIBED,
    WRONG_ONE,
    MISSING,
    LATE,
    NO_LONGER_WANTED,
    OTHER
}
