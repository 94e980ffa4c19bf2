package com.truecart.realshops;

/** A real shop could not be installed, started or talked to; the message says what it printed. */
public class RealShopException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With a sentence for people. */
    public RealShopException(String message) {
        super(message);
    }

    /** With a sentence for people and what led to it. */
    public RealShopException(String message, Throwable cause) {
        super(message, cause);
    }
}
