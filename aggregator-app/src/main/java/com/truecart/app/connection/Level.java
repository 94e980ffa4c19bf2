package com.truecart.app.connection;

/** How far it is shown that a kind can what it declares. */
public enum Level {
    /** Its author says so. */
    DECLARED,
    /** Every behaviour of the contract was shown against a stand-in. */
    CONTRACT,
    /** Shown against a real shop system that its author did not write. */
    REAL_SHOP
}
