package com.truecart.app.catalog;

import java.time.Instant;
import java.util.Optional;

/**
 * How far the price of an offer can be relied on.
 *
 * @param asOf up to when it is known to hold: when the store stated it, or when a later pull of
 *     what changed did not name it
 * @param stale whether that is longer ago than the connection promises
 * @param asked what became of asking anew, where that was tried lately
 */
public record Freshness(Instant asOf, boolean stale, Optional<Asked> asked) {}
