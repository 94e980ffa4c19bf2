package com.truecart.search;

/**
 * The stored index cannot be used and must be built anew from the record; nothing but time is lost.
 */
public final class IndexUnusableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What is wrong with it. */
    public enum Reason {
        /** Written by another version of the index layout or of the analysis. */
        OTHER_LAYOUT,
        /** Not readable. */
        DAMAGED
    }

    private final Reason reason;

    public IndexUnusableException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public IndexUnusableException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
