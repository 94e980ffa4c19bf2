package com.truecart.sandbox.fault;

/** How a shop can misbehave. */
public enum FaultKind {
    /** Waits, then works and answers as usual, whether or not the caller is still there. */
    SLOW,
    /** Answers 429 with {@code Retry-After: 1}; does nothing. */
    TOO_MANY_REQUESTS,
    /** Answers 500; does nothing. */
    SERVER_ERROR,
    /** Does the work, then answers 500. */
    SERVER_ERROR_AFTER_WORK,
    /** Does the work, then sends only the first half of the answer's body. */
    MALFORMED,
    /** Closes the connection without having done anything. */
    DROP_BEFORE_WORK,
    /** Does the work, then closes the connection without answering. */
    DROP_AFTER_WORK,
    /** Answers 200 with a maintenance page in HTML; does nothing. */
    HTML
}
