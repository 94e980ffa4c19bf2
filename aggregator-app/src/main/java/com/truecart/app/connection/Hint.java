package com.truecart.app.connection;

import com.truecart.spi.Webhooks;
import java.time.Instant;

/**
 * An upstream says that something changed: a reason to ask it, never the news itself.
 *
 * @param eventId the upstream's name for it, the same in each repetition
 * @param about what to ask about again
 * @param heardAt when it came first
 */
public record Hint(String connectionId, String eventId, Webhooks.About about, Instant heardAt) {}
