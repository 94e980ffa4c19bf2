package com.truecart.app.aftersales;

/** What a shopper asks of a store after an order was placed. */
public enum ClaimKind {
    /** Not to send it at all. */
    CANCEL,
    /** To send it otherwise: another address, another contact, fewer units. */
    CHANGE,
    /** To take it back for its money. */
    RETURN,
    /** To take it back for another of the same. */
    EXCHANGE,
    /** To repair it. */
    REPAIR,
    /** To give some of the money back while the shopper keeps it. */
    COMPENSATION,
    /** To hear that something went wrong. */
    COMPLAINT;

    /** Whether the units come back, or are never sent, for their money. */
    public boolean givesUnitsBack() {
        return switch (this) {
            case CANCEL, RETURN -> true;
            case CHANGE, EXCHANGE, REPAIR, COMPENSATION, COMPLAINT -> false;
        };
    }

    /** Whether it is worth nothing any more once the store has sent the parcel. */
    public boolean runsOut() {
        return switch (this) {
            case CANCEL, CHANGE -> true;
            case RETURN, EXCHANGE, REPAIR, COMPENSATION, COMPLAINT -> false;
        };
    }
}
