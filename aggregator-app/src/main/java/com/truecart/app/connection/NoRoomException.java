package com.truecart.app.connection;

/**
 * A call that could have waited for nothing was not made, because the connection's limits had no
 * room for it at once. Nobody must act.
 */
public final class NoRoomException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoRoomException(String connectionId) {
        super(connectionId + ": not asked, its limits have no room just now");
    }
}
