package com.truecart.testkit;

/** One way an upstream's next answer goes wrong, over a real socket. */
public enum Fault {
    /** A page for people instead of the answer, with status 200. */
    HTML,
    /** The answer breaks off half-way although the connection ended well. */
    TRUNCATED,
    /** The upstream does what was asked, and closes the connection without a word. */
    LOST_ANSWER,
    /** The upstream does what was asked, and the connection is reset. */
    RESET,
    /** The upstream does what was asked, and answers 500. */
    FAILED_AFTER_WORK,
    /** The upstream does what was asked, and answers after the time limit. */
    SLOW,
    /** No answer in time; the upstream does it when {@link LoopbackContext#letArrive} is called. */
    LATE,
    /** No connection: the call never left. */
    NEVER_LEFT,
    /** Asked too often; try again in {@link LoopbackContext#RETRY_AFTER}. */
    THROTTLED,
    /** Not let in: 403. */
    FORBIDDEN
}
