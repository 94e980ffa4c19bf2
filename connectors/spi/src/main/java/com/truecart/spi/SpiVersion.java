package com.truecart.spi;

/**
 * The version of this contract. A jar in {@code plugins/} states in its manifest which one it was
 * built for; another one is shown as broken before any of its code is loaded.
 */
public final class SpiVersion {
    /** The manifest attribute of a connector's jar. */
    public static final String ATTRIBUTE = "Truecart-Spi";

    /** Raised when a connector built before would no longer work. */
    public static final int CURRENT = 1;

    private SpiVersion() {}
}
