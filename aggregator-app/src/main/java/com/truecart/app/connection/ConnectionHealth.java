package com.truecart.app.connection;

import java.time.Instant;
import java.util.Optional;

/**
 * How a connection was when it was last asked, by a check or a pull.
 *
 * @param remedy who must do what, where it is down
 */
public record ConnectionHealth(
        boolean up, String detail, Optional<String> remedy, Instant checkedAt) {}
