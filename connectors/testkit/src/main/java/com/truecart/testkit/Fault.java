package com.truecart.testkit;

/** One way an upstream's next answer goes wrong, as a connector sees it behind the host. */
public enum Fault {
    /** A page for people instead of the answer, with status 200. */
    HTML,
    /** The answer breaks off half-way although the connection ended well. */
    TRUNCATED,
    /** The upstream does what was asked, and its answer is lost. */
    LOST_ANSWER,
    /** No connection: the call never left. */
    NEVER_LEFT,
    /** Asked too often; try again in {@link LoopbackContext#RETRY_AFTER}. */
    THROTTLED
}
