package com.truecart.carrier;

/** Where a parcel is on its way. */
public enum Stage {
    /** The carrier knows of it, and has not got it yet. */
    ANNOUNCED,
    /** The carrier has it. */
    PICKED_UP,
    /** Between places. */
    IN_TRANSIT,
    /** With the courier who brings it today, or ready to be picked up. */
    OUT_FOR_DELIVERY,
    /** Handed over. */
    DELIVERED,
    /** Something is wrong: not found, refused, damaged, held by the customs. */
    EXCEPTION,
    /** On its way back, or back with the sender. */
    RETURNED,
    /** A word of the service that we do not know; the text is kept. */
    UNMAPPED
}
