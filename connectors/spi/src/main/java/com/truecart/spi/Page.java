package com.truecart.spi;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One page of what an upstream states.
 *
 * @param entries the usable records, at most a few thousand
 * @param skipped records that could not be used, each with field and reason; the host keeps them
 *     for people to see
 * @param next how to go on
 */
public record Page<T>(List<T> entries, List<Skipped> skipped, Next next) {

    public Page {
        entries = List.copyOf(entries);
        skipped = List.copyOf(skipped);
    }

    /**
     * A record that could not be used.
     *
     * @param upstreamRef how to find it at the upstream: its id, or the place ("products.xml line
     *     12")
     * @param field the field to blame
     * @param reason what is wrong with it, and what was expected
     * @param excerpt the beginning of the offending value, at most 200 characters
     */
    public record Skipped(String upstreamRef, String field, String reason, String excerpt) {
        public Skipped {
            excerpt = excerpt.length() > 200 ? excerpt.substring(0, 200) : excerpt;
        }
    }

    /** How a pull goes on. */
    public sealed interface Next {}

    /** There is more, from here. */
    public record More(Cursor at) implements Next {}

    /**
     * That was all.
     *
     * @param watermark where a later {@link Pull.Since} starts, where the kind can do that
     * @param completeAsOf set by a pull of everything: whatever is still listed was delivered with
     *     {@code seenAt} not before this moment, so what was not is gone
     */
    public record Done(Optional<Cursor> watermark, Optional<Instant> completeAsOf)
            implements Next {}
}
